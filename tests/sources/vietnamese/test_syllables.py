"""The closed list of Vietnamese syllables: what can be one, what cannot, what was written together."""

import csv
import re
from pathlib import Path

import pytest

from sources.vietnamese import syllables
from sources.vietnamese.syllables import is_bare_syllable, is_marked, is_syllable, loanwords, syllables_of
from tests.places import PROJECT

FOLDER = Path(syllables.__file__).parent


@pytest.mark.parametrize(
    "word",
    [
        *("nghiêng", "khuya", "quốc", "giếng", "gì", "gìn", "quyết", "khuỷu", "xoèn", "xoong", "uế", "ý", "yếu"),
        *("oằn", "HOẠCH", "Nguyễn", "hoà", "hòa", "quý", "thuở", "ghép"),
    ],
)
def test_what_vietnamese_writes_is_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("hànhchính", "two syllables"),
        ("ngiệp", "ng before a front vowel"),
        ("kông", "k before a back vowel"),
        ("cế", "c before a front vowel"),
        ("biêt", "a stop without its tone"),
        ("hoàt", "a stop with the falling tone"),
        ("việễc", "two tones"),
        ("thủx", "no such rime"),
        ("đượcc", "no such rime"),
        ("jâm", "no such onset"),
        ("", "nothing"),
    ],
)
def test_what_vietnamese_cannot_write_is_none(word: str, why: str) -> None:
    assert not is_syllable(word), why


def test_a_text_that_lost_its_marks_is_known_by_its_syllables() -> None:
    assert [word for word in ("viec", "duoc", "Nguyen", "quoc", "survey") if is_bare_syllable(word)] == [
        "viec",
        "duoc",
        "Nguyen",
        "quoc",
    ]
    assert not is_syllable("viec")


def test_words_written_together_are_told_apart() -> None:
    assert syllables_of("hànhchính") == ("hành", "chính")
    assert syllables_of("cảicáchhành") == ("cải", "cách", "hành")
    assert syllables_of("xyz") == ()


def test_loanwords_are_marked_and_no_syllables_so_that_each_row_of_the_list_is_needed() -> None:
    assert [word for word in loanwords() if is_syllable(word) or not is_marked(word)] == []


def test_every_word_of_the_catalogues_that_a_person_reads_is_made_of_syllables() -> None:
    words: set[str] = set()
    for seed in ("indicators.csv", "reform_areas.csv", "finding_kinds.csv", "papi_dimensions.csv"):
        with (PROJECT / "dbt_project" / "seeds" / seed).open(encoding="utf-8", newline="") as lines:
            for line in csv.reader(lines):
                words.update(word for cell in line for word in re.findall(r"(?<!\w)[^\W\d_]{2,}(?!\w)", cell))
    assert len(words) > 200
    assert sorted(word for word in words if word.islower() and is_marked(word) and not is_syllable(word)) == []


def test_the_tables_hold_each_part_once() -> None:
    for name, column in (("onsets", "onset"), ("rimes", "rime"), ("loanwords", "word")):
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            parts = [line[column] for line in csv.DictReader(lines)]
        assert len(parts) == len(set(parts))
