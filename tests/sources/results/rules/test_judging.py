"""Rules across cells, time and units, each with the case that breaks it and the one beside it that does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sources.results.known import Known
from sources.results.rules.book import RULES
from sources.results.rules.judging import judge
from sources.results.rules.verdicts import Report, Verdict
from sources.vietnamese.numbers import shown
from tests.sources.results.rules.standing import (
    AGENCY,
    CENTRE,
    COUNT,
    HOSPITAL,
    KNOWN,
    OFFICE,
    RATE,
    STOCK,
    dossier,
    report,
)

LARGE = {RATE: (500, 520), COUNT: (30, None), "a_rate": (210, 400), "b_rate": (77, 90)}


def judged(*standing: Report, known: Known = KNOWN) -> list[Verdict]:
    return list(judge(standing, known))


def kinds(*standing: Report) -> list[str]:
    return [verdict.kind for verdict in judged(*standing)]


def test_six_months_below_the_first_quarter_fall_in_both_counts() -> None:
    found = judged(report("2026-q1", figures={RATE: (80, 100)}), report("2026-h1", figures={RATE: (70, 90)}))
    assert [(verdict.kind, verdict.value, verdict.other_value) for verdict in found] == [
        ("cumulative_falls", "70/90", "80/100"),
    ]
    assert found[0].place.endswith("dòng 12")
    assert all(verdict.row.period_key == "2026-h1" for verdict in found)


def test_a_finding_names_the_other_report_and_its_cell() -> None:
    found = judged(report("2026-q1", figures={COUNT: (9, None)}), report("2026-h1", figures={COUNT: (4, None)}))
    assert found[0].known["place_b"] == "results/benh-vien-2026-q1.xlsx, Biểu 1 Số liệu!F12"
    assert "6 tháng đầu năm/2026" in found[0].message
    assert "Số lớp tập huấn" in found[0].message


def test_a_year_below_six_months_and_the_third_quarter_is_said_once() -> None:
    half, third, year = (
        report(f"2026-{key}", figures={COUNT: (n, None)}) for key, n in (("h1", 9), ("q3", 4), ("annual", 12))
    )
    found = judged(half, third, year)
    assert [(verdict.kind, verdict.row.period_key, verdict.other_value) for verdict in found] == [
        ("cumulative_falls", "2026-annual", "13")
    ]


def test_a_year_above_its_parts_leaves_room_for_the_last_quarter() -> None:
    parts = (
        report(f"2026-{key}", figures={COUNT: (n, None)})
        for key, n in (("q1", 4), ("h1", 9), ("q3", 4), ("annual", 14))
    )
    assert kinds(*parts) == []


def test_windows_that_cover_the_year_must_add_up_to_it() -> None:
    half, rest = report("2026-h1", figures={COUNT: (9, None)}), report("2026-h2", figures={COUNT: (6, None)})
    assert kinds(half, rest, report("2026-annual", figures={COUNT: (15, None)})) == []
    assert kinds(half, rest, report("2026-annual", figures={COUNT: (16, None)})) == ["windows_do_not_add_up"]


def test_nine_months_are_six_months_and_the_third_quarter() -> None:
    parts = [report("2026-h1", figures={COUNT: (9, None)}), report("2026-q3", figures={COUNT: (4, None)})]
    assert kinds(*parts, report("2026-9m", figures={COUNT: (13, None)})) == []
    assert kinds(*parts, report("2026-9m", figures={COUNT: (14, None)})) == ["windows_do_not_add_up"]
    assert kinds(*parts, report("2026-9m", figures={COUNT: (12, None)})) == ["cumulative_falls"]


def test_an_agencys_own_windows_decide_for_it() -> None:
    own = replace(KNOWN.windows[None, "2026-q3"], window_from=date(2025, 12, 15), is_cumulative=True, agency_key=AGENCY)
    known = replace(KNOWN, windows={**KNOWN.windows, (AGENCY, "2026-q3"): own})
    counts = {"2026-q1": 44, "2026-h1": 90, "2026-q3": 95}
    reports = [report(key, figures={COUNT: (count, None)}) for key, count in counts.items()]
    assert [verdict.kind for verdict in judged(*reports)] == ["quarter_reaches_year_so_far"]
    assert judged(*reports, known=known) == []


def test_years_are_never_compared_as_windows_of_each_other() -> None:
    assert (
        kinds(report("2025-annual", figures={COUNT: (20, None)}), report("2026-q1", figures={COUNT: (2, None)})) == []
    )


@pytest.mark.parametrize("state", ["not_applicable"])
def test_what_does_not_apply_is_no_zero(state: str) -> None:
    assert kinds(report("2026-q1", figures={COUNT: (9, None)}), report("2026-h1", figures={COUNT: state})) == []


def test_nothing_arose_is_zero_and_falls_below_what_was_there() -> None:
    assert kinds(
        report("2026-q1", figures={COUNT: (9, None)}), report("2026-h1", figures={COUNT: "nothing_arose"})
    ) == ["cumulative_falls"]


def test_last_values_may_fall() -> None:
    assert kinds(report("2026-q1", figures={STOCK: (90, None)}), report("2026-h1", figures={STOCK: (80, None)})) == []


def test_a_window_nobody_knows_is_not_compared() -> None:
    assert kinds(report("2031-q1", figures={COUNT: (9, None)}), report("2031-h1", figures={COUNT: (4, None)})) == []


def test_nine_months_typed_for_the_third_quarter_are_seen() -> None:
    year = [report("2026-q1", figures={RATE: (95, 100)}), report("2026-h1", figures={RATE: (190, 200)})]
    found = judged(*year, report("2026-q3", figures={RATE: (290, 300)}))
    assert [(verdict.kind, verdict.value, verdict.severity) for verdict in found] == [
        ("quarter_reaches_year_so_far", "300", "warning")
    ]
    assert kinds(*year, report("2026-q3", figures={RATE: (99, 104)})) == []


def test_nine_months_without_a_single_success_are_seen_by_their_whole() -> None:
    year = [report("2026-q1", figures={RATE: (0, 50)}), report("2026-h1", figures={RATE: (0, 100)})]
    assert kinds(*year, report("2026-q3", figures={RATE: (0, 160)})) == ["quarter_reaches_year_so_far"]


def test_a_third_quarter_as_busy_as_the_busiest_before_it_is_a_quarter() -> None:
    year = [report("2026-q1", figures={COUNT: (10, None)}), report("2026-h1", figures={COUNT: (70, None)})]
    assert kinds(*year, report("2026-q3", figures={COUNT: (75, None)})) == []


def test_without_any_quarter_known_nothing_is_said_of_the_third() -> None:
    half, third = report("2026-h1", figures={COUNT: (25, None)}), report("2026-q3", figures={COUNT: (30, None)})
    assert kinds(half, third) == []
    assert kinds(report("2025-q3", figures={COUNT: (12, None)}), half, third) == ["quarter_reaches_year_so_far"]
    assert kinds(report("2025-q3", figures={COUNT: (28, None)}), half, third) == []


def test_a_few_in_a_quarter_may_reach_those_of_six_months() -> None:
    assert kinds(report("2026-h1", figures={COUNT: (3, None)}), report("2026-q3", figures={COUNT: (5, None)})) == []


def _quarters(*last: int) -> list[Report]:
    year = [
        report(f"2025-{key}", figures={COUNT: (n, None)})
        for key, n in (("q1", 50), ("h1", 110), ("q3", 45), ("annual", 210))
    ]
    return [*year, *(report("2026-q1", figures={COUNT: (count, None)}) for count in last)]


def test_a_digit_too_many_jumps_out_of_the_units_own_line() -> None:
    found = judged(*_quarters(520))
    assert [(verdict.kind, verdict.value, verdict.other_value) for verdict in found] == [
        ("jump_out_of_line", "520", "52,5")
    ]


def test_a_quarter_taken_from_a_longer_window_is_called_so() -> None:
    found = judged(*_quarters(60), report("2026-h1", figures={COUNT: (900, None)}))
    assert [verdict.kind for verdict in found] == ["jump_out_of_line"]
    assert "riêng quý cuối của 6 tháng đầu năm/2026" in found[0].message
    assert "riêng quý cuối" not in judged(*_quarters(520))[0].message


@pytest.mark.parametrize("count", [20, 60, 200])
def test_busier_and_quieter_quarters_are_in_line(count: int) -> None:
    assert kinds(*_quarters(count)) == []


def test_a_drop_to_nothing_is_out_of_line_too() -> None:
    assert kinds(*_quarters(0)) == ["jump_out_of_line"]


def test_two_earlier_quarters_say_nothing_yet() -> None:
    year = [report("2026-q1", figures={COUNT: (50, None)}), report("2026-h1", figures={COUNT: (100, None)})]
    assert kinds(*year, report("2026-annual", figures={COUNT: (9000, None)})) == []


def test_last_years_workbook_sent_again_is_seen() -> None:
    found = judged(report("2025-q1", figures=LARGE), report("2026-q1", figures=LARGE))
    assert [(verdict.kind, verdict.row.source_place) for verdict in found] == [("figures_of_last_year", "Thông tin!B9")]


def test_one_other_figure_and_it_is_no_copy() -> None:
    assert kinds(report("2025-q1", figures=LARGE), report("2026-q1", figures={**LARGE, COUNT: (31, None)})) == []


def test_small_figures_are_alike_in_many_years() -> None:
    small = {RATE: (12, 12), COUNT: (1, None), "a_rate": (2, 2), "b_rate": (5, 5)}
    assert kinds(report("2025-q1", figures=small), report("2026-q1", figures=small)) == []


def test_the_agency_reports_less_than_its_units_together() -> None:
    units = [report("2026-q1", figures={COUNT: (9, None)}), report("2026-q1", CENTRE, figures={COUNT: (5, None)})]
    assert kinds(*units, report("2026-q1", OFFICE, figures={COUNT: (14, None)})) == []
    found = judged(*units, report("2026-q1", OFFICE, figures={COUNT: (12, None)}))
    assert [(verdict.kind, verdict.row.unit_key, verdict.other_value) for verdict in found] == [
        ("units_do_not_sum", OFFICE, "14")
    ]


def test_an_agency_may_know_more_than_the_units_that_have_reported_so_far() -> None:
    first = report("2026-q1", figures={COUNT: (9, None)})
    agency = report("2026-q1", OFFICE, figures={COUNT: (20, None)})
    assert kinds(first, agency) == []
    assert kinds(first, report("2026-q1", CENTRE, figures={COUNT: (5, None)}), agency) == ["units_do_not_sum"]


def _handled(opening: int | None, received: int) -> Report:
    """105 resolved or open."""
    line = dossier(
        "2026-q1",
        opening=opening,
        received=received,
        resolved_early=10,
        resolved_on_time=80,
        resolved_late=5,
        open_in_time=7,
        open_overdue=3,
    )
    return report("2026-q1", dossiers=(line,))


def test_dossiers_received_are_resolved_or_open() -> None:
    assert kinds(_handled(opening=20, received=85)) == []
    assert kinds(_handled(opening=20, received=90)) == ["dossiers_do_not_balance"]
    assert kinds(_handled(opening=None, received=85)) == ["dossiers_received_differ"]


def test_a_dossier_line_with_a_gap_is_not_judged() -> None:
    gap = dossier("2026-q1", opening=20, received=95, resolved_on_time=80, open_in_time=12, open_overdue=3)
    assert kinds(report("2026-q1", dossiers=(gap,))) == []


def test_what_was_open_at_the_end_opens_the_next_window_of_the_same_field() -> None:
    last = [dossier("2025-annual", field_name=name, open_in_time=7, open_overdue=1) for name in ("Dược", "Y")]
    now = [dossier("2026-h1", field_name=name, opening=count) for name, count in (("DƯỢC", 8), ("Y", 9))]
    found = judged(report("2025-annual", dossiers=tuple(last)), report("2026-h1", dossiers=tuple(now)))
    assert [(verdict.kind, verdict.value, verdict.other_value) for verdict in found] == [
        ("opening_differs_from_closing", "9", "8")
    ]
    assert "Năm/2025" in found[0].message


def test_verdicts_come_by_file_and_down_the_sheet() -> None:
    codes = [COUNT, *(f"c{number}_count" for number in range(9))]
    known = Known(dict.fromkeys(codes, KNOWN.indicators[COUNT]), KNOWN.units, {}, KNOWN.windows)
    found = judged(
        report("2026-h1", HOSPITAL, figures=dict.fromkeys(codes, (4, None))),
        report("2026-q1", HOSPITAL, figures=dict.fromkeys(codes, (9, None))),
        known=known,
    )
    assert [verdict.row.source_place for verdict in found] == [f"Biểu 1 Số liệu!F{row}" for row in range(12, 22)]


def test_every_rule_across_reports_speaks_with_all_its_words() -> None:
    asked = {kind for kind, rule in RULES.items() if rule.scope in {"time", "units"}}
    balance = dossier(
        "2026-q1", opening=1, received=1, resolved_on_time=1, resolved_late=1, open_in_time=1, open_overdue=1
    )
    standing = [
        *_quarters(520),
        report("2025-q1", CENTRE, figures=LARGE),
        report("2026-q1", CENTRE, figures=LARGE, dossiers=(balance,)),
        report("2025-q1", OFFICE, figures={COUNT: (1, None)}),
        report("2024-q1", figures={RATE: (20, 25)}),
        report("2026-h1", figures={COUNT: (600, None), RATE: (40, 50)}, dossiers=(dossier("2026-h1", opening=9),)),
        report("2025-annual", CENTRE, dossiers=(dossier("2025-annual", CENTRE, open_in_time=3, open_overdue=3),)),
        report("2026-q3", figures={COUNT: (590, None), RATE: (90, 100)}),
        report("2026-annual", figures={COUNT: (610, None), RATE: (135, 160)}),
        report("2026-h2", figures={RATE: (90, 101)}),
        report("2026-h1", CENTRE, dossiers=(dossier("2026-h1", CENTRE, opening=9),)),
    ]
    found = judged(*standing)
    assert asked <= {verdict.kind for verdict in found}
    for verdict in found:
        assert "{" not in verdict.message + verdict.remedy
        assert verdict.message.endswith(".")
        assert verdict.remedy.endswith(".")


def test_figures_are_said_as_clerks_write_them() -> None:
    assert [shown(Decimal(text)) for text in ("1200", "1200.0000", "0.5000", "1E+2")] == ["1200", "1200", "0,5", "100"]
