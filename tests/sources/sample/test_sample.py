"""The shipped collection: every file has its receipt, every digest its label, every index figure its source."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from sources.contract import SourceFile
from sources.documents.files import read_document
from sources.plans.extract import extract
from sources.receipts.scanning import Findings, walk
from sources.results.reader import read as read_results
from sources.results.rows import SubmissionRow
from tests.places import SAMPLE, SHARED

DIGESTS = ("bac_giang_papi_2019", "da_nang_lung_2021_2030", "dong_nai_2023", "hoa_binh_2024", "thanh_hoa_2020")
SIMULATED_AGENCY = "so-y-te-minh-hoa"
# What lies beside a plan: what completes it, and what a person said of it.
_BESIDE = {".yml", ".xlsx"}
needs_real_plans = pytest.mark.skipif(not SHARED.exists(), reason="the real plans (../shared) are not on this machine")
PROVINCES = {"Bắc Giang", "Đà Nẵng", "Đồng Nai", "Hòa Bình", "Thanh Hóa", "Toàn quốc"}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _receipts() -> dict[str, dict[str, str]]:
    return {row["sha256"]: row for row in _rows(SAMPLE / "receipts.csv")}


def _files(room: str) -> list[SourceFile]:
    receipts = _receipts()
    return [
        SourceFile(file.path, file.name, file.sha256, datetime.fromisoformat(receipts[file.sha256]["received_at"]))
        for file in walk(SAMPLE, Findings())
        if file.kind == room
    ]


def test_every_file_has_one_receipt_and_every_receipt_its_file() -> None:
    findings = Findings()
    hashes = [file.sha256 for file in walk(SAMPLE, findings)]
    assert sorted(row["sha256"] for row in _rows(SAMPLE / "receipts.csv")) == sorted(hashes)
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


def test_the_simulated_plan_says_so_in_the_file_beside_it() -> None:
    label = yaml.safe_load((SAMPLE / "plans/minh_hoa_2026.yml").read_text(encoding="utf-8"))
    assert label == {"is_simulated": True}


def test_every_plan_has_its_label() -> None:
    plans = {path.stem for path in (SAMPLE / "plans").iterdir() if path.suffix not in _BESIDE}
    labels = {path.stem for path in (SAMPLE / "plans").iterdir() if path.suffix == ".yml"}
    assert plans == labels == {*DIGESTS, "minh_hoa_2026"}


@pytest.mark.parametrize("name", ["par_index", "sipas", "papi"])
def test_every_index_figure_names_its_source_and_speaks_of_the_five_provinces_or_the_country(name: str) -> None:
    rows = _rows(SAMPLE / f"indices/{name}.csv")
    assert rows
    assert all(row["source_url"].startswith(("http://", "https://")) for row in rows)
    assert {row["province"] for row in rows} <= PROVINCES


def test_results_are_given_for_the_simulated_agency_alone_and_say_that_they_are_simulated() -> None:
    submissions = read_results(_files("results"))["results_submissions"]
    assert len(submissions) == 24
    for row in submissions:
        assert isinstance(row, SubmissionRow)
        assert (row.agency_key, row.is_simulated) == (SIMULATED_AGENCY, True)


def test_registers_speak_of_the_simulated_agency_alone() -> None:
    for name in ("units", "obligations"):
        assert {row["agency_key"] for row in _rows(SAMPLE / f"registers/{name}.csv")} == {SIMULATED_AGENCY}


def test_the_workbooks_read_as_the_story_tells() -> None:
    tables = read_results(_files("results"))
    found = sorted((row.kind, row.source_path.rsplit("/", 2)[-2]) for row in tables["results_findings"])  # type: ignore[attr-defined]
    assert found == [
        ("cell_error", "q3"),
        ("not_a_number", "q3"),
        ("part_exceeds_whole", "q3"),
        ("percent_scale_unclear", "q3"),
        ("superseded_submission", "h1"),
        ("unreadable_file", "h1"),
    ]


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
