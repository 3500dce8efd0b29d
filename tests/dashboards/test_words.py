import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest
import yaml

import dashboards
from dashboards.theme.phrases import Phrases
from dashboards.theme.states import FAMILIES
from dashboards.theme.words import words
from sources.registers.rows import UnitKind
from tests.places import PROJECT

# The closed codes of the reporting marts.
CODES = {
    "target_status": "met exceeded missed on_track at_risk off_track in_progress not_due not_reported not_assessable "
    "nothing_arose not_applicable",
    "task_status": "done_on_time done_late in_progress overdue overdue_unconfirmed not_started not_reported "
    "ongoing_with_result ongoing_without_result extended stopped condition_not_arisen no_due_date",
    "figure_state": "reported nothing_arose not_applicable not_reported not_due quarantined not_published",
    "report_status": "on_time late not_reported unreadable not_due unknown not_owed",
    "severity": "error warning info",
    "file_status": "read unreadable ignored superseded",
    "plan_force": "in_force amended replaced ended not_begun no_period",
}
OTHER_CODES = {
    "status_reason": "no_indicator no_year other_unit missing_base missing_denominator missing_figure "
    "earlier_windows_missing quarters_unknown months_unknown distinct_count no_mean_of_rates no_result_expected "
    "later_year amended agency_count no_figure held_back",
    "amendment": "replaces amends supplements",
    "amended": "replaces amends supplements",
    "comparator": "eq ge gt le lt approx between increase_ge increase_eq decrease_ge decrease_eq",
    "attention_kind": "target task report conflict",
    "plan_kind": "annual multi_year papi_improvement index_improvement programme",
    "review_kind": "plan target goal task measure duty citation",
    "review_action": "confirmed corrected struck_out added",
    "review_outcome": "applied already_read overruled without_row",
}
ROOT = Path(dashboards.__file__).parent


@pytest.mark.parametrize(("family", "codes"), CODES.items())
def test_every_state_has_its_word_its_sign_and_a_sign_of_its_own(family: str, codes: str) -> None:
    assert set(codes.split()) == set(FAMILIES[family])
    signs = [state.sign for state in FAMILIES[family].values()]
    assert len(set(signs)) == len(signs)
    spoken = [words()[family].get(code, "") for code in codes.split()]
    assert all(spoken)
    assert len(set(spoken)) == len(spoken)


@pytest.mark.parametrize(("block", "codes"), OTHER_CODES.items())
def test_every_other_closed_code_has_its_word(block: str, codes: str) -> None:
    assert set(codes.split()) <= set(words()[block].mapping())


def test_every_kind_of_unit_has_its_word_and_no_other_kind_has_one() -> None:
    assert set(words().unit_kind.mapping()) == {*get_args(UnitKind), "named_in_plan"}


def test_every_unit_of_an_indicator_has_its_word() -> None:
    with (PROJECT / "dbt_project" / "seeds" / "indicators.csv").open(encoding="utf-8", newline="") as seed:
        units = {row["unit"] for row in csv.DictReader(seed)}
    assert units <= set(words().unit.mapping())


def test_every_word_in_the_file_is_text() -> None:
    def texts(block: object) -> list[object]:
        return [text for part in block.values() for text in texts(part)] if isinstance(block, dict) else [block]

    found = texts(yaml.safe_load((ROOT / "words" / "vi.yml").read_text(encoding="utf-8")))
    assert all(isinstance(text, str) for text in found)


def test_no_vietnamese_sentence_stands_in_code_or_templates() -> None:
    accented = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
    for path in [*ROOT.rglob("*.py"), *ROOT.rglob("*.j2"), *ROOT.rglob("*.js")]:
        text = re.sub(r'"""(?:.|\n)*?"""|#.*|_LETTERS = .*', "", path.read_text(encoding="utf-8"))
        text = text.replace('replace("đ", "d")', "")
        assert not accented.search(text), path.name


def test_words_that_pages_ask_for_exist() -> None:
    for path in ROOT.rglob("*.j2"):
        for dotted in re.findall(r"\bw\.([a-z_]+(?:\.[a-z_]+)+)", path.read_text(encoding="utf-8")):
            block = words()
            for name in dotted.split("."):
                if name in {"get", "format"}:
                    break
                block = block[name]


def test_every_word_is_said_somewhere_or_stands_among_words_that_are_chosen_by_a_code() -> None:
    sources = [*ROOT.rglob("*.py"), *ROOT.rglob("*.j2")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(r"""(?:["']|\.)([a-z_0-9]+)\b""", text))
    chosen = set(re.findall(r"""\.([a-z_]+)(?:\.get\(|\[[a-z])""", text)) | {*CODES, *OTHER_CODES, "plotly"}

    def unsaid(block: Mapping[str, object], path: str) -> list[str]:
        found = []
        for name, part in block.items():
            if isinstance(part, dict):
                found += [] if name in chosen else unsaid(part, f"{path}{name}.")
            elif name not in named:
                found.append(path + name)
        return found

    assert unsaid(words().mapping(), "") == []


def test_an_unknown_code_is_shown_rather_than_lost() -> None:
    mark = Phrases(words()).mark("target_status", "paused")
    assert mark is not None
    assert mark.text == "paused"
    assert Phrases(words()).mark("target_status", None) is None
