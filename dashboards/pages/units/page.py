"""One page a unit, made for a phone: what it owes now, its reports, what to mend, then its tasks, targets, results."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Attached, Block, Chart, Charts, Fold, Section, Sheet, Text
from dashboards.origins import Origins
from dashboards.pages import own_tasks
from dashboards.pages.book import Book
from dashboards.pages.findings import SHOWN_PER_KIND, notes
from dashboards.pages.page import Page
from dashboards.pages.units import charts as unit_charts
from dashboards.pages.units import members as unit_members
from dashboards.pages.units import sent as unit_sent
from dashboards.pages.units import sentences as unit_sentences
from dashboards.pages.units import work as unit_work
from dashboards.pages.units.standing import UnitStanding, is_in_force, unit_standings
from dashboards.queries.marts import grouped
from dashboards.row import Row
from dashboards.theme import formats


def pages(book: Book) -> Iterator[Page]:
    """A page for each unit that has an agency."""
    tasks, targets = book.rows_of("unit_tasks", "unit_key"), book.rows_of("unit_targets", "unit_key")
    results, own = book.rows_of("unit_results", "unit_key"), book.rows_of("own_tasks", "unit_key")
    for key, standing in unit_standings(book).items():
        unit, words, origins = standing.unit, book.words.unit_page, book.origins()
        others = [row for row in tasks[key] if row["is_asked"] and not row["is_own_part"]]
        past = [row for row in tasks[key] if not row["is_asked"]]
        ended = [row for row in targets[key] if not is_in_force(book, row)]
        shown = [row for rows in (tasks, targets, results, own) for row in rows[key]]
        board, agency_key = book.agency_path(unit["agency_key"], "units"), unit["agency_key"]
        yield Page(
            path=book.unit_pages[key],
            agency_key=agency_key,
            title=unit["unit_name"],
            crumbs=[(unit["agency_name"], book.agency_pages[agency_key]), (book.words.units.title, board)],
            banners=_banners(book, unit, [*shown, *standing.reports, *unit_members.parts(book, key)]),
            origins=origins,
            sections=[
                Section("dau-trang", "", _lead(book, standing)),
                *_members(book, standing),
                Section("bao-cao", words.reports, _reports(book, standing, origins)),
                Section("can-sua", words.findings, _findings(book, standing, origins)),
                Section("nhiem-vu", words.tasks, _tasks(book, standing, others, past, origins)),
                Section("viec-tu-dat", book.words.own_tasks.title, _own(book, own[key], origins)),
                Section("chi-tieu", words.targets, _targets(book, standing, ended, origins)),
                Section("ket-qua", words.results, _results(book, results[key], origins)),
            ],
        )


def _lead(book: Book, standing: UnitStanding) -> list[Block]:
    """What the unit owes now, what comes next, what kind of unit it is."""
    unit, words = standing.unit, book.words
    owes, ahead = unit_sentences.owes(book, standing), unit_sentences.coming(book, unit["unit_key"])
    next_ = [Text(ahead)] if ahead else []
    if unit["is_collective"]:
        return [Text(words.unit_page.collective, "lead"), Text(owes), *next_]
    kind = Text(words.unit_kind.get(unit["unit_kind"], words.unit_kind.other), "note")
    return [Text(owes, "lead"), *next_, kind]


def _members(book: Book, standing: UnitStanding) -> list[Section]:
    """Of a group: its units, each with its part and the way to its page."""
    key = standing.unit["unit_key"]
    if not standing.unit["is_collective"]:
        return []
    has_tasks = any(row["is_asked"] for row in book.rows_of("unit_tasks", "unit_key")[key])
    return [Section("don-vi", book.words.unit_page.members, unit_members.blocks(book, key, has_tasks=has_tasks))]


def _tasks(
    book: Book, standing: UnitStanding, others: Sequence[Row], past: Sequence[Row], origins: Origins
) -> list[Block]:
    """What it leads, worst first; what it helps with, and what nobody asks for any more, folds away."""
    words = book.words.unit_page
    blocks: list[Block] = []
    if standing.tasks:
        blocks.append(Sheet(unit_work.tasks(book, "chu-tri", words.led, standing.tasks, origins)))
    for role, rows in grouped(others, "role").items():
        title = book.words.common.group_count.format(name=words.part[role], n=len(rows))
        blocks.append(Fold(title, [Sheet(unit_work.tasks(book, f"vai-{role}", title, rows, None))]))
    if past:
        title = book.words.common.group_count.format(name=words.tasks_past, n=len(past))
        fold = Fold(title, [*_past(book, past, origins)], is_reference=True)
        blocks = [*(blocks or [Text(words.tasks_none_now)]), fold]
    return blocks or [Text(words.tasks_none, "empty")]


def _own(book: Book, rows: Sequence[Row], origins: Origins) -> list[Block]:
    """What it set itself, where it did."""
    return [Text(own_tasks.of_unit(book, rows)), Sheet(own_tasks.table(book, rows, origins))] if rows else []


def _past(book: Book, rows: Sequence[Row], origins: Origins) -> Iterator[Block]:
    """What was its own part, then what it helped with."""
    words = book.words.unit_page
    own = [row for row in rows if row["is_own_part"]]
    if own:
        yield Sheet(unit_work.tasks(book, "da-qua", words.led, own, origins))
    for role, others in grouped((row for row in rows if not row["is_own_part"]), "role").items():
        title = book.words.common.group_count.format(name=words.part[role], n=len(others))
        yield Text(title)
        yield Sheet(unit_work.tasks(book, f"da-qua-{role}", title, others, None))


def _targets(book: Book, standing: UnitStanding, ended: Sequence[Row], origins: Origins) -> list[Block]:
    """Targets of plans in force, those that are behind drawn over the periods; those of plans that ended fold away."""
    words = book.words.unit_page
    blocks: list[Block] = []
    if standing.targets:
        blocks.append(Sheet(unit_work.targets(book, "chi-tieu-bang", words.targets, standing.targets, origins)))
    charts = [Chart(figure, "chi-tieu-bang") for figure in unit_charts.behind(book, standing, origins)]
    if charts:
        blocks += [Text(words.chart_note), Charts(charts)]
    if ended:
        title = book.words.common.group_count.format(name=words.targets_ended, n=len(ended))
        blocks.append(
            Fold(title, [Sheet(unit_work.targets(book, "da-ket-thuc", title, ended, origins))], is_reference=True)
        )
    return blocks or [Text(words.targets_none, "empty")]


def _results(book: Book, rows: Sequence[Row], origins: Origins) -> list[Block]:
    """The latest periods as a table; all others in the files beside the page."""
    words = book.words.unit_page
    begun, every = unit_sent.begun_periods(rows), Attached(unit_sent.all_results(book, words.results_all, rows))
    if not begun:
        return [Text(words.results_ahead, "empty"), every] if rows else [Text(words.results_none, "empty")]
    blocks: list[Block] = [Sheet(unit_sent.results(book, words.results, rows, origins)), every]
    if len(begun) > len(unit_sent.shown_periods(rows)):
        blocks.append(Text(words.results_older, "note"))
    return blocks


def _reports(book: Book, standing: UnitStanding, origins: Origins) -> list[Block]:
    """Every report, the latest first."""
    words = book.words.unit_page
    if not standing.reports:
        return [Text(words.reports_none, "empty")]
    return [Sheet(unit_sent.reports(book, words.reports, standing.reports, origins))]


def _findings(book: Book, standing: UnitStanding, origins: Origins) -> list[Block]:
    """What to mend; what is only worth knowing folds away; what neither shows stands in the files beside the page."""
    words = book.words.unit_page
    asking, noted = standing.to_mend, [row for row in standing.findings if row not in standing.to_mend]
    if not standing.findings:
        return [Text(words.findings_none, "empty")]
    blocks: list[Block] = [] if asking else [Text(words.findings_calm)]
    for table_id, title, rows in (
        ("can-sua-bang", words.findings, asking),
        ("luu-y-bang", words.findings_noted, noted),
    ):
        if not rows:
            continue
        shown: list[Block] = [Sheet(unit_sent.findings(book, table_id, title, rows, origins))]
        if len(rows) > SHOWN_PER_KIND:
            note = words.findings_more.format(n=formats.number(len(rows)), shown=formats.number(SHOWN_PER_KIND))
            every = notes(book, f"{table_id}-day-du", title, rows)
            shown += [Text(note, "note"), Attached(every)]
        heading = book.words.common.group_count.format(name=title, n=formats.number(len(rows)))
        blocks += shown if rows is asking else [Fold(heading, shown, is_reference=True)]
    return blocks


def _banners(book: Book, unit: Row, rows: Sequence[Row]) -> list[str]:
    """Whether anything on the page is simulated, and whether its tasks may come from a digest."""
    return book.labels.of_agency(unit["agency_key"], [unit, *rows])
