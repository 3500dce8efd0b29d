"""What a page of an index concludes from its rows: level, change, place among the provinces, what is missing."""

from collections.abc import Sequence
from decimal import Decimal

from dashboards.figures.spread import is_banded, middle_name
from dashboards.figures.year_axis import Break, inside
from dashboards.pages.indices import mergers
from dashboards.pages.indices.provinces import TOTAL
from dashboards.pages.indices.subject import Subject, changed, latest
from dashboards.row import Row
from dashboards.theme import formats


def whose(subject: Subject) -> str:
    """Whose index it is, and whose result it is not."""
    words = subject.book.words.index
    said = words.whole_province.format(province=subject.province, agency=subject.agency["agency_name"])
    return f"{said} {words.leads[subject.index]}"


def verdict(subject: Subject) -> str:
    """The latest year in a sentence, then the years that are missing since."""
    words, rows = subject.book.words.index, subject.of(TOTAL)
    row = latest(rows)
    parts = [_level(subject, row)] if row else [words.caption_none]
    ranked = latest(rows, "rank")
    if ranked and (row is None or ranked["year"] > row["year"]):
        parts.append(words.only_ranked.format(year=ranked["year"], rank=subject.book.phrases.rank(ranked)))
    return " ".join([*parts, *missing_years(subject, rows)])


def _level(subject: Subject, row: Row) -> str:
    """Value, rank, change, and the distance to the middle of the provinces and to the best."""
    words, phrases = subject.book.words.index, subject.book.phrases
    facts = [words.fact_value.format(value=phrases.score(row))]
    rank = phrases.rank(row)
    facts += [rank] if rank else []
    change = changed(row)
    if change is not None:
        pattern = words.fact_up if change > 0 else words.fact_down if change < 0 else words.fact_same
        facts.append(pattern.format(by=points(subject, abs(change), row["unit"]), year=row["year"] - 1))
    for name in (middle_name(subject.spread(row["component_code"], row["unit"])), "max"):
        said = distance(subject, row, name)
        facts += [said] if said else []
    year = phrases.index_year(row)
    return str(words.verdict.format(year=year, territory=subject.territory, facts=", ".join(facts)))


def distance(subject: Subject, row: Row, name: str) -> str:
    """How far a score is from a statistic of all provinces; empty where none is known."""
    statistic = subject.statistic(row, name)
    if statistic is None or row["value"] is None:
        return ""
    words = subject.book.words.index
    by = formats.difference(row["value"], statistic["value"])
    pattern = words.fact_above if by > 0 else words.fact_below if by < 0 else words.fact_level
    named = words.statistic_named[name]
    return str(pattern.format(by=points(subject, abs(by), row["unit"]), statistic=named))


def points(subject: Subject, value: Decimal, unit: str | None) -> str:
    """A difference of scores: of percentages in percentage points."""
    word = subject.book.words.common.point_percent if unit == "percent" else subject.book.phrases.unit(unit)
    return formats.quantity(value, word)


def missing_years(subject: Subject, rows: Sequence[Row]) -> list[str]:
    """Years since the first figure without one: not published, as somebody said; or not in the collection."""
    known = _known(rows)
    if not known:
        return []
    silent = [year for year in _unpublished(rows) if year not in known]
    present = subject.book.site["as_of_date"].year
    absent = [year for year in range(min(known), present) if year not in known and year not in silent]
    words = subject.book.words.index
    said = [words.not_published_years.format(years=_spans(silent))] if silent else []
    return [*said, *([words.not_collected_years.format(years=_spans(absent))] if absent else [])]


def unpublished_years(subject: Subject, rows: Sequence[Row]) -> list[str]:
    """Years after the last figure of which somebody said that nothing was published."""
    known = _known(rows)
    years = [year for year in _unpublished(rows) if known and year > max(known)]
    return [subject.book.words.index.not_published_years.format(years=_spans(years))] if years else []


def _known(rows: Sequence[Row]) -> set[int]:
    return {row["year"] for row in rows if row["value"] is not None or row["rank"] is not None}


def _unpublished(rows: Sequence[Row]) -> list[int]:
    """Years since the first figure of which somebody said that no score was published; a rank may be known."""
    known = _known(rows)
    silent = {row["year"] for row in rows if row["state"] == "not_published"}
    return sorted(year for year in silent if known and year > min(known))


def _spans(years: Sequence[int]) -> str:
    """Years in order, those that follow each other as from–to: "2019, 2021–2025"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(formats.years(run[0], run[-1]) for run in runs)


def course_caption(subject: Subject, rows: Sequence[Row]) -> str:
    """Within the framework of today: highest and lowest year; one year alone is said as such."""
    words, phrases = subject.book.words.index, subject.book.phrases
    row = latest(rows)
    if row is None:
        return str(words.caption_none)
    held = [part for part in rows if part["series_key"] == row["series_key"] and part["value"] is not None]
    framework = phrases.framework(row["framework_version"])
    if len(held) == 1:
        said = words.course_one.format(year=row["year"], framework=framework)
    else:
        high, low = max(held, key=lambda part: part["value"]), min(held, key=lambda part: part["value"])
        said = words.course.format(
            framework=framework,
            high=phrases.quantity(high["value"], high["unit"]),
            high_year=high["year"],
            low=phrases.quantity(low["value"], low["unit"]),
            low_year=low["year"],
        )
    return str(said)


def rank_caption(subject: Subject, rows: Sequence[Row]) -> str:
    """Latest rank, and the best among the ranks that stand in one series and in one field; whether somebody computed
    it."""
    words, phrases = subject.book.words.index, subject.book.phrases
    ranked = [row for row in rows if row["rank"] is not None]
    last = ranked[-1]
    held = [row for row in ranked if _is_one_field(row, last)]
    best = min(held, key=lambda row: (row["rank"], -row["year"]))
    said = [phrases.rank(row, is_starred=True) for row in (last, best)]
    pattern = words.rank_caption_best if len(held) > 1 else words.rank_caption
    since = min(row["year"] for row in held)
    caption = pattern.format(year=last["year"], rank=said[0], since=since, best=said[1], best_year=best["year"])
    return f"{caption} {words.rank_star_note}" if any(row["is_rank_computed"] for row in ranked) else str(caption)


def _is_one_field(row: Row, last: Row) -> bool:
    """Whether two ranks may be held against each other: one series, and as many provinces ranked."""
    return bool(row["series_key"] == last["series_key"] and row["rank_of"] == last["rank_of"])


def how_to_read(subject: Subject, statistics: Sequence[Row], breaks: Sequence[Break], years: Sequence[int]) -> str:
    """What the bands and the dotted lines of the chart are, of those that it draws."""
    words = subject.book.words.index
    drawn = (
        (words.read_wide, is_banded(statistics, "min", "max")),
        (words.read_half, is_banded(statistics, "q1", "q3")),
        (words.read_break, bool(inside(breaks, years))),
    )
    return " ".join(text for text, applies in drawn if applies)


def merger(subject: Subject) -> list[str]:
    """Sentences on the provinces it came from, became or was merged with, and whose figures the collection lacks."""
    words = subject.book.words.index
    said = mergers.told(subject.relations, subject.territory, subject.book.words)
    if said:
        drawn = subject.former(TOTAL)
        absent = [row["other_province_name"] for row in subject.relations if row["other_province_name"] not in drawn]
        said.append(words.never_joined)
        said += [words.drawn_apart.format(others=", ".join(drawn))] if drawn else []
        urls = dict.fromkeys(row["source_url"].split(" ; ")[0] for row in subject.relations if row["source_url"])
        numbers = [subject.source(words.source_provinces, url) for url in urls]
        said += [words.said_by.format(n=number) for number in numbers]
        said += [words.merger_absent.format(others=", ".join(dict.fromkeys(absent)))] if absent else []
    return said
