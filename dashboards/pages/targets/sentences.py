"""What the pages of targets conclude, computed from their rows: how many are in which state, who is furthest, what the
rest of the year must bring."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from dashboards.pages.tallies import standing, statuses
from dashboards.pages.targets.order import worst_first
from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.formats import lower
from dashboards.theme.phrases import Phrases
from dashboards.theme.states import TARGET, TARGET_BEHIND, TARGET_WELL

# What a reader of the first sentence must act on.
_ASKING = (*TARGET_BEHIND, "not_reported")


def states(rows: Sequence[Row], phrases: Phrases, wanted: Collection[str] | None = None) -> str:
    """ "2 không đạt, 7 chậm tiến độ, 13 đạt", in the order of the family; wanted: of these states alone."""
    counts = {code: n for code, n in statuses(rows).items() if wanted is None or code in wanted}
    words = phrases.words
    names = [*TARGET, *sorted(set(counts) - set(TARGET))]
    return ", ".join(
        words.targets.state_count.format(
            n=formats.number(counts[code]), state=lower(words.target_status.get(code, code))
        )
        for code in names
        if counts.get(code)
    )


def overview(rows: Sequence[Row], plans: int, phrases: Phrases) -> str:
    """How many targets in force there are and stand behind, and which is furthest from its level; where none does,
    how all of them stand. Each level of a target that is printed with two counts, as on all pages."""
    words = phrases.words.targets
    current = [row for row in rows if row["is_current"]]
    counted = [row for row in current if not row["is_repeat"]]
    told = states(current, phrases, _ASKING) or states(current, phrases)
    twice = _contradicted(counted)
    said = [words.lead.format(n=formats.number(len(counted)), plans=formats.number(plans), states=told)]
    said += [words.contradicted.format(n=formats.number(twice))] if twice else []
    return " ".join([*said, *_worst(counted, phrases), *_repeats(current, phrases), *_closed(rows, current, phrases)])


def _contradicted(rows: Sequence[Row]) -> int:
    """How many lines are the second level that a plan prints of one and the same target."""
    keys = [row["commitment_key"] for row in rows if row["has_conflict"] and row["commitment_key"]]
    return len(keys) - len(set(keys))


def of_plan(rows: Sequence[Row], phrases: Phrases) -> str:
    """How the targets of one plan ended."""
    words, told = phrases.words.targets, standing(rows)
    counted = [row for row in told if not row["is_repeat"]]
    twice = _contradicted(counted)
    said = [words.lead_past.format(n=formats.number(len(counted)), states=states(told, phrases))]
    said += [words.contradicted.format(n=formats.number(twice))] if twice else []
    return " ".join([*said, *_repeats(told, phrases), *_closed(rows, told, phrases)])


def _worst(rows: Sequence[Row], phrases: Phrases) -> list[str]:
    behind = [row for row in rows if row["status"] in TARGET_BEHIND and row["actual"] is not None]
    if not behind:
        return []
    row = min(behind, key=worst_first)
    name = row["indicator_name"] or row["statement"]
    sentence = phrases.words.targets.worst
    return [sentence.format(name=lower(name), actual=phrases.actual(row), level=phrases.target(row))]


def _repeats(rows: Sequence[Row], phrases: Phrases) -> list[str]:
    again = sum(bool(row["is_repeat"]) for row in rows)
    return [phrases.words.targets.repeats.format(n=formats.number(again))] if again else []


def _closed(rows: Sequence[Row], counted: Sequence[Row], phrases: Phrases) -> list[str]:
    """How many another plan has closed, which stand in the list all the same."""
    n = len(rows) - len(counted)
    return [phrases.words.targets.closed_uncounted.format(n=formats.number(n))] if n else []


def conclusion(row: Row, units: Sequence[Row], phrases: Phrases) -> str:
    """How a target stands: its state with the distance from its level, else with the reason; who has reported.

    units: what each unit concerned sent, over all periods.
    """
    words = phrases.words.target_page
    mark = phrases.mark("target_status", row["status"], row["status_reason"], row["period_end"])
    state = mark.text if mark else formats.DASH
    if row["actual"] is None or row["gap"] is None:
        pattern, gap = words.state, ""
    else:
        pattern = words.equal if not row["gap"] else words.below if row["gap"] < 0 else words.above
        gap = phrases.gap(row).removeprefix("+").removeprefix(formats.MINUS)
        over = _over_range(row)
        if over is not None and row["gap"] >= 0:
            pattern, gap = (words.over_range, _size(over, row, phrases)) if over > 0 else (words.within, "")
    said = [pattern.format(state=state, gap=gap, level=phrases.target(row))]
    if row["units_concerned"] and row["status"] != "not_due":
        said.append(f"{_heard(row, units, phrases)}.")
    return " ".join(said)


def _heard(row: Row, units: Sequence[Row], phrases: Phrases) -> str:
    """Of how many units a figure is known; who only has one of an earlier period has not reported this one."""
    words, carried, held = phrases.words.target_page, row["units_carried"], row["units_held_back"]
    pattern = words.units_carried if carried else words.units
    said: str = pattern.format(
        part=formats.number(row["units_reported"] or 0),
        whole=formats.number(row["units_concerned"]),
        carried=formats.number(carried),
        period=_carried_from(row, units, phrases),
    )
    return words.units_held_back.format(known=said, n=formats.number(held)) if held else said


def _carried_from(row: Row, units: Sequence[Row], phrases: Phrases) -> str:
    """The earlier period by its name, where there is one."""
    names = {unit["period_key"]: unit["period_name"] for unit in units}
    own = [unit for unit in units if unit["period_key"] == row["period_key"] and unit["is_carried"]]
    read = {unit["read_period_key"] for unit in own}
    name = names.get(read.pop()) if len(read) == 1 else None
    return lower(name) if name else phrases.words.target_page.period_before


def over_periods(rows: Sequence[Row], phrases: Phrases) -> str:
    """In how many of the periods with a figure it stood well, and the last one."""
    words = phrases.words.target_page
    known = [row for row in rows if row["actual"] is not None]
    last = known[-1]
    told = {"period": lower(last["period_name"]), "actual": phrases.actual(last)}
    if not all(row["status"] in (*TARGET_WELL, *TARGET_BEHIND) for row in known):
        return words.chart_latest.format(level=phrases.target(last), **told)
    well = sum(row["status"] in TARGET_WELL for row in known)
    return words.chart_reached.format(n=well, whole=len(known), **told)


def year_before(period: Row, phrases: Phrases) -> str:
    """How a period compares with the same one of the year before; empty where they must not be compared."""
    words = phrases.words.target_page
    if not period["previous_year_is_comparable"] or period["previous_year_actual"] is None:
        return ""
    change = formats.difference(period["actual"], period["previous_year_actual"])
    name = period["previous_year_period_name"]
    if not change:
        return words.before_same.format(period=lower(name))
    pattern = words.before_up if change > 0 else words.before_down
    was = phrases.quantity(period["previous_year_actual"], period["unit"])
    said: str = pattern.format(change=_size(change, period, phrases), period=lower(name), actual=was)
    return said


def remaining(row: Row, phrases: Phrases) -> str:
    """What the rest of the year must bring; empty where nobody can know it, or nothing is left to do."""
    words = phrases.words.target_page
    if row["is_final"] or not row["remaining"]:
        return ""
    left = formats.number(row["remaining"])
    if row["unit"] != "percent":
        return words.remaining_count.format(n=phrases.quantity(row["remaining"], row["unit"]))
    if row["denominator"] is None:
        return ""
    return words.remaining_share.format(n=left, denominator=formats.number(row["denominator"]))


def not_compared(period: Row, phrases: Phrases) -> str:
    """Why the same period of the year before is not set beside this one."""
    words, reason = phrases.words, period["previous_year_reason"]
    has_figure = period["actual"] is not None or period["previous_year_actual"] is not None
    if reason is None or period["previous_year_is_comparable"] is not False or not has_figure:
        return ""
    if period["previous_year_actual"] is None and not words.year_before_reason.get(reason, ""):
        return words.target_page.no_figure_before
    blocks = (words.year_before_reason, words.figure_state, words.status_reason)
    text = next((block.get(reason, "") for block in blocks if block.get(reason, "")), reason)
    said: str = words.target_page.not_compared.format(reason=lower(text))
    return said


def fewer_units(before: Row, row: Row, units_before: Sequence[Row], units: Sequence[Row]) -> int:
    """How many units that had spoken by the period before are missing now, where a count that only grows within a
    year has fallen; 0 where it has not."""
    counts = ("numerator", "denominator") if row["denominator"] is not None else ("actual",)
    is_known = all(part[name] is not None for part in (before, row) for name in counts)
    is_one_year = before["window_to"].year == row["window_to"].year
    if not (is_known and is_one_year and any(row[name] < before[name] for name in counts)):
        return 0
    spoken = {unit["unit_key"] for unit in units_before if unit["actual"] is not None}
    return sum(unit["unit_key"] in spoken and unit["state"] == "not_reported" for unit in units)


def _over_range(row: Row) -> Decimal | None:
    """How far a result lies above the upper end of the range asked; None where no range is."""
    end: Decimal | None = row["value_max"] if row["comparator"] == "between" else None
    return None if end is None else formats.difference(row["actual"], end)


def _size(change: Decimal, row: Row, phrases: Phrases) -> str:
    """A distance without its sign, of shares in percentage points."""
    return phrases.gap({"gap": abs(change), "unit": row["unit"]}).removeprefix("+")
