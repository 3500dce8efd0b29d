"""Index tables: recognised by their columns, read as published."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sources.contract import Rows, SourceFile
from sources.indices.reader import read
from sources.indices.rows import ROW_TYPES
from tests.sources.received import accounts, assert_balanced, kinds, receive

HEAD = "province,statistic,year,component_code,value,unit,basis,source_title,source_url,published_date,note"
GOOD = "Hòa Bình,score,2023,TOTAL,40.3519,points,stated,Báo cáo PAPI,https://example.org,2024-04-02,ghi chú"
SHARED = Path(__file__).parents[3].parent / "shared" / "reference" / "indices"


def _file(folder: Path, name: str, *lines: str) -> SourceFile:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return receive(path, f"indices/{name}")


def _read(folder: Path, *lines: str, name: str = "papi.csv") -> Rows:
    return read([_file(folder, name, HEAD, *lines)])


def test_a_published_figure_keeps_its_value_and_source(tmp_path: Path) -> None:
    rows = _read(tmp_path, GOOD)
    assert set(rows) == {row_type.table for row_type in ROW_TYPES}
    said = rows["indices_scores"][0].model_dump()
    assert (said["index_code"], said["territory"], said["statistic"]) == ("PAPI", "Hòa Bình", "score")
    assert said["value"] == Decimal("40.3519")
    assert said["source_place"] == "dòng 2"
    assert (said["source_title"], said["published_date"], said["note"]) == ("Báo cáo PAPI", "2024-04-02", "ghi chú")


@pytest.mark.parametrize(
    ("name", "code"), [("par_index.csv", "PAR_INDEX"), ("sipas.csv", "SIPAS"), ("papi_2024.csv", "PAPI")]
)
def test_the_name_of_the_table_says_which_index_it_holds(tmp_path: Path, name: str, code: str) -> None:
    rows = _read(tmp_path, GOOD, name=name)
    assert rows["indices_scores"][0].model_dump()["index_code"] == code


def test_figures_of_an_unknown_index_are_not_read(tmp_path: Path) -> None:
    rows = _read(tmp_path, GOOD, name="diem.csv")
    assert kinds(rows, "indices") == ["unknown_index"]
    assert rows["indices_scores"] == []
    assert_balanced(rows, "indices")


@pytest.mark.parametrize(
    ("old", "new", "kind", "column"),
    [
        ("40.3519", "bốn mươi", "not_a_number", "value"),
        ("40.3519", '"40,35"', "not_a_number", "value"),
        ("40.3519", "40.35191", "not_a_number", "value"),
        ("40.3519", "", "missing_value", "value"),
        ("40.3519", "-1", "out_of_range", "value"),
        ("40.3519,points", "101,percent", "out_of_range", "value"),
        ("score", "average", "unknown_statistic", "statistic"),
        ("score", "", "unknown_statistic", "statistic"),
        ("points", "điểm", "unknown_unit", "unit"),
        ("points", "rank", "unit_mismatch", "unit"),
        ("2023", "23", "unknown_year", "year"),
        ("2023", "2008", "unknown_year", "year"),
        ("TOTAL", "tổng", "unknown_component", "component_code"),
        ("Hòa Bình", "", "missing_value", "province"),
    ],
)
def test_a_line_that_would_have_to_be_guessed_is_held_back_with_line_and_column(
    tmp_path: Path, old: str, new: str, kind: str, column: str
) -> None:
    rows = _read(tmp_path, GOOD.replace("score", "mean"), GOOD.replace(old, new, 1))
    assert kinds(rows, "indices") == [kind]
    assert rows["indices_findings"][0].source_place == f"dòng 3, cột {column}"
    assert accounts(rows, "indices") == {"indices/papi.csv": ("read", 2, 1, 1, 0)}


def test_a_rank_is_a_whole_number(tmp_path: Path) -> None:
    line = GOOD.replace("score", "rank").replace("points", "rank")
    assert kinds(_read(tmp_path, line), "indices") == ["out_of_range"]
    assert kinds(_read(tmp_path, line.replace("40.3519", "12")), "indices") == []


def test_a_line_with_a_stray_comma_is_held_back(tmp_path: Path) -> None:
    assert kinds(_read(tmp_path, GOOD + ",thừa"), "indices") == ["misshapen_line"]


def test_an_equal_figure_met_again_is_loaded_once(tmp_path: Path) -> None:
    panel = _file(
        tmp_path,
        "papi_full_panel.csv",
        "province,year,component_code,value,unit,basis,source_url",
        "Hòa Bình,2023,TOTAL,40.3519,points,dataset,https://example.org/2",
        "Hòa Bình,2024,TOTAL,41.5,points,dataset,https://example.org/2",
    )
    rows = read([panel, _file(tmp_path, "papi.csv", HEAD, GOOD)])
    assert kinds(rows, "indices") == []
    assert [row.model_dump()["source_path"] for row in rows["indices_scores"]] == [
        "indices/papi.csv",
        "indices/papi_full_panel.csv",
    ]
    assert accounts(rows, "indices")["indices/papi_full_panel.csv"] == ("read", 2, 1, 0, 1)


def test_a_figure_that_differs_by_rounding_alone_is_no_contradiction(tmp_path: Path) -> None:
    rows = _read(tmp_path, GOOD, GOOD.replace("40.3519", "40.35"))
    assert kinds(rows, "indices") == []
    assert accounts(rows, "indices")["indices/papi.csv"] == ("read", 2, 1, 0, 1)


def test_two_different_figures_are_shown_and_the_first_stands(tmp_path: Path) -> None:
    rows = _read(tmp_path, GOOD, GOOD.replace("40.3519", "40.41"))
    assert kinds(rows, "indices") == ["conflict"]
    found: Any = rows["indices_findings"][0]
    assert (found.place_a, found.place_b) == ("indices/papi.csv, dòng 2", "indices/papi.csv, dòng 3")
    assert (found.value_a, found.value_b) == ("40.3519 / points", "40.41 / points")
    assert [row.model_dump()["value"] for row in rows["indices_scores"]] == [Decimal("40.3519")]
    assert_balanced(rows, "indices")


def test_the_spread_of_the_provinces_is_read(tmp_path: Path) -> None:
    head = "year,component,n_provinces,min,q1,median,q3,max,mean"
    rows = read([_file(tmp_path, "papi_distribution.csv", head, "2011,D1,63,4.3,5.1,5.3,5.6,6.6,5.4")])
    said = rows["indices_distribution"][0].model_dump()
    assert (said["n_provinces"], said["minimum"], said["maximum"]) == (63, Decimal("4.3"), Decimal("6.6"))
    wrong = read([_file(tmp_path, "papi_distribution.csv", head, "2011,D1,63,4.3,5.4,5.3,5.6,6.6,5.4")])
    assert kinds(wrong, "indices") == ["out_of_range"]


def test_each_component_that_was_not_published_is_a_row(tmp_path: Path) -> None:
    line = "Bắc Giang,2021,all,D1|D2|TOTAL,không công bố"
    rows = read([_file(tmp_path, "papi_not_published.csv", "province,year,scope,components,note", line)])
    assert [row.model_dump()["component_code"] for row in rows["indices_gaps"]] == ["D1", "D2", "TOTAL"]
    assert accounts(rows, "indices")["indices/papi_not_published.csv"] == ("read", 3, 3, 0, 0)


def test_a_catalogue_is_left_out_with_a_reason(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "provinces.csv", "province_key,province_name", "01,Hà Nội")])
    assert kinds(rows, "indices") == ["reference_table"]
    assert accounts(rows, "indices")["indices/provinces.csv"] == ("ignored", 1, 0, 0, 1)


def test_an_index_table_without_a_needed_column_is_an_error(tmp_path: Path) -> None:
    rows = read([_file(tmp_path, "papi.csv", HEAD.replace(",unit", ",don_vi"), GOOD)])
    assert kinds(rows, "indices") == ["missing_column"]
    assert "unit" in rows["indices_findings"][0].model_dump()["message"]


def test_files_that_are_no_csv_or_no_text_are_unreadable(tmp_path: Path) -> None:
    book, broken = tmp_path / "papi.xlsx", tmp_path / "sipas.csv"
    book.write_bytes(b"PK")
    broken.write_bytes(b"\xff\xfe\x00")
    rows = read([receive(book, "indices/papi.xlsx"), receive(broken, "indices/sipas.csv")])
    assert kinds(rows, "indices") == ["unsupported_format", "unreadable_file"]


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the published index tables are not part of the project")
def test_the_published_tables_are_read_without_an_error() -> None:
    rows = read([receive(path, f"indices/{path.name}") for path in sorted(SHARED.iterdir())])
    found: Any = rows["indices_findings"]
    assert {(row.kind, row.severity) for row in found} == {("reference_table", "info")}
    assert_balanced(rows, "indices")
    counts = {table: len(content) for table, content in rows.items()}
    assert (counts["indices_scores"], counts["indices_distribution"], counts["indices_gaps"]) == (7420, 112, 93)
