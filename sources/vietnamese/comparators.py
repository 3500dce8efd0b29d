"""Words of comparison around a figure: tối thiểu, trên, không quá, từ … trở lên, giảm bình quân."""

import re
from dataclasses import dataclass

_BEFORE = {
    "ge": (
        "tối thiểu là",
        "tối thiểu",
        "ít nhất là",
        "ít nhất",
        "không dưới",
        "không thấp hơn",
        "không ít hơn",
        "thấp nhất",
        "đạt và vượt",
        "đạt hoặc vượt",
        "bằng hoặc vượt",
        "≥",
        ">=",
    ),
    "gt": ("trên", "cao hơn", "lớn hơn", "nhiều hơn", "vượt", "hơn", ">"),
    "le": (
        "tối đa là",
        "tối đa",
        "không để vượt quá",
        "không để quá",
        "không còn quá",
        "không vượt quá",
        "không vượt",
        "không quá",
        "không cao hơn",
        "nhiều nhất",
        "≤",
        "<=",
    ),
    "lt": ("dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "<"),
    "approx": ("khoảng", "xấp xỉ", "ước đạt", "gần", "~", "≈"),
}
_COMPARATOR_OF = {word: code for code, words in _BEFORE.items() for word in words}
_WORDS = "|".join(re.escape(word) for word in sorted(_COMPARATOR_OF, key=len, reverse=True))
_PREFIX = re.compile(rf"(?<!\w)(?P<word>{_WORDS})\s*(?:(?:từ|đạt|quá)\s+)?$", re.IGNORECASE)
_FORBIDDEN = re.compile(r"(?<!\w)không (?:để|cho)(?!\w)[^;.]*$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_SUFFIX = re.compile(r"^\s*(?P<word>trở lên|trở xuống|hoặc cao hơn|hoặc thấp hơn)(?!\w)", re.IGNORECASE)
# "Từ 95% kế hoạch trở lên": a few words may stand between a figure that "từ" opens and the words that close it.
_DISTANT_SUFFIX = re.compile(r"^(?:\s+[^\W\d_]+){1,8}\s+(?P<word>trở lên|trở xuống)(?!\w)", re.IGNORECASE)
_CUT = r"cắt giảm|giảm|tinh giản|rút ngắn|tiết kiệm"
_RISE = r"tăng thêm|tăng"
_CHANGE = re.compile(
    rf"(?<!\w)(?P<word>(?:{_CUT}|{_RISE})(?:\s+(?:thêm|bình quân|trung bình|được|mỗi năm|hằng năm|hàng năm))*)\s*$",
    re.IGNORECASE,
)
_ADDED = re.compile(r"(?<!\w)(?P<word>thêm|bổ sung)\s*$", re.IGNORECASE)
# "Giảm tỷ lệ hồ sơ quá hạn ít nhất 5% so với năm trước": the verb stands apart, the base says that it is a change.
_DISTANT = re.compile(rf"(?:^|[;,.]\s*)(?:tiếp tục\s+|phấn đấu\s+)?(?P<word>{_CUT}|{_RISE})\s+[^;.]*$", re.IGNORECASE)
_AGAINST = re.compile(r"^[^;.]*?(?<!\w)so với (?:năm|giai đoạn|cùng kỳ|kỳ|thời điểm|hiện)", re.IGNORECASE)
_ABSENT = re.compile(r"(?<!\w)(?:không (?:còn|để|có)|chấm dứt)\s+$", re.IGNORECASE)
_MULTIPLE = re.compile(r"(?<!\w)gấp\s+(?:hơn\s+)?$", re.IGNORECASE)
_LEVEL = re.compile(r"(?<!\w)(?:đạt|đạt mức|lên|xuống|còn|đến|ở mức)\s*$", re.IGNORECASE)

# Words further from a figure than this say nothing about it; it also bounds the work on hostile text.
_REACH = 300


@dataclass(frozen=True, slots=True)
class Comparison:
    """comparator code, the words as printed, and how many characters before and after the figure they take."""

    comparator: str
    printed: str | None
    before: int
    after: int


def comparison(before: str, after: str, *, is_range: bool) -> Comparison | None:
    """What the words around a figure say. None where they cannot be written with one code ("giảm không quá 5%")."""
    before, after = before[-_REACH:], after[:_REACH]
    if _ABSENT.search(before) or _MULTIPLE.search(before):
        return None  # "không còn 01 hồ sơ nào", "gấp 2 lần": no code says them
    taken, level, words = 0, "eq", []
    suffix = _SUFFIX.match(after)
    taken_after = suffix.end() if suffix else 0
    opened = _FROM.search(before)
    if suffix is None and not is_range:
        suffix = _DISTANT_SUFFIX.match(after)
    prefix = _PREFIX.search(before) or (opened if suffix or is_range else None)
    if prefix:
        taken = len(before) - prefix.start()
        level = _COMPARATOR_OF.get(prefix.groupdict().get("word", "").lower(), "eq")
        if level == "gt" and _FORBIDDEN.search(before[: prefix.start()]):
            level = "le"  # "không để tỷ lệ ... vượt quá 2%"
        words.append(before[prefix.start() :].strip())
    if suffix:
        level = "ge" if suffix["word"].lower() in {"trở lên", "hoặc cao hơn"} else "le"
        words.append(suffix["word"])
    rest = before[: len(before) - taken]
    change = _CHANGE.search(rest)
    added = _ADDED.search(rest) if change is None else None
    verb = change or added
    if verb is not None:
        taken += len(rest) - verb.start()
        words.insert(0, verb["word"])
    elif not _LEVEL.search(rest) and _AGAINST.match(after):
        change = _DISTANT.search(rest)
    printed = " ".join(words) or None
    if is_range:
        return Comparison("between", printed, taken, taken_after)
    if change:
        direction = "increase" if change["word"].lower().startswith("tăng") else "decrease"
        if level not in {"ge", "eq"}:
            return None
        return Comparison(f"{direction}_{level}", printed or change["word"], taken, taken_after)
    return Comparison(level, printed, taken, taken_after)
