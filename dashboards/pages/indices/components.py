"""The components of an index: a small figure each, and beside it what the agency's own plans ask for."""

from collections.abc import Sequence

from dashboards.blocks.layout import Attached, Block, Chart, Fold, Pair, Sheet, Text
from dashboards.figures.index_series import course
from dashboards.figures.spread import middle_name
from dashboards.pages.indices import sentences as index_sentences
from dashboards.pages.indices import tables as index_tables
from dashboards.pages.indices import work as index_work
from dashboards.pages.indices import work_sentences
from dashboards.pages.indices.provinces import TOTAL
from dashboards.pages.indices.subject import Subject, latest
from dashboards.row import Row

# One year is a point, not a course over time: it stands in a table instead.
_LEAST_YEARS = 2


def components(subject: Subject) -> list[Block]:
    """The newest years side by side, then each component before the agency's own work on it."""
    words, territory = subject.book.words.index, subject.territory
    rows = [row for row in subject.rows if row["component_code"] != TOTAL]
    worked = [row for row in subject.cells if row["year"] == subject.work_year and row["component_code"] != TOTAL]
    order = {row["component_code"]: row["component_order"] or 0 for row in [*rows, *worked]}
    names = {row["component_code"]: index_tables.name(row) for row in [*rows, *worked]}
    if not names:
        return [Text(words.components_none.format(territory=territory), "empty")]
    blocks: list[Block] = []
    if rows:
        blocks += [Sheet(index_tables.components(subject, rows)), Attached(index_tables.every_component(subject, rows))]
    else:
        blocks.append(Text(words.components_none.format(territory=territory), "empty"))
    agency = subject.agency["agency_name"]
    later = [words.work_later.format(year=subject.work_year)] if subject.is_work_past else []
    blocks.append(Text(" ".join([words.work_lead.format(agency=agency), *later]), "note"))
    if work_sentences.items_of(subject, TOTAL):
        blocks.append(Fold(words.work_total, index_work.blocks(subject, TOTAL), anchor="phan-total", is_open=True))
    for code in sorted(names, key=lambda code: (order[code], code)):
        chart = course_chart(subject, code, [row for row in rows if row["component_code"] == code])
        beside = index_work.blocks(subject, code)
        if chart:
            blocks.append(Pair(chart, beside))
        elif work_sentences.items_of(subject, code):
            blocks.append(Fold(names[code], beside, anchor=f"phan-{code.lower()}", is_open=True))
    whole = index_work.attached(subject, {**names, TOTAL: words.work_total})
    return [*blocks, whole] if whole else blocks


def course_chart(subject: Subject, component: str, rows: Sequence[Row]) -> Chart | None:
    """The chart of one component; None where no unit has two years of it."""
    words = subject.book.words.index
    newest = latest(rows)
    unit = newest["unit"] if newest else None
    held = [row for row in rows if row["value"] is None or row["unit"] == unit]
    spread = subject.spread(component, unit)
    if not newest or (sum(row["value"] is not None for row in held) < _LEAST_YEARS and component != TOTAL):
        return None
    is_total = component == TOTAL
    named = f"{index_tables.name(newest)} ({subject.book.phrases.unit(unit)})"
    title = words.total_chart.format(province=subject.province, unit=subject.book.phrases.unit(unit))
    figure = course(
        "diem-chung" if is_total else f"diem-{component.lower()}",
        title if is_total else named,
        index_sentences.course_caption(subject, held) if is_total else _component_caption(subject, newest),
        held,
        subject.former(component),
        spread,
        subject.breaks,
        subject.book.phrases,
        subject.origin_id,
        is_small=not is_total,
    )
    return Chart(figure, "cac-nam" if is_total else "thanh-phan")


def _component_caption(subject: Subject, row: Row) -> str:
    """The latest year, and how far from the middle of the provinces and from the best."""
    words = subject.book.words.index
    facts = [subject.book.phrases.quantity(row["value"], row["unit"])]
    for name in (middle_name(subject.spread(row["component_code"], row["unit"])), "max"):
        said = index_sentences.distance(subject, row, name)
        facts += [said] if said else []
    return str(words.component_latest.format(year=row["year"], facts=", ".join(facts)))
