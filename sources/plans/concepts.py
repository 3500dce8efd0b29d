"""Concepts that a sentence names, by the phrases of lexicon/concepts.csv: "qua mạng", "trực tuyến" are one concept.

Only finding stands here; which concepts make an indicator is decided in indicators.py. A phrase marked whole is one
term whose words say nothing by themselves: "hồ sơ công việc" is no "hồ sơ" of a citizen, "thanh toán trực tuyến" does
not say that anything else is online.
"""

from dataclasses import dataclass
from functools import cache

from sources.plans.vocabulary import table
from sources.vietnamese.abbreviations import expanded_key

# Spellings with i for y that officials still write.
_OTHER_SPELLING = {"lí": "lý", "kĩ": "kỹ", "tỉ": "tỷ", "kì": "kỳ", "qui": "quy"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One phrase found: its place in words and every concept that it stands for."""

    start: int
    end: int
    concepts: tuple[str, ...]
    is_whole: bool


class _Node:
    __slots__ = ("concepts", "following", "is_whole")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.concepts: tuple[str, ...] = ()
        self.is_whole = False


def _words(text: str) -> list[str]:
    return [_OTHER_SPELLING.get(word, word) for word in expanded_key(text).split()]


@cache
def _tree() -> _Node:
    """All phrases by their words: one walk over a sentence finds every one of them."""
    root = _Node()
    for row in table("concepts"):
        node = root
        for word in _words(row["phrase"]):
            node = node.following.setdefault(word, _Node())
        node.concepts = (*node.concepts, row["concept"])
        node.is_whole = node.is_whole or row["whole"] == "yes"
    return root


def find_concepts(text: str) -> list[Hit]:
    """Phrases of the text, the earliest first and the longer ones before the shorter; none inside a whole term."""
    words = _words(text)
    hits: list[Hit] = []
    reach = 0  # where the whole terms that began so far end: what begins later and ends before lies inside one
    for start in range(len(words)):
        for hit in reversed(_hits_at(words, start)):
            if hit.end > reach:
                hits.append(hit)
            if hit.is_whole:
                reach = max(reach, hit.end)
    return hits


def _hits_at(words: list[str], start: int) -> list[Hit]:
    node, hits = _tree(), []
    for place in range(start, len(words)):
        following = node.following.get(words[place])
        if following is None:
            break
        node = following
        if node.concepts:
            hits.append(Hit(start, place + 1, node.concepts, node.is_whole))
    return hits
