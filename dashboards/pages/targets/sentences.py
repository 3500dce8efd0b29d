"""What the pages of targets conclude, computed from their rows: how many are in which state, who is furthest, what the
rest of the year must bring."""

from collections.abc import Sequence
from decimal import Decimal

from dashboards.pages.tallies import statuses
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.phrases import Phrases
from dashboards.theme.states import TARGET

# States in which a result stands on the wrong side of its level, the gravest first.
BEHIND = ("missed", "off_track", "at_risk")
_WELL = ("met", "exceeded", "on_track")


def severity(row: Row) -> tuple[int, Decimal, int]:
    """Worst first: by state, then by how much of the level is attained, then in the order of the plan."""
    order = list(TARGET)
    position = order.index(row["status"]) if row["status"] in order else len(order)
    attained = row["attainment_percent"] if row["attainment_percent"] is not None else Decimal("Infinity")
    return position, attained, row["sort_order"]


def states(rows: Sequence[Row], phrases: Phrases) -> str:
    """ "2 không đạt, 7 chậm tiến độ, 13 đạt", in the order of the family."""
    counts = statuses(rows)
    words = phrases.words
    names = [*TARGET, *sorted(set(counts) - set(TARGET))]
    return ", ".join(
        words.targets.state_count.format(
            n=formats.number(counts[code]), state=_lower(words.target_status.get(code, code))
        )
        for code in names
        if counts[code]
    )


def overview(rows: Sequence[Row], plans: int, phrases: Phrases) -> str:
    """How the targets in force stand, and which is furthest from its level."""
    words = phrases.words.targets
    counted = [row for row in rows if not row["is_repeat"]]
    said = [
        words.lead.format(n=formats.number(len(counted)), plans=formats.number(plans), states=states(rows, phrases))
    ]
    return " ".join([*said, *_worst(counted, phrases), *_repeats(rows, phrases)])


def of_plan(rows: Sequence[Row], phrases: Phrases) -> str:
    """How the targets of one plan ended."""
    counted = formats.number(sum(not row["is_repeat"] for row in rows))
    said = [phrases.words.targets.lead_past.format(n=counted, states=states(rows, phrases))]
    return " ".join([*said, *_repeats(rows, phrases)])


def _worst(rows: Sequence[Row], phrases: Phrases) -> list[str]:
    behind = [row for row in rows if row["status"] in BEHIND and row["actual"] is not None]
    if not behind:
        return []
    row = min(behind, key=severity)
    name = row["indicator_name"] or row["statement"]
    sentence = phrases.words.targets.worst
    return [sentence.format(name=_lower(name), actual=phrases.actual(row), level=phrases.target(row))]


def _repeats(rows: Sequence[Row], phrases: Phrases) -> list[str]:
    again = sum(bool(row["is_repeat"]) for row in rows)
    return [phrases.words.targets.repeats.format(n=formats.number(again))] if again else []


def conclusion(row: Row, phrases: Phrases) -> str:
    """How a target stands: its state with the distance from its level, else with the reason; who has reported."""
    words = phrases.words.target_page
    mark = phrases.mark("target_status", row["status"], row["status_reason"], row["period_end"])
    state = mark.text if mark else formats.DASH
    if row["actual"] is None or row["gap"] is None:
        pattern, gap = words.state, ""
    else:
        pattern = words.equal if not row["gap"] else words.below if row["gap"] < 0 else words.above
        gap = _size(row["gap"], row, phrases)
    said = [pattern.format(state=state, gap=gap)]
    if row["units_concerned"] and row["status"] != "not_due":
        counts = {"part": formats.number(row["units_reported"] or 0), "whole": formats.number(row["units_concerned"])}
        said.append(words.units.format(**counts))
    return " ".join(said)


def over_periods(rows: Sequence[Row], phrases: Phrases) -> str:
    """In how many of the periods with a figure it stood well, and the last one."""
    words = phrases.words.target_page
    known = [row for row in rows if row["actual"] is not None]
    last = known[-1]
    told = {"period": _lower(last["period_name"] or last["period_key"]), "actual": phrases.actual(last)}
    if not all(row["status"] in (*_WELL, *BEHIND) for row in known):
        return words.chart_latest.format(level=phrases.target(last), **told)  # type: ignore[no-any-return]
    well = sum(row["status"] in _WELL for row in known)
    return words.chart_reached.format(n=well, whole=len(known), **told)  # type: ignore[no-any-return]


def year_before(period: Row, phrases: Phrases) -> str:
    """How a period compares with the same one of the year before; empty where they must not be compared."""
    words = phrases.words.target_page
    if not period["previous_year_is_comparable"] or period["previous_year_actual"] is None:
        return ""
    change = period["actual"] - period["previous_year_actual"]
    name = period["previous_year_period_name"] or period["previous_year_period_key"]
    if not change:
        return words.before_same.format(period=_lower(name))  # type: ignore[no-any-return]
    pattern = words.before_up if change > 0 else words.before_down
    was = phrases.quantity(period["previous_year_actual"], period["unit"])
    said: str = pattern.format(change=_size(change, period, phrases), period=_lower(name), actual=was)
    return said


def remaining(row: Row, phrases: Phrases) -> str:
    """What the rest of the year must bring; empty where nobody can know it, or nothing is left to do."""
    words = phrases.words.target_page
    if row["is_final"] or not row["remaining"]:
        return ""
    left = formats.number(row["remaining"])
    if row["unit"] != "percent":
        return words.remaining_count.format(n=phrases.quantity(row["remaining"], row["unit"]))  # type: ignore[no-any-return]
    if row["denominator"] is None:
        return ""
    return words.remaining_share.format(n=left, denominator=formats.number(row["denominator"]))  # type: ignore[no-any-return]


def not_compared(period: Row, phrases: Phrases) -> str:
    """Why the same period of the year before is not set beside this one."""
    words, reason = phrases.words, period["previous_year_reason"]
    has_figure = period["actual"] is not None or period["previous_year_actual"] is not None
    if reason is None or period["previous_year_is_comparable"] is not False or not has_figure:
        return ""
    blocks = (words.year_before_reason, words.figure_state, words.status_reason)
    text = next((block.get(reason, "") for block in blocks if block.get(reason, "")), reason)
    said: str = words.target_page.not_compared.format(reason=_lower(text))
    return said


def _size(change: Decimal, row: Row, phrases: Phrases) -> str:
    """A distance without its sign, of shares in percentage points."""
    return phrases.gap({"gap": abs(change), "unit": row["unit"]}).removeprefix("+")


def _lower(text: str) -> str:
    """As it stands inside a sentence: names that begin with an abbreviation stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
