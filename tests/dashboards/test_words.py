import csv
import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

import dashboards
from dashboards.theme.phrases import Phrases
from dashboards.theme.states import FAMILIES
from dashboards.theme.words import words
from orchestration import code_words
from sources.registers.rows import UnitKind
from tests.places import PROJECT

# Codes by the block of words that says them: those of the lists that hold what the marts accept, and of the pages' own.
LISTS = {name: {code.code for code in codes} for name, codes in code_words.lists().items()}
CODES = {
    **{family: LISTS[family] for family in FAMILIES if family in LISTS},
    "plan_force": {"in_force", "amended", "replaced", "ended", "not_begun", "no_period"},
}
# The words of the indices stand in one block of their own, list by list.
_APART = "index"
OTHER_CODES = {
    **{name: codes for name, codes in LISTS.items() if name not in {*FAMILIES, _APART} and name in words().mapping()},
    "amendment": {"replaces", "amends", "supplements"},
    "amended": {"replaces", "amends", "supplements"},
}
# Blocks of the words of one board; a row of a plan that stands as it was read bears no mark.
GLOSSARY = {
    "terms": LISTS["licence"],
    "value_kind": LISTS["value_kind"],
    "direction": LISTS["direction"],
    "frequency": LISTS["frequency"],
    "over_units": LISTS["aggregation_over_units"],
    "over_periods": LISTS["aggregation_over_periods"],
}
MARKS = LISTS["row_review"] - {"none", "confirmed"}
ROOT = Path(dashboards.__file__).parent


@pytest.mark.parametrize("family", FAMILIES)
def test_every_state_has_its_word_its_sign_and_a_sign_of_its_own(family: str) -> None:
    assert CODES[family] == set(FAMILIES[family])
    signs = [state.sign for state in FAMILIES[family].values()]
    assert len(set(signs)) == len(signs)
    spoken = [words()[family].get(code, "") for code in CODES[family]]
    assert all(spoken)
    assert len(set(spoken)) == len(spoken)


@pytest.mark.parametrize(("block", "codes"), OTHER_CODES.items())
def test_every_other_closed_code_has_its_word(block: str, codes: set[str]) -> None:
    assert codes <= set(words()[block].mapping())


def test_every_code_of_the_words_of_one_board_has_its_word() -> None:
    for block, codes in GLOSSARY.items():
        assert codes <= set(words().glossary[block].mapping()), block
    assert set(words().review.mark.mapping()) == MARKS


def test_a_block_that_says_a_code_where_it_has_no_word_is_held_to_the_list_of_the_codes() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py"))
    fallen_back = set(re.findall(r"\.([a-z_]+)\.get\(row\[[^\]]*\], row\[", text))
    assert "upcoming_kind" in fallen_back
    assert fallen_back <= {*CODES, *OTHER_CODES, *GLOSSARY, "mark"}


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


def test_an_unknown_code_is_shown_rather_than_lost() -> None:
    mark = Phrases(words()).mark("target_status", "paused")
    assert mark is not None
    assert mark.text == "paused"
    assert Phrases(words()).mark("target_status", None) is None
