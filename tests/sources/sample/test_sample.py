"""The shipped collection: every file has its receipt, every digest its label, every index figure its source."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml

from orchestration.resources import Workspace
from sources.documents.files import read_document
from sources.plans.extract import extract
from sources.receipts.scanning import Findings, walk
from sources.results.headings import SIMULATED_NOTICE
from tests.places import SAMPLE, SHARED

DIGESTS = ("bac_giang_papi_2019", "da_nang_lung_2021_2030", "dong_nai_2023", "hoa_binh_2024", "thanh_hoa_2020")
SIMULATED_PLANS = ("minh_hoa_2025", "minh_hoa_2026")
SIMULATED_AGENCY = "so-y-te-minh-hoa"
REAL_AGENCIES = {
    "benh-vien-phoi-da-nang",
    "so-y-te-bac-giang",
    "so-y-te-dong-nai",
    "so-y-te-hoa-binh",
    "so-y-te-thanh-hoa",
}
# What lies beside a plan: what completes it, and what a person said of it.
_BESIDE = {".yml", ".xlsx"}
needs_real_plans = pytest.mark.skipif(not SHARED.exists(), reason="the real plans (../shared) are not on this machine")
PROVINCES = {"Bắc Giang", "Đà Nẵng", "Đồng Nai", "Hòa Bình", "Thanh Hóa", "Toàn quốc"}
# They became one with a province of the agencies on 1 July 2025: of them the whole score of PAPI alone.
MERGED = {"Bình Phước", "Bắc Ninh", "Phú Thọ", "Quảng Nam", "Vĩnh Phúc"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _receipts() -> dict[str, dict[str, str]]:
    return {row["sha256"]: row for row in _rows(SAMPLE / "receipts.csv")}


def test_every_content_has_one_receipt_and_every_receipt_its_file() -> None:
    findings = Findings()
    hashes = {file.sha256 for file in walk(SAMPLE, findings)}
    assert sorted(row["sha256"] for row in _rows(SAMPLE / "receipts.csv")) == sorted(hashes)
    assert {row["sha256"] for row in _rows(SAMPLE / "withdrawn.csv")} <= hashes
    assert findings.rows == []


def test_every_instant_carries_the_vietnamese_zone_and_nothing_came_after_the_as_of_date() -> None:
    as_of = yaml.safe_load((SAMPLE / "collection.yml").read_text(encoding="utf-8"))["as_of"]
    for row in _rows(SAMPLE / "receipts.csv"):
        instants = [row["received_at"], *filter(None, [row["sent_at"]])]
        assert all(instant.endswith("+07:00") for instant in instants)
        assert max(datetime.fromisoformat(instant).date() for instant in instants) <= as_of


@pytest.mark.parametrize("plan_key", DIGESTS)
def test_a_digest_says_so_in_the_file_beside_it(plan_key: str) -> None:
    assert yaml.safe_load((SAMPLE / f"plans/{plan_key}.yml").read_text(encoding="utf-8")) == {"is_digest": True}


@pytest.mark.parametrize("name", ["bac_giang_papi_2019.md", "da_nang_lung_2021_2030.md", "hoa_binh_2024.txt"])
def test_a_digest_says_so_in_its_first_line(name: str) -> None:
    text = (SAMPLE / "plans" / name).read_text(encoding="utf-8")
    assert text.startswith("BẢN TÓM LƯỢC\n")
    assert "không phải văn bản gốc" in text


@pytest.mark.parametrize("plan_key", SIMULATED_PLANS)
def test_a_simulated_plan_says_so_in_the_file_beside_it(plan_key: str) -> None:
    label = yaml.safe_load((SAMPLE / f"plans/{plan_key}.yml").read_text(encoding="utf-8"))
    assert label == {"is_simulated": True}


def test_every_plan_has_its_label() -> None:
    plans = {path.stem for path in (SAMPLE / "plans").iterdir() if path.suffix not in _BESIDE}
    labels = {path.stem for path in (SAMPLE / "plans").iterdir() if path.suffix == ".yml"}
    assert plans == labels == {*DIGESTS, *SIMULATED_PLANS}


@pytest.mark.parametrize("name", ["par_index", "sipas", "papi"])
def test_every_index_figure_names_its_source_and_its_province_is_an_agencys_or_merged_with_one_or_the_country(
    name: str,
) -> None:
    rows = _rows(SAMPLE / f"indices/{name}.csv")
    assert rows
    assert all(row["source_url"].startswith(("http://", "https://")) for row in rows)
    assert {row["province"] for row in rows} - PROVINCES <= (MERGED if name == "papi" else set())
    assert {row["component_code"] for row in rows if row["province"] in MERGED} <= {"TOTAL"}


def test_every_result_says_that_it_is_simulated(sample_night: Workspace) -> None:
    rows = pq.read_table(sample_night.current / "raw" / "results_submissions.parquet").to_pylist()
    assert [row["source_path"] for row in rows if not row["is_simulated"]] == []
    assert {row["agency_key"] for row in rows} >= {SIMULATED_AGENCY}


def test_every_table_of_a_real_agency_says_in_its_second_line_and_in_every_line_that_it_is_simulated() -> None:
    tables = [path for agency in REAL_AGENCIES for path in (SAMPLE / "results" / agency).iterdir()]
    assert {path.parent.name for path in tables} == REAL_AGENCIES
    for path in tables:
        title, notice, head, *lines = list(csv.reader(path.open(encoding="utf-8-sig", newline="")))
        assert (len(title), notice) == (1, [SIMULATED_NOTICE])
        assert head[-1] == "Số liệu mô phỏng"
        assert lines
        assert {line[-1] for line in lines} == {"Có"}


def test_registers_name_units_of_the_real_plans_and_only_the_due_dates_that_a_plan_states() -> None:
    units = _rows(SAMPLE / "registers/units.csv")
    assert {row["agency_key"] for row in units} == {SIMULATED_AGENCY, *REAL_AGENCIES}
    # No person of a real agency stands in the sample.
    assert {row["head"] for row in units if row["agency_key"] in REAL_AGENCIES} == {""}
    owed = {row["agency_key"] for row in _rows(SAMPLE / "registers/obligations.csv")}
    assert owed == {SIMULATED_AGENCY, "so-y-te-thanh-hoa"}


def test_forty_units_of_the_simulated_agency_are_named_so_that_nobody_takes_them_for_real() -> None:
    units = [row for row in _rows(SAMPLE / "registers/units.csv") if row["agency_key"] == SIMULATED_AGENCY]
    assert len([row for row in units if row["unit_kind"] != "agency"]) == 40
    invented = (
        "Ví Dụ",
        "Thí Dụ",
        "Mẫu",
        "Giả Định",
        "Mô Phỏng",
        "Thử Nghiệm",
        "Minh Chứng",
        "Tượng Trưng",
        "Phác Thảo",
    )
    centres = [row["unit_name"] for row in units if row["unit_kind"] == "health_centre"]
    assert [name for name in centres if not name.endswith((*invented, "Sơ Đồ", "Nháp Đầu"))] == []


@needs_real_plans
@pytest.mark.shared
def test_units_of_the_real_plans_stand_in_the_annotated_lists() -> None:
    annotated = {row["canonical_name"] for row in _rows(SHARED / "reference" / "units.csv")}
    # The plans of Hòa Bình and Đà Nẵng are not annotated.
    checked = {"so-y-te-bac-giang", "so-y-te-dong-nai", "so-y-te-thanh-hoa"}
    named = {row["unit_name"] for row in _rows(SAMPLE / "registers/units.csv") if row["agency_key"] in checked}
    assert named <= annotated


@needs_real_plans
@pytest.mark.shared
def test_no_digest_repeats_a_sentence_of_a_real_plan() -> None:
    # Twenty-four words in a row are a sentence; set phrases, titles and names of laws are shorter.
    real = set[str]().union(*(_runs(path.read_text(encoding="utf-8"), 24) for path in SHARED.glob("plans/*.txt")))
    for path in sorted((SAMPLE / "plans").iterdir()):
        if path.suffix not in _BESIDE:
            blocks = read_document(path).blocks
            assert _runs("\n".join(block.text or " ".join(block.cells) for block in blocks), 24) & real == set(), (
                path.name
            )


@needs_real_plans
@pytest.mark.shared
@pytest.mark.parametrize("name", ["bac_giang_papi_2019.md", "dong_nai_2023.docx", "thanh_hoa_2020.docx"])
def test_a_digest_carries_the_figures_of_its_plan(name: str) -> None:
    path = SAMPLE / "plans" / name
    found = extract(path)
    annotated = [_figure(row) for row in _rows(SHARED / "gold" / path.stem / "targets.csv")]
    assert sorted(_figure(row) for row in found["targets"]) == sorted(annotated)
    tasks = _rows(SHARED / "gold" / path.stem / "tasks.csv")
    assert [(row["task_no"], row["deadline_text"] or "") for row in found["tasks"]] == [
        (row["task_no"], row["deadline_text"]) for row in tasks
    ]


def _figure(target: Mapping[str, Any]) -> tuple[str, ...]:
    """What a target says, without its words."""
    figures = (str(float(target[name])) if target[name] else "" for name in ("value", "value_max"))
    return (target["section"], target["comparator"], *figures, target["unit"], target["indicator_code"] or "")


def _runs(text: str, length: int) -> set[str]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return {" ".join(words[start : start + length]) for start in range(len(words) - length + 1)}
