"""A night built again beside the version of then: what differs, and why."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration import differences
from orchestration.differences import Differences, compare, in_words

CODE = {"sources": "s", "dbt_project": "d", "dashboards": "p", "orchestration": "o", "libraries": "l"}


def _record(**columns: Any) -> dict[str, Any]:
    """run.json as two equal nights have it, but for `columns`."""
    contents = {"core.fct_result": "1", "core.dim_unit": "2"}
    return {"run_id": "night", "code": CODE, "inputs": "i", "contents": contents, "pages": {"a.html": "1"}} | columns


def _lay_out(folder: Path, results: list[int], paths: dict[str, str], column: str = "value") -> Path:
    (folder / "exports").mkdir(parents=True)
    (folder / "raw").mkdir()
    pq.write_table(pa.table({"unit": ["x"] * len(results), column: results}), folder / "exports/fct_result.parquet")
    receipts = {
        "source_path": list(paths),
        "source_sha256": list(paths.values()),
        "is_new": [True] * len(paths),
        "change_kind": [None] * len(paths),
    }
    pq.write_table(pa.table(receipts), folder / "raw/receipts_files.parquet")
    return folder


def _compared(tmp_path: Path, then: dict[str, Any], now: dict[str, Any], **laid_out: Any) -> Differences:
    version = _lay_out(tmp_path / "then", [1, 2, 2, 3], {"results/a.xlsx": "1"})
    (version / "run.json").write_text(json.dumps(then), encoding="utf-8")
    build = _lay_out(
        tmp_path / "now", **{"results": [1, 2, 4], "paths": {"results/a.xlsx": "1", "results/b.xlsx": "2"}} | laid_out
    )
    found = compare(version, now, build)
    assert found is not None
    return found


def test_equal_contents_are_said_to_be_equal(tmp_path: Path) -> None:
    found = _compared(tmp_path, _record(), _record(code={**CODE, "sources": "mới"}, inputs="khác"))
    assert found == Differences(against="night", is_equal=True)
    assert "giống hệt" in in_words(found)[0]


def test_a_version_that_is_not_kept_cannot_be_compared(tmp_path: Path) -> None:
    assert compare(tmp_path / "none", _record(), tmp_path) is None
    assert differences.read(tmp_path / "none") is None


def test_rows_are_counted_with_their_repetitions_and_columns_that_came_or_went_are_named(tmp_path: Path) -> None:
    changed = {"core.fct_result": "khác", "core.dim_unit": "2"}
    found = _compared(tmp_path, _record(), _record(contents=changed))
    (mart,) = found.marts
    assert (mart.mart, mart.only_there, mart.only_here) == ("core.fct_result", 2, 1)
    renamed = _compared(tmp_path / "x", _record(), _record(contents=changed), column="figure")
    assert (renamed.marts[0].columns_gone, renamed.marts[0].columns_new) == (("value",), ("figure",))


def test_a_mart_that_only_one_version_has_is_listed_with_all_its_rows(tmp_path: Path) -> None:
    found = _compared(tmp_path, _record(contents={}), _record(contents={"core.fct_result": "1", "core.fct_gone": "2"}))
    assert [(mart.mart, mart.only_there, mart.only_here) for mart in found.marts] == [
        ("core.fct_gone", 0, 0),
        ("core.fct_result", 2, 1),
    ]


@pytest.mark.parametrize(
    ("then", "now", "causes"),
    [
        ({}, {"code": {**CODE, "dbt_project": "mới", "sources": "mới"}}, [("code", ["sources", "dbt_project"])]),
        ({}, {"code": {**CODE, "libraries": "mới"}}, [("libraries", [])]),
        ({}, {"inputs": "khác"}, [("inputs", ["results/b.xlsx"])]),
        ({}, {"code": {**CODE, "dashboards": "mới"}}, [("code", ["dashboards"]), ("unknown", [])]),
        ({}, {}, [("unknown", [])]),
        ({"code": None}, {}, [("not_recorded", [])]),
    ],
)
def test_every_difference_has_its_cause(
    tmp_path: Path, then: dict[str, Any], now: dict[str, Any], causes: list[tuple[str, list[str]]]
) -> None:
    before = {key: value for key, value in _record(**then).items() if value is not None}
    found = _compared(tmp_path, before, _record(contents={"core.fct_result": "khác", "core.dim_unit": "2"}, **now))
    assert [(cause.kind, list(cause.names)) for cause in found.causes] == causes
    words = in_words(found)
    assert words[1].startswith("  core.fct_result: 2 dòng chỉ có ở bản đã công bố")
    assert len([line for line in words if "Nguyên nhân" in line]) == len(causes)


def test_pages_that_differ_alone_leave_the_contents_equal(tmp_path: Path) -> None:
    now = _record(pages={"a.html": "khác", "b.html": "1"}, code={**CODE, "dashboards": "mới"})
    found = _compared(tmp_path, _record(), now)
    assert (found.is_equal, found.pages) == (True, ("a.html", "b.html"))
    assert [cause.kind for cause in found.causes] == ["code"]
    assert "2 trang khác" in in_words(found)[0]
