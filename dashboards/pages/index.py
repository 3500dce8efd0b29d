"""One page an index: the whole score and the rank of the agencies' provinces over the years, then its components."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboards.figures.index_series import ranks, scores
from dashboards.figures.spec import Figure
from dashboards.pages.book import INDEX_PAGES, Book, Page
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme.collation import collation_key
from dashboards.theme.template import series_look

_TOTAL = "TOTAL"
# One year is a point, not a course over time: it stands in a table instead.
_LEAST_YEARS = 2


def pages(book: Book) -> Iterator[Page]:
    """A page for each of the three indices, also for one without figures."""
    breaks = book.rows_of("index_breaks", "index_code")
    for index, path in INDEX_PAGES.items():
        rows = book.rows_of("index_scores", "index_code")[index]
        statistics = book.rows_of("index_statistics", "index_code")[index]
        looks = _looks(rows)
        rows = sorted(rows, key=_reading_order)
        statistics = sorted(statistics, key=lambda row: (-row["year"], row["component_code"], row["statistic"]))
        yield Page(
            path=path,
            title=book.words.index.names[index],
            template="index_series.html.j2",
            crumbs=[(book.words.nav.overview, "index.html")],
            figures={
                "total": _total(book, index, rows, statistics, breaks[index], looks),
                "ranks": ranks("index-ranks", _of(rows, _TOTAL), breaks[index], looks, book.phrases),
                "components": _components(book, rows, statistics, breaks[index], looks),
            },
            context={
                "index": index,
                "looks": looks,
                "years": _years(_of(rows, _TOTAL), looks),
                "breaks": breaks[index],
                "has_computed_rank": any(
                    row["is_rank_computed"] and row["rank"] is not None and row["territory"] in looks
                    for row in _of(rows, _TOTAL)
                ),
                "rows": rows,
                "has_gaps": any(row["state"] == "not_published" and row["territory"] in looks for row in rows),
                "single_years": _single_years(rows, looks),
                "statistics": statistics,
                "sources": _sources([*rows, *statistics]),
            },
        )


def _of(rows: Sequence[Row], component: str) -> list[Row]:
    """Rows of one component."""
    return [row for row in rows if row["component_code"] == component]


def _reading_order(row: Row) -> tuple[Any, ...]:
    """Component, latest year first, provinces by the alphabet."""
    return row["component_order"] or 0, row["component_code"], -row["year"], collation_key(row["territory"])


def _looks(rows: Sequence[Row]) -> Mapping[str, Mapping[str, Any]]:
    """Colour, sign and dash of the agencies' provinces, by the alphabet; others stand in the table only."""
    names = sorted({row["territory"] for row in rows if row["is_agency_province"]}, key=collation_key)
    return {name: series_look(position) for position, name in enumerate(names)}


def _years(rows: Sequence[Row], looks: Mapping[str, Any]) -> list[tuple[int, dict[str, Row]]]:
    """Years of the whole score, latest first, each with the row of every province that has one."""
    mine = [row for row in rows if row["territory"] in looks]
    by_year = grouped(mine, "year")
    return [(year, {row["territory"]: row for row in by_year[year]}) for year in sorted(by_year, reverse=True)]


def _latest(book: Book, rows: Sequence[Row], looks: Mapping[str, Any], pattern: str) -> str:
    """The conclusion of a chart: the latest year with a value, province by province."""
    words = book.words.index
    known = [row for row in rows if row["territory"] in looks and row["value"] is not None]
    if not known:
        return words.caption_none  # type: ignore[no-any-return]
    year = max(row["year"] for row in known)
    items = []
    for row in sorted((row for row in known if row["year"] == year), key=lambda row: collation_key(row["territory"])):
        rank = book.phrases.rank(row)
        item = words.caption_item_ranked if rank else words.caption_item
        value = book.phrases.quantity(row["value"], row["unit"])
        items.append(item.format(territory=row["territory"], value=value, rank=rank))
    return pattern.format(year=year, items="; ".join(items))


def _total(
    book: Book,
    index: str,
    rows: Sequence[Row],
    statistics: Sequence[Row],
    breaks: Sequence[Row],
    looks: Mapping[str, Mapping[str, Any]],
) -> Figure | None:
    """The whole score of the agencies' provinces before the spread of all."""
    mine = _of(rows, _TOTAL)
    if not any(row["value"] is not None for row in mine) and not statistics:
        return None
    words = book.words.index
    caption = _latest(book, mine, looks, words.caption_latest)
    return scores("index-total", words.total_chart, caption, mine, _of(statistics, _TOTAL), breaks, looks, book.phrases)


def _by_component(rows: Sequence[Row], looks: Mapping[str, Any]) -> Mapping[tuple[str, str], list[Row]]:
    """Values of components by unit: points of a maximum and percent of it are never drawn on one axis."""
    shown = [row for row in rows if row["value"] is not None and row["territory"] in looks]
    return grouped([row for row in shown if row["component_code"] != _TOTAL], "component_code", "unit")


def _has_course(rows: Sequence[Row]) -> bool:
    """Whether any province has values of several years."""
    return any(len(part) >= _LEAST_YEARS for part in grouped(rows, "territory").values())


def _single_years(rows: Sequence[Row], looks: Mapping[str, Any]) -> list[Row]:
    """Component values of a unit in which no province has a second year."""
    parts = _by_component(rows, looks).values()
    return [row for part in parts if not _has_course(part) for row in part]


def _sources(rows: Sequence[Row]) -> Mapping[tuple[str | None, str | None], int]:
    """Every (title, address) once, numbered in the order in which a reader meets them."""
    named = ((row["source_title"], row["source_url"]) for row in rows if row["source_title"] or row["source_url"])
    return {source: number for number, source in enumerate(dict.fromkeys(named), start=1)}


def _components(
    book: Book,
    rows: Sequence[Row],
    statistics: Sequence[Row],
    breaks: Sequence[Row],
    looks: Mapping[str, Mapping[str, Any]],
) -> list[Figure]:
    """A small chart for each component that any of the provinces has a value of."""
    figures = []
    for (component, unit), valued in _by_component(rows, looks).items():
        if not _has_course(valued):
            continue
        missing = [row for row in _of(rows, component) if row["state"] == "not_published"]
        own = sorted([*valued, *missing], key=lambda row: row["year"])
        title = book.words.index.component_caption.format(
            code=component, name=valued[-1]["component_name"] or component, unit=book.phrases.unit(unit)
        )
        caption = _latest(book, own, looks, book.words.index.component_latest)
        name = f"component-{component}-{unit}".lower().replace("_", "-")
        spread = [row for row in _of(statistics, component) if row["unit"] == unit]
        figures.append(scores(name, title, caption, own, spread, breaks, looks, book.phrases, is_small=True))
    return figures
