"""The dictionary read from a small manifest: how a description is taken apart, and where a table comes from."""

from typing import Any

import pytest

from orchestration import dictionary

SAID = "Số ngày trễ (ngày): số ngày sau hạn; trống khi đúng hạn | Days late: calendar days after the due date"


def _node(name: str, schema: str, columns: dict[str, str], **more: Any) -> dict[str, Any]:
    return {
        "unique_id": f"model.thuocdo.{name}",
        "resource_type": "model",
        "schema": schema,
        "name": name,
        "description": "Mỗi dòng là một báo cáo. | One row per report.",
        "columns": {
            column: {"name": column, "description": said, "data_type": "integer"} for column, said in columns.items()
        },
        "constraints": [],
        "config": {"column_types": {}},
        "depends_on": {"nodes": []},
        **more,
    }


def _manifest(**more: Any) -> dict[str, Any]:
    shown = _node("rpt_late", "reporting", {"days_late": SAID}, depends_on={"nodes": ["model.thuocdo.stg_reports"]})
    hidden = _node("stg_reports", "staging", {"days_late": SAID})
    shown |= more
    source = {"schema": "raw", "name": "reports"}
    return {
        "nodes": {node["unique_id"]: node for node in (shown, hidden)},
        "sources": {"source.thuocdo.raw.reports": source},
        "parent_map": {
            "model.thuocdo.rpt_late": ["model.thuocdo.stg_reports"],
            "model.thuocdo.stg_reports": ["source.thuocdo.raw.reports"],
        },
    }


def test_a_description_is_taken_apart_into_names_unit_and_meanings() -> None:
    (entry,) = dictionary.rows(_manifest())
    assert entry == dictionary.Entry(
        schema="reporting",
        table="rpt_late",
        column="days_late",
        data_type="integer",
        name_vi="Số ngày trễ",
        name_en="Days late",
        unit="ngày",
        meaning_vi="số ngày sau hạn; trống khi đúng hạn",
        meaning_en="calendar days after the due date",
        source="staging.stg_reports",
    )


def test_what_is_not_of_the_form_is_kept_as_the_english_meaning() -> None:
    manifest = _manifest()
    manifest["nodes"]["model.thuocdo.rpt_late"]["columns"]["days_late"]["description"] = "days after the due date"
    (entry,) = dictionary.rows(manifest)
    assert (entry.name_vi, entry.meaning_vi, entry.meaning_en) == ("", "", "days after the due date")


def test_a_table_leads_back_to_the_received_files() -> None:
    (table,) = dictionary.tables(_manifest())
    assert (table.grain_en, table.grain_vi) == ("One row per report.", "Mỗi dòng là một báo cáo.")
    assert (table.sources, table.raw) == (("staging.stg_reports",), ("raw.reports",))


@pytest.mark.parametrize(
    ("test", "key"),
    [
        ({"name": "unique_combination", "kwargs": {"columns": ["unit_key", "period_key"]}}, ("unit_key", "period_key")),
        ({"name": "not_null", "kwargs": {}}, ()),
    ],
)
def test_without_a_primary_key_the_tested_combination_is_the_key(test: dict[str, Any], key: tuple[str, ...]) -> None:
    manifest = _manifest()
    manifest["nodes"]["test.thuocdo.key"] = {
        "unique_id": "test.thuocdo.key",
        "resource_type": "test",
        "attached_node": "model.thuocdo.rpt_late",
        "column_name": None,
        "test_metadata": test,
    }
    assert dictionary.tables(manifest)[0].key == key


def test_the_primary_key_of_the_contract_is_the_key() -> None:
    (table,) = dictionary.tables(_manifest(constraints=[{"type": "primary_key", "columns": ["days_late"]}]))
    assert table.key == ("days_late",)
