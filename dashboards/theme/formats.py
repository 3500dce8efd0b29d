"""Numbers, dates and places as an official Vietnamese document writes them. Text in, text out; no HTML, no words."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

DASH = "—"
MINUS = "−"
NO_BREAK = "\u00a0"
# Viet Nam has kept one hour since 1975; a fixed offset needs no time-zone database on the server.
VIETNAM = timezone(timedelta(hours=7))


def number(value: Decimal | int | None, places: int = 2) -> str:
    """Decimal comma, dots between thousands, no trailing zeros: 1234.50 -> "1.234,5".

    A figure that would round to zero is shown with the four decimals the warehouse keeps: it is not nothing.
    """
    if value is None:
        return DASH
    printed = shown(value, places)
    whole, _, fraction = f"{abs(printed):f}".partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = MINUS if printed < 0 else ""
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def shown(value: Decimal | int, places: int = 2) -> Decimal:
    """A figure as number() prints it, to reckon with."""
    exact = Decimal(value)
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return rounded if rounded or not exact else exact.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)


def difference(value: Decimal | int, other: Decimal | int) -> Decimal:
    """What a reader finds who takes one printed figure from the other: never "0,0018 less" beside equal figures."""
    return shown(value) - shown(other)


def signed(value: Decimal | int | None, places: int = 2) -> str:
    """As number(), with its sign always said: "+1,5", "−2", "0"."""
    text = number(value, places)
    return f"+{text}" if value is not None and value > 0 else text


def quantity(value: Decimal | int | None, unit_word: str) -> str:
    """A figure with its unit, never parted at a line's end: "96 %", "3 lần/quý"."""
    text = number(value)
    return text if value is None or not unit_word else f"{text}{NO_BREAK}{unit_word}"


def day(value: date | None) -> str:
    """dd/mm/yyyy."""
    return DASH if value is None else f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def partial_day(value: str | None) -> str:
    """A printed date with what it leaves open: "2024-01" -> "…/01/2024"; anything else is shown as it is."""
    if not value:
        return DASH
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return value
    return "/".join(["…"] * (3 - len(parts)) + parts[::-1])


def instant(value: datetime | None) -> str:
    """An instant kept in UTC, shown in the hour of Viet Nam: "08:15 ngày 12/10/2026" without the word."""
    if value is None:
        return DASH
    local = _local(value)
    return f"{local:%H:%M} {day(local.date())}"


def instant_day(value: datetime | None) -> str:
    """The day of an instant kept in UTC, as it is in Viet Nam."""
    return day(date_of(value))


def date_of(value: datetime | None) -> date | None:
    """The same, not as text."""
    return None if value is None else _local(value).date()


def _local(value: datetime) -> datetime:
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(VIETNAM)


def years(start: int | None, end: int | None) -> str:
    """ "2024", "2021–2030", "từ 2021" is a word and stands with the words: here only "2021–"."""
    if start is None:
        return DASH if end is None else f"–{end}"
    if end is None:
        return f"{start}–"
    return str(start) if start == end else f"{start}–{end}"


def file_size(size: int | None) -> str:
    """Bytes in the unit a person reads: "12 kB"."""
    if size is None:
        return DASH
    for limit, unit in ((10**6, "MB"), (10**3, "kB")):
        if size >= limit:
            return f"{number(Decimal(size) / limit, 1)}{NO_BREAK}{unit}"
    return f"{size}{NO_BREAK}B"


def lower(text: str) -> str:
    """As it stands inside a sentence: names that begin with an abbreviation stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
