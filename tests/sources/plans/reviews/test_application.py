"""What people said is applied to the rows as read: it finds its row again, later words win, nothing is lost."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.contract import RawRow
from sources.plans.remarks import conflict, remark
from sources.plans.reviews.application import apply
from sources.plans.reviews.entries import entries_of
from sources.plans.reviews.kinds import KIND, KINDS
from sources.plans.reviews.matching import find_entry
from sources.plans.reviews.settling import unanswered
from sources.plans.reviews.statements import Review, Said, Statement
from sources.plans.rows import CorrectionRow, MeasureRow, TargetRow
from tests.sources.plans.reviews.desk import PLAN_FILE, Clerk, found, issue, kinds, plan_rows, reviewed, target

SAID = Said("Trần Thị B", date(2026, 2, 1), "lý do")


def _changed(rows: list[RawRow], number: str, **columns: Any) -> list[RawRow]:
    """The rows as another parser would give them."""
    return [
        row.model_copy(update=columns) if isinstance(row, TargetRow) and row.target_no == number else row
        for row in rows
    ]


def _clerk(folder: Path, name: str = "a.xlsx", day: date = date(2026, 2, 1), **more: Any) -> Clerk:
    return Clerk(issue(folder / name, more.get("applied")), more.get("who", "Trần Thị B"), day)


def _corrections(rows: list[RawRow]) -> list[tuple[str, str | None, str | None, str | None, str | None, str]]:
    return [
        (row.action, row.row_no, row.field, row.value_before, row.value_after, row.state)
        for row in rows
        if isinstance(row, CorrectionRow)
    ]


# Finding the row again


def test_a_better_parser_that_numbers_otherwise_does_not_lose_a_correction(tmp_path: Path) -> None:
    path = _clerk(tmp_path).type("target", "T002", Con_số=85).save()
    shifted = [target(1, "Tối thiểu 60% cán bộ được tập huấn", "60"), *plan_rows()]
    rows = [
        row.model_copy(update={"target_no": f"T{number:03d}"}) if isinstance(row, TargetRow) else row
        for number, row in enumerate(shifted, start=1)
    ]
    applied = reviewed(path, rows=rows)
    assert kinds(applied) == []
    corrected = [row for row in applied.rows if isinstance(row, TargetRow) and row.review_state == "corrected"]
    assert [(row.statement, row.value) for row in corrected] == [("Tối thiểu 80% hồ sơ nộp trực tuyến", Decimal(85))]


@pytest.mark.parametrize(
    "columns",
    [
        {"section": "II.1.1", "source_place": "mục II.1.1, dòng 3"},
        {"statement": "Phấn đấu tối thiểu 80% hồ sơ nộp trực tuyến"},
        {"statement": "tối  thiểu 80% hồ sơ nộp trực tuyến."},
        {"subject": "hồ sơ", "comparator": "eq", "period_start": None},
        {"value": Decimal(8)},
    ],
)
def test_a_row_is_found_though_the_parser_reads_around_it_otherwise(tmp_path: Path, columns: dict[str, Any]) -> None:
    path = _clerk(tmp_path).type("target", "T002", Con_số=85).save()
    applied = reviewed(path, rows=_changed(plan_rows(), "T002", **columns))
    assert kinds(applied) == []
    assert found(applied, "T002").value == 85


@pytest.mark.parametrize(
    "columns",
    [
        {"statement": "Tất cả thủ tục được niêm yết"},
        {"statement": "Phấn đấu tối thiểu 70% hồ sơ nộp trực tuyến", "value": Decimal(70)},
        {"statement": "hồ sơ"},
    ],
)
def test_a_correction_whose_row_is_gone_becomes_a_finding_and_is_kept(tmp_path: Path, columns: dict[str, Any]) -> None:
    path = _clerk(tmp_path).type("target", "T002", Con_số=85, Lý_do="in nhầm").save()
    rows = _changed(plan_rows(), "T002", **columns)
    applied = reviewed(path, rows=rows)
    assert kinds(applied) == ["correction_without_row"]
    assert "Tối thiểu 80% hồ sơ nộp trực tuyến" in applied.remarks[0][1].message
    assert [row for row in applied.rows if isinstance(row, TargetRow)] == [
        row for row in rows if isinstance(row, TargetRow)
    ]
    assert _corrections(applied.corrections) == [("corrected", None, "value", "80", "85", "without_row")]


def test_of_two_rows_of_one_clause_the_one_at_its_section_is_meant_and_else_none(tmp_path: Path) -> None:
    path = _clerk(tmp_path).type("target", "T003", Con_số=96).save()
    applied = reviewed(path)
    assert (found(applied, "T001").value, found(applied, "T003").value) == (95, 96)
    elsewhere = _changed(
        _changed(plan_rows(), "T001", section="V"), "T003", section="VI", source_place="mục VI, dòng 9"
    )
    assert kinds(reviewed(path, rows=elsewhere)) == ["correction_without_row"]


def test_twins_in_one_place_are_told_apart_by_their_order(tmp_path: Path) -> None:
    path = _clerk(tmp_path).type("citation", "2", Vai_trò="thực hiện").save()
    applied = reviewed(path)
    assert (found(applied, "1").review_state, found(applied, "2").role) == ("none", "implements")


@given(st.permutations(range(3)), st.sampled_from(["T001", "T002", "T003"]))
def test_a_row_is_found_in_any_order_of_the_rows(order: list[int], number: str) -> None:
    entries = entries_of(plan_rows())
    targets = [entry for entry in entries if entry.kind.name == "target"]
    meant = next(entry for entry in targets if entry.number == number)
    statement = Statement("target", "keep", SAID, "Chỉ tiêu!5", meant.read, meant.read, number, meant.place)
    assert find_entry(statement, [targets[index] for index in order]) is meant


# Nothing said, the same said twice, later words


def test_without_a_word_the_rows_are_the_same() -> None:
    rows = plan_rows()
    applied = apply(rows, [Review(PLAN_FILE, "xa_lang")])
    assert (applied.rows, applied.corrections, applied.remarks) == (rows, [], [])


_KINDS = st.sampled_from([kind.name for kind in KINDS])
_STATEMENTS = st.lists(
    st.tuples(_KINDS, st.sampled_from(["keep", "correct", "strike", "add"]), st.integers(0, 3), st.integers(1, 5)),
    max_size=6,
)


def _statements(drawn: list[tuple[str, Any, int, int]]) -> tuple[Statement, ...]:
    """Things said of rows that are there: of the clause, so that they may be said of every kind."""
    by_kind = {name: [entry for entry in entries_of(plan_rows()) if entry.kind.name == name] for name in KIND}
    made = []
    for kind, action, index, word in drawn:
        entry = by_kind[kind][index % len(by_kind[kind])]
        clause = {entry.kind.clause: f"Lời mới số {word}"}
        values = {"keep": entry.read, "correct": clause, "strike": {}, "add": {**entry.read, **clause}}[action]
        read = values if action == "add" else entry.read
        said = Said("Trần Thị B", date(2026, 2, word))
        made.append(Statement(kind, action, said, f"X!{word}", read, values, entry.number, entry.place))
    return tuple(made)


@given(_STATEMENTS)
def test_the_same_said_twice_is_the_same_as_once(drawn: list[tuple[str, Any, int, int]]) -> None:
    review = Review(PLAN_FILE, "xa_lang", _statements(drawn))
    once, twice = apply(plan_rows(), [review]), apply(plan_rows(), [review, review])
    assert (twice.rows, twice.corrections, twice.remarks) == (once.rows, once.corrections, once.remarks)


@given(_STATEMENTS)
def test_numbers_read_never_shift_and_no_number_is_given_twice(drawn: list[tuple[str, Any, int, int]]) -> None:
    rows = plan_rows()
    applied = apply(rows, [Review(PLAN_FILE, "xa_lang", _statements(drawn))])
    for kind in KINDS:
        before = {getattr(row, kind.number): row for row in rows if row.table == kind.row_type.table}
        after = [row for row in applied.rows if row.table == kind.row_type.table]
        numbers = [getattr(row, kind.number) for row in after]
        assert len(set(numbers)) == len(numbers)
        for row in after:
            was = before.get(getattr(row, kind.number))
            state = row.review_state
            assert (was is None) == (state == "added")
            # A sub-bullet whose bullet is struck out stands alone; nothing else changes in a row nobody spoke of.
            alone = {"parent_no": getattr(row, "parent_no", None)}
            assert was is None or state in {"corrected", "confirmed"} or row == was.model_copy(update=alone)


@given(_STATEMENTS)
def test_every_statement_is_listed_or_has_its_finding(drawn: list[tuple[str, Any, int, int]]) -> None:
    statements = _statements(drawn)
    applied = apply(plan_rows(), [Review(PLAN_FILE, "xa_lang", statements)])
    listed = {(row.row_kind, row.source_place) for row in applied.corrections if isinstance(row, CorrectionRow)}
    assert listed == {(statement.kind, statement.place) for statement in statements}


def test_later_words_win_by_their_date_and_the_earlier_ones_stay_listed(tmp_path: Path) -> None:
    late = _clerk(tmp_path, "a.xlsx", date(2026, 2, 9)).type("target", "T002", Con_số=90).save()
    early = _clerk(tmp_path, "z.xlsx", date(2026, 2, 1)).type("target", "T002", Con_số=70, Từ_năm=2025).save()
    applied = reviewed(late, early)
    row = found(applied, "T002")
    assert (row.value, row.period_start, row.reviewed_on) == (90, 2025, date(2026, 2, 9))
    assert [(one[2], one[4], one[5]) for one in _corrections(applied.corrections)] == [
        ("value", "70", "overruled"),
        ("period_start", "2025", "applied"),
        ("value", "90", "applied"),
    ]


def test_who_keeps_a_row_later_overrules_its_correction_and_its_striking_out(tmp_path: Path) -> None:
    first = _clerk(tmp_path, "a.xlsx").type("target", "T002", Con_số=70).type("target", "T001", Thao_tác="xóa").save()
    later = _clerk(tmp_path, "b.xlsx", date(2026, 2, 9)).type("target", "T002", Thao_tác="giữ")
    later.type("target", "T001", Thao_tác="giữ")
    applied = reviewed(first, later.save())
    assert (found(applied, "T002").value, found(applied, "T002").review_state) == (80, "confirmed")
    assert found(applied, "T001").review_state == "confirmed"


# A later workbook begins where the earlier ones ended


def test_a_later_workbook_says_again_what_stands_by_whom_it_was_said(tmp_path: Path) -> None:
    first = _clerk(tmp_path).type("target", "T002", Con_số=85, Lý_do="in nhầm").type("goal", "Q001", Thao_tác="xóa")
    first.type_at("measure", first.row("measure", "B901"), Nội_dung_giải_pháp="Đặt màn hình gọi số", Thao_tác="thêm")
    before = reviewed(first.save())
    second = _clerk(tmp_path, "b.xlsx", date(2026, 2, 9), who="Lê Văn C", applied=before)
    second.type("target", "T002", Từ_năm=2025, Lý_do="từ năm trước")
    alone, both = reviewed(second.save()), reviewed(first.path, second.path)
    assert alone.rows == [
        row.model_copy(update={"source_path": "plans/b.xlsx", "source_sha256": alone.corrections[0].source_sha256,
                               "source_place": found(alone, "B901").source_place})
        if isinstance(row, MeasureRow) and row.measure_no == "B901" else row
        for row in both.rows
    ]  # fmt: skip
    row = found(both, "T002")
    assert (row.value, row.period_start, row.reviewed_by) == (85, 2025, "Lê Văn C")
    assert found(both, "Q001") is None
    assert (found(both, "B901").description, found(both, "B901").reviewed_by) == ("Đặt màn hình gọi số", "Trần Thị B")
    assert {(one.reviewer, one.field) for one in both.corrections if isinstance(one, CorrectionRow)} >= {
        ("Trần Thị B", "value"),
        ("Lê Văn C", "period_start"),
    }


def test_what_was_said_can_be_taken_back_in_a_later_workbook(tmp_path: Path) -> None:
    first = _clerk(tmp_path).type("target", "T002", Con_số=85, Lý_do="in nhầm").type("goal", "Q001", Thao_tác="xóa")
    first.type_at("measure", first.row("measure", "B901"), Nội_dung_giải_pháp="Đặt màn hình gọi số", Thao_tác="thêm")
    second = _clerk(tmp_path, "b.xlsx", date(2026, 2, 9), applied=reviewed(first.save()))
    second.type("target", "T002", Con_số=80).type("goal", "Q001", Thao_tác=None).type("measure", "B901", Thao_tác="xóa")
    for files in ((second.save(),), (first.path, second.path)):
        applied = reviewed(*files)
        assert (found(applied, "T002").value, found(applied, "T002").review_state) == (80, "none")
        assert found(applied, "Q001") is not None
        assert found(applied, "B901") is None


# What the parser comes to by itself


def test_a_parser_that_now_reads_the_corrected_value_is_left_in_peace(tmp_path: Path) -> None:
    path = _clerk(tmp_path).type("target", "T002", Con_số=85).save()
    applied = reviewed(path, rows=_changed(plan_rows(), "T002", value=Decimal(85)))
    assert kinds(applied) == ["correction_already_read"]
    assert found(applied, "T002").review_state == "none"
    assert [one[5] for one in _corrections(applied.corrections)] == ["already_read"]


def test_a_parser_that_now_reads_the_added_row_does_not_have_it_twice(tmp_path: Path) -> None:
    clerk = _clerk(tmp_path)
    clerk.type_at("target", clerk.row("target", "T901"), Nội_dung_chỉ_tiêu="Ít nhất 2 sáng kiến", Con_số=2,
                  Đơn_vị_tính="số lượng", Mức="tối thiểu")  # fmt: skip
    rows = [*plan_rows(), target(4, "Ít nhất 2 sáng kiến", "2", unit="count")]
    applied = reviewed(clerk.save(), rows=rows)
    assert kinds(applied) == ["correction_already_read"]
    assert sum(isinstance(row, TargetRow) for row in applied.rows) == 4


# Confirming what a machine read from a picture


def test_a_confirmed_row_of_a_scan_is_confirmed_and_the_others_wait(tmp_path: Path) -> None:
    rows = [
        row.model_copy(update={"is_unconfirmed": True}) if isinstance(row, TargetRow) else row for row in plan_rows()
    ]
    path = _clerk(tmp_path).type("target", "T002", Thao_tác="giữ").save()
    applied = reviewed(path, rows=rows)
    assert [found(applied, number).is_unconfirmed for number in ("T001", "T002", "T003")] == [True, False, True]
    assert found(applied, "T002").review_state == "confirmed"
    assert [one[0] for one in _corrections(applied.corrections)] == ["confirmed"]


def test_a_sheet_marked_as_seen_confirms_its_rows_and_leaves_what_was_corrected(tmp_path: Path) -> None:
    rows = [
        row.model_copy(update={"is_unconfirmed": True}) if isinstance(row, TargetRow) else row for row in plan_rows()
    ]
    clerk = _clerk(tmp_path).see("target").type("target", "T002", Con_số=85).type("target", "T003", Thao_tác="xóa")
    applied = reviewed(clerk.save(), rows=rows)
    assert found(applied, "T001").review_state == "confirmed"
    assert (found(applied, "T002").review_state, found(applied, "T002").is_unconfirmed) == ("corrected", False)
    assert found(applied, "T003") is None
    assert found(applied, "Q001").review_state == "none"


def test_a_confirmed_row_that_reads_otherwise_now_is_no_longer_confirmed(tmp_path: Path) -> None:
    path = _clerk(tmp_path).type("target", "T002", Thao_tác="giữ").save()
    rows = _changed(plan_rows(), "T002", value=Decimal(89), is_unconfirmed=True)
    applied = reviewed(path, rows=rows)
    assert kinds(applied) == ["confirmed_row_changed"]
    assert "trước “80”, nay “89”" in applied.remarks[0][1].message
    assert (found(applied, "T002").review_state, found(applied, "T002").is_unconfirmed) == ("none", True)


# Findings that a person has answered


def _entries(folder: Path, say: Callable[[Clerk], Clerk]) -> list[Any]:
    return reviewed(say(_clerk(folder)).save()).entries


def test_a_missing_deadline_or_indicator_that_was_given_is_no_finding_any_more(tmp_path: Path) -> None:
    entries = _entries(
        tmp_path,
        lambda clerk: clerk.type("task", "A001", Thời_hạn="Quý III").type(
            "target", "T002", Chỉ_tiêu_theo_dõi="Tỷ lệ hồ sơ TTHC trực tuyến"
        ),
    )
    answered = [
        remark("unknown_deadline", "phụ lục, mục I.1, bảng 1, hàng 3", "Quý II"),
        remark("no_indicator", "mục II.1, dòng 2", "Tối thiểu 80% hồ sơ nộp trực tuyến"),
    ]
    open_still = [
        remark("lead_missing", "phụ lục, mục I.1, bảng 1, hàng 3"),
        remark("no_indicator", "mục II.1, dòng 1", "Tối thiểu 95% hồ sơ trả đúng hẹn"),
    ]
    assert unanswered([*answered, *open_still], entries, is_unconfirmed=False) == open_still


def test_a_contradiction_ends_when_the_misread_side_is_corrected_and_not_before(tmp_path: Path) -> None:
    rows = _changed(plan_rows(), "T003", value=Decimal(92))
    both = ("Tối thiểu 95% hồ sơ trả đúng hẹn", "mục II.1, dòng 1", "mục II.1, dòng 3")
    contradiction = conflict("hồ sơ", (both[1], both[0]), (both[2], both[0]))
    path = issue(tmp_path / "a.xlsx", apply(rows, []))
    corrected = reviewed(Clerk(path).type("target", "T003", Con_số=95).save(), rows=rows)
    other = reviewed(Clerk(issue(tmp_path / "b.xlsx")).type("target", "T003", Con_số=93).save(), rows=rows)
    assert unanswered([contradiction], corrected.entries, is_unconfirmed=False) == []
    assert unanswered([contradiction], other.entries, is_unconfirmed=False) == [contradiction]
