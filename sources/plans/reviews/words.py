"""Codes of the closed vocabularies and the Vietnamese words that stand for them in the workbook."""

import csv
from functools import cache
from pathlib import Path

from sources.vietnamese.normal import match_key


@cache
def words(name: str) -> dict[str, str]:
    """code -> word of one list, in its order."""
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as handle:
        return {row["code"]: row["word"] for row in csv.DictReader(handle) if row["list"] == name}


def word_of(name: str, code: str) -> str:
    """The word for a code; the code itself where the list does not have it."""
    return words(name).get(code, code)


def code_of(name: str, text: str) -> str | None:
    """The code that a cell means, by word or by code, however they are spelled; None where it means none."""
    return _by_key(name).get(_key(text))


@cache
def _by_key(name: str) -> dict[str, str]:
    spelled = {_key(code): code for code in words(name)}
    return spelled | {_key(word): code for code, word in words(name).items()}


def _key(text: str) -> str:
    """Signs such as % are words of their own; letters are compared without regard to case and tone placement."""
    return match_key(text) or text.strip()
