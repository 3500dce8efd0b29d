"""The reader's promise: all tables, nothing raised, nothing lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.plans.reader import read
from sources.plans.rows import ROW_TYPES
from tests.sources.plans.invented import write_all
from tests.sources.plans.writing import HEAD, TITLE
from tests.sources.received import accounts, assert_balanced, kinds, receive

PLAN = HEAD + TITLE + "I. MỤC TIÊU\n\n- Tỷ lệ hồ sơ giải quyết đúng hạn đạt 95%.\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_table_is_present_even_without_files() -> None:
    assert set(read([])) == {row_type.table for row_type in ROW_TYPES}


def test_good_and_bad_files_stand_side_by_side(tmp_path: Path) -> None:
    files = [
        receive(write(tmp_path, "tot.txt", PLAN), "plans/tot.txt"),
        receive(write(tmp_path, "trong.txt", b""), "plans/trong.txt"),
        receive(write(tmp_path, "la.txt", b"\xff\xfe\xfa\x00\x81"), "plans/la.txt"),
        receive(write(tmp_path, "hong.docx", b"khong phai word"), "plans/hong.docx"),
        receive(write(tmp_path, "anh.gif", b"GIF89a"), "plans/anh.gif"),
    ]
    rows = read(files)
    assert [row.plan_key for row in rows["plans_plans"]] == ["tot"]  # type: ignore[attr-defined]
    assert [accounts(rows, "plans")[f"plans/{name}"][0] for name in ("tot.txt", "trong.txt", "hong.docx")] == [
        "read",
        "unreadable",
        "unreadable",
    ]
    assert {"empty_file", "broken_file", "unsupported_ending"} <= set(kinds(rows, "plans"))
    refused = [row for row in rows["plans_findings"] if row.kind == "empty_file"]  # type: ignore[attr-defined]
    assert "trong.txt" in refused[0].message  # type: ignore[attr-defined]
    assert_balanced(rows, "plans")


def test_a_plan_without_any_goal_is_kept_with_a_finding(tmp_path: Path) -> None:
    rows = read([receive(write(tmp_path, "a.txt", HEAD + TITLE + "Lời chào.\n"), "plans/a.txt")])
    assert len(rows["plans_plans"]) == 1
    assert "plan_without_goals" in kinds(rows, "plans")


def test_every_row_met_is_loaded_held_or_left_out(tmp_path: Path) -> None:
    paths = write_all(tmp_path)
    rows = read([receive(paths["docx"], "plans/lam_dong_2025.docx")])
    assert_balanced(rows, "plans")
    contents = ("targets", "goals", "tasks", "measures", "duties", "citations")
    loaded = sum(len(rows[f"plans_{name}"]) for name in contents)
    assert accounts(rows, "plans")["plans/lam_dong_2025.docx"] == ("read", loaded, loaded, 0, 0)


def test_the_yml_beside_a_plan_corrects_it_before_its_figures_are_read(tmp_path: Path) -> None:
    correction = (
        "is_simulated: true\nreplaces: ca_mau_2024\nnumber: 9/KH-SYT\nperiod_start: 2026\nperiod_end: 2026\nmau: xanh\n"
    )
    rows = read(
        [
            receive(write(tmp_path, "Cà Mau 2025.txt", PLAN), "plans/Cà Mau 2025.txt"),
            receive(write(tmp_path, "Cà Mau 2025.yml", correction), "plans/Cà Mau 2025.yml"),
        ]
    )
    (plan,) = rows["plans_plans"]
    said = plan.model_dump(
        include={"plan_key", "number", "period_start", "replaces_plan_key", "is_simulated", "is_digest"}
    )
    assert said == {
        "plan_key": "ca-mau-2025",
        "number": "9/KH-SYT",
        "period_start": 2026,
        "replaces_plan_key": "ca_mau_2024",
        "is_simulated": True,
        "is_digest": False,
    }
    assert rows["plans_targets"][0].period_start == 2026  # type: ignore[attr-defined]
    assert "unknown_correction" in kinds(rows, "plans")
    assert_balanced(rows, "plans")


@pytest.mark.parametrize("content", ["a: [1", "- chỉ là danh sách", "", b"\xff\xff", "!!python/object:os.system x"])
def test_a_bad_yml_never_stops_its_plan(tmp_path: Path, content: str | bytes) -> None:
    files = [
        receive(write(tmp_path, "a.txt", PLAN), "plans/a.txt"),
        receive(write(tmp_path, "a.yml", content), "plans/a.yml"),
    ]
    rows = read(files)
    assert len(rows["plans_plans"]) == 1
    assert "unreadable_correction" in kinds(rows, "plans")


def test_a_plan_that_lies_in_the_folder_twice_is_read_once(tmp_path: Path) -> None:
    files = [
        receive(write(tmp_path, "a.txt", PLAN), "plans/a.txt"),
        receive(write(tmp_path, "b.txt", PLAN), "plans/cũ/b.txt"),
    ]
    rows = read(files)
    assert len(rows["plans_plans"]) == 1
    assert kinds(rows, "plans").count("duplicate_file") == 1
    (copy,) = [row for row in rows["plans_files"] if row.source_path == "plans/cũ/b.txt"]
    said = copy.model_dump()
    assert (said["status"], said["values_read"]) == ("ignored", 0)
    assert "plans/a.txt" in said["ignored_reason"]


def test_a_yml_corrects_the_plan_in_its_own_folder_alone(tmp_path: Path) -> None:
    files = [
        receive(write(tmp_path, "a.txt", PLAN), "plans/2025/a.txt"),
        receive(write(tmp_path, "a.yml", "number: 9/KH-SYT"), "plans/2024/a.yml"),
    ]
    rows = read(files)
    assert rows["plans_plans"][0].model_dump()["number"] == "7/KH-SYT"
    assert "correction_without_plan" in kinds(rows, "plans")


def test_a_second_yml_beside_a_plan_is_named_and_not_read(tmp_path: Path) -> None:
    files = [
        receive(write(tmp_path, "a.txt", PLAN), "plans/a.txt"),
        receive(write(tmp_path, "a.yaml", "number: 8/KH-SYT"), "plans/a.yaml"),
        receive(write(tmp_path, "a.yml", "number: 9/KH-SYT"), "plans/a.yml"),
    ]
    rows = read(files)
    assert rows["plans_plans"][0].model_dump()["number"] == "9/KH-SYT"
    assert accounts(rows, "plans")["plans/a.yaml"][0] == "ignored"
    assert "second_correction" in kinds(rows, "plans")


def test_a_yml_alone_and_a_second_plan_of_one_key_are_named(tmp_path: Path) -> None:
    files = [
        receive(write(tmp_path, "a.txt", PLAN), "plans/a.txt"),
        receive(write(tmp_path, "a.md", PLAN + "\n"), "plans/a.md"),
        receive(write(tmp_path, "b.yml", "is_digest: true"), "plans/b.yml"),
    ]
    rows = read(files)
    assert {"duplicate_plan_key", "correction_without_plan"} <= set(kinds(rows, "plans"))
    assert len(rows["plans_plans"]) == 1


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [*PLAN.split("\n"), "STT\tNhiệm vụ\tChủ trì\tThời hạn", "1\ta\tb\tc", "PHỤ LỤC", "II.", "a)", "-"]
        ),
        max_size=40,
    )
)
def test_lines_in_any_order_are_survived_and_balanced(tmp_path: Path, lines: list[str]) -> None:
    path = write(tmp_path, "a.txt", "\n".join(lines))
    assert_balanced(read([receive(path, "plans/a.txt")]), "plans")


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=400))
def test_any_text_under_a_goal_is_survived(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, "a.md", PLAN.encode() + text.encode("utf-8", errors="ignore"))
    assert_balanced(read([receive(path, "plans/a.md")]), "plans")
