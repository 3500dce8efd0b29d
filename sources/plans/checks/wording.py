"""How alike two clauses are: words that carry meaning, levels of government, what is counted, what is done."""

from functools import lru_cache

from sources.plans.vocabulary import holds, longest_start, phrases, table
from sources.vietnamese.abbreviations import expanded_key

# Figures for different levels of government are different commitments: 100 % of the province, 80 % of the communes.
_LEVELS = ("cấp tỉnh", "cấp huyện", "cấp xã", "cấp sở", "cấp bộ", "tuyến tỉnh", "tuyến huyện", "tuyến xã")
# One clause is held against many others; a plan has some hundreds of them.
CLAUSES_KEPT = 4_096
# Words that come and go without a change of meaning.
_EMPTY = frozenset(
    "các của về được đạt là số tỷ lệ tỉ mức độ việc trên tổng tối thiểu cho có theo và với tại trong từ đến bảo đảm "
    "đảm phấn đấu tiếp tục thực hiện hoàn thành lên một những".replace("đ", "d").split()
)


def content_words(key: str) -> tuple[str, ...]:
    """Words of a match key that carry meaning, in order."""
    return tuple(word for word in key.split() if word not in _EMPTY)


def restates(first: str, second: str) -> bool:
    """Whether the words of one clause hold all of the other's. One word more is enough for another scope: "nội trú"."""
    a, b = set(content_words(first)), set(content_words(second))
    return bool(a and b) and (a <= b or b <= a)


@lru_cache(maxsize=CLAUSES_KEPT)
def levels(text: str) -> frozenset[str]:
    """Levels of government named in `text`."""
    key = expanded_key(text)
    return frozenset(level for level in _LEVELS if holds(key, expanded_key(level)))


def thing_at_start(text: str) -> str | None:
    """What is counted, where `text` begins with it: "hồ sơ được số hóa" -> dossier. None for what no list knows."""
    words = expanded_key(text).split()
    while words and words[0] in _EMPTY:
        words = words[1:]
    found = longest_start(" ".join(words), phrases("shared_things", "thing", "phrase"))
    return found[1] if found else None


@lru_cache(maxsize=CLAUSES_KEPT)
def acts(text: str) -> frozenset[str]:
    """Stages of an act that `text` names: to propose is not to decide."""
    key = expanded_key(text)
    return frozenset(row["act"] for row in table("acts") if holds(key, expanded_key(row["phrase"])))
