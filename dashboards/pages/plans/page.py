"""One page a plan: what it is, what it leaves out or says twice, whom it asks for what by when, all its clauses."""

from collections.abc import Iterator, Sequence

from dashboards.blocks.layout import Block, Bullets, Fold, Section, Sheet, Text
from dashboards.blocks.table import Table
from dashboards.origins import Origins
from dashboards.pages import findings
from dashboards.pages.book import Book
from dashboards.pages.indices import mergers
from dashboards.pages.page import Page
from dashboards.pages.plans import asks as plan_asks
from dashboards.pages.plans import corrections
from dashboards.pages.plans import sentences as plan_sentences
from dashboards.pages.plans import tables as plan_tables
from dashboards.pages.plans import texts as plan_texts
from dashboards.pages.plans.head import facts
from dashboards.pages.tallies import Tally, statuses, tally
from dashboards.row import Row
from dashboards.theme import formats

# A list longer than this folds away: sixty cards are forty screens of a phone.
_SHORT = 8


def pages(book: Book) -> Iterator[Page]:
    """A page for each plan that has an agency."""
    agencies = {row["agency_key"]: row for row in book.agencies}
    for plan in book.plans:
        if plan["plan_key"] in book.plan_pages:
            yield _page(book, plan, agencies[plan["agency_key"]])


def _page(book: Book, plan: Row, agency: Row) -> Page:
    words, origins = book.words.plan, book.origins()
    targets, tasks = _rows(book, "plan_targets", plan), _rows(book, "plan_tasks", plan)
    parents, units, areas = (_rows(book, f"plan_{name}", plan) for name in ("parents", "units", "areas"))
    corrected = _rows(book, "plan_corrections", plan)
    otherwise = corrections.read_otherwise(corrected)
    head: list[Block] = [Text(part, "lead") for part in _lead(book, plan, agency, units)]
    head += [Text(note, "note") for note in (*plan_sentences.over(book, plan), *mergers.of_plan(book, agency))]
    head.append(facts(book, plan, _rows(book, "plan_amendments", plan), parents, otherwise[None]))
    key = plan["agency_key"]
    return Page(
        path=book.plan_pages[plan["plan_key"]],
        agency_key=key,
        title=plan["title"] or book.plan_title(plan),
        short=book.plan_title(plan),
        crumbs=[
            (plan["agency_name"], book.agency_pages[key]),
            (book.words.nav.plans, book.agency_path(key, "plans")),
        ],
        banners=book.labels.of_plan(plan, [*targets, *tasks]),
        origins=origins,
        contents=True,
        sections=[
            Section("thong-tin", "", head),
            Section("can-xem-lai", words.doubts, _doubts(book, plan, tasks, parents, origins)),
            Section("giao-viec-gi", words.who, [Sheet(plan_asks.units(book, units))]),
            Section("theo-linh-vuc", words.by_area, [Sheet(plan_asks.areas(book, areas))] if areas else []),
            *_clauses(book, plan, targets, tasks, otherwise, origins),
            Section("ra-soat", book.words.review.title, _reviewed(book, corrected, origins)),
        ],
    )


def _rows(book: Book, name: str, plan: Row) -> Sequence[Row]:
    return book.rows_of(name, "plan_key")[plan["plan_key"]]


def _lead(book: Book, plan: Row, agency: Row, units: Sequence[Row]) -> Iterator[str]:
    """What it holds and asks, then how it stands."""
    asked = plan_sentences.asked(book, units, is_over=not plan["is_asked"] or book.has_ended(plan))
    yield " ".join(part for part in (plan_sentences.contents(book, plan), asked) if part)
    rows = (_rows(book, name, plan) for name in ("plan_targets", "plan_tasks"))
    standing = plan_sentences.standing(book, agency, *rows)
    if standing:
        yield standing


def _doubts(book: Book, plan: Row, tasks: Sequence[Row], parents: Sequence[Row], origins: Origins) -> list[Block]:
    """Contradictions with both places, what is missing and why that matters, what else a reader should know."""
    words, rows = book.words.plan, _rows(book, "quality_findings", plan)
    two = [row for row in rows if findings.is_contradiction(row)]
    others = [row for row in rows if not findings.is_contradiction(row)]
    # Nobody mends a plan that asks for nothing any more.
    is_to_mend = plan["is_asked"]
    pattern = words.notes_count if is_to_mend else words.notes_told
    missing = plan_sentences.gaps(book, plan, tasks, _rows(book, "plan_duties", plan), parents)
    blocks: list[Block] = []
    if two:
        said = words.two_places.format(n=formats.number(len(two)))
        blocks += [Text(said), Sheet(findings.contradictions(book, two, origins, is_to_mend=is_to_mend))]
    if missing:
        blocks.append(Bullets(missing))
    if others:
        table = findings.notes(book, "can-biet", words.notes, others, origins, is_to_mend=is_to_mend)
        counts = tally("severity", statuses(others, "severity"), book.phrases)
        blocks.append(Fold(pattern.format(n=formats.number(len(others))), [Sheet(table)], tally=counts))
    return blocks or [Text(words.doubts_none, "empty")]


def _clauses(
    book: Book, plan: Row, targets: Sequence[Row], tasks: Sequence[Row], changes: plan_tables.Changes, origins: Origins
) -> Iterator[Section]:
    """Every clause of the plan by kind; kinds that it has none of are left out."""
    words = book.words.plan
    if targets:
        every = statuses(targets)
        table = plan_tables.targets(book, targets, changes, origins)
        is_repeated = any(row["is_repeat"] for row in targets)
        pattern = words.targets_places if is_repeated else words.targets_count
        title = pattern.format(n="{n}", whole=formats.number(sum(every.values())))
        blocks = _part(title, table, tally("target_status", every, book.phrases))
        more = Text(words.targets_more, "note", book.agency_path(plan["agency_key"], "targets"))
        yield Section("cac-chi-tieu", words.targets, [*blocks, more])
    if tasks:
        counts = tally("task_status", statuses(tasks), book.phrases)
        table = plan_tables.tasks(book, tasks, changes, origins)
        more = Text(words.tasks_more, "note", book.agency_path(plan["agency_key"], "tasks"))
        yield Section("cac-nhiem-vu", words.tasks, [*_part(words.tasks_count, table, counts), more])
    for name, anchor, make in (
        ("goals", "cac-muc-tieu", plan_texts.goals),
        ("measures", "cac-giai-phap", plan_texts.measures),
        ("duties", "cac-trach-nhiem", plan_texts.duties),
    ):
        rows = _rows(book, f"plan_{name}", plan)
        if rows:
            table = make(book, rows, changes, origins)
            yield Section(anchor, words[name], _part(words[f"{name}_count"], table))


def _part(pattern: str, table: Table, counts: Tally = ()) -> list[Block]:
    """A short list stands open, a long one folds away."""
    count = len(table.lines)
    if count <= _SHORT:
        return [Sheet(table)]
    return [Fold(pattern.format(n=formats.number(count)), [Sheet(table)], tally=counts)]


def _reviewed(book: Book, rows: Sequence[Row], origins: Origins) -> list[Block]:
    if not rows:
        return []
    return [Text(book.words.review.lead, "note"), Sheet(corrections.table(book, rows, origins))]
