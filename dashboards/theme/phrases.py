"""What a row says, in words: target, result, gap, state, rank. Formats and words meet here and nowhere else.

Everything returned is plain text; escaping belongs to the template, or to the chart that shows it.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboards.row import Row
from dashboards.theme import formats
from dashboards.theme.collation import is_vietnamese
from dashboards.theme.states import FAMILIES, REPORT_LACKING, TASK_LATE, UNKNOWN, Tone
from dashboards.theme.words import Words

# A framework's code: its base with a year, and after a slash what became known of it and when: PAR_2022/announced_2024.
_FRAMEWORK = re.compile(r"(?:.*/(?P<kind>[a-z]+)_|\D*)(?P<year>\d{4})")

_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Mark:
    """A state ready to be shown: sign, CSS tone, words."""

    sign: str
    tone: Tone
    text: str


def is_computed(row: Row) -> bool:
    """Whether a score stands in no source as such: deduced from others, or computed from a file of data."""
    return row["value"] is not None and row["basis"] in ("derived", "dataset-derived")


class Phrases:
    """Sentences and cells of one language file."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def mark(self, family: str, code: str | None, reason: str | None = None, until: int | None = None) -> Mark | None:
        """The state of a family of codes; None where the row has none. `until` is the year of a distant goal."""
        if code is None:
            return None
        state = FAMILIES[family].get(code, UNKNOWN)
        text = self.words[family].get(code, code)
        if code == "in_progress" and family == "target_status" and until:
            text = self.words.common.in_progress_until.format(state=text, year=until)
        elif reason:
            text = self.words.common.state_reason.format(
                state=text, reason=self.words.status_reason.get(reason, reason)
            )
        return Mark(state.sign, state.tone, text)

    def unit(self, code: str | None) -> str:
        """Word after a figure; a unit without a word shows its code rather than nothing."""
        return "" if code is None else self.words.unit.get(code, code)

    def quantity(self, value: Decimal | None, unit: str | None) -> str:
        """A figure with its unit."""
        return formats.quantity(value, self.unit(unit))

    def target(self, row: Row) -> str:
        """Comparator and figure: "tối thiểu 96 %", "từ 70 % đến 80 %", "96 % (hiểu là tối thiểu)"."""
        value_key = "value" if "value" in row else "target_value"
        if row[value_key] is None:
            return formats.DASH
        value = self.quantity(row[value_key], row["unit"])
        # Nothing lies above the whole: "at least 100 %" and "100 %" ask for the same.
        is_whole = row["unit"] == "percent" and row[value_key] == _WHOLE and row["comparator"] == "ge"
        pattern = "{value}" if is_whole else self.words.comparator.get(row["comparator"], "{value}")
        text: str = pattern.format(value=value, value_max=self.quantity(row.get("value_max"), row["unit"]))
        if not row.get("is_floor_assumed"):
            return text
        return self.words.comparator.assumed_floor.format(value=text)

    def actual(self, row: Row, value: str = "actual") -> str:
        """A result with the counts it was computed from: "92,31 % (24/26)"."""
        text = self.quantity(row[value], row["unit"])
        if row[value] is None or row["numerator"] is None or row["denominator"] is None:
            return text
        return self.words.common.counts.format(
            share=text, numerator=formats.number(row["numerator"]), denominator=formats.number(row["denominator"])
        )

    def gap(self, row: Row) -> str:
        """Distance to the target with its sign, as the two printed figures tell it; of shares in percentage points."""
        unit = self.words.common.point_percent if row["unit"] == "percent" else self.unit(row["unit"])
        text = formats.signed(_gap_printed(row))
        return text if row["gap"] is None or not unit else f"{text}{formats.NO_BREAK}{unit}"

    def units_reported(self, row: Row) -> str:
        """ "3/5 đơn vị"; a dash where no unit owes a report."""
        if not row["units_concerned"]:
            return formats.DASH
        part = formats.number(row["units_reported"] or 0)
        return self.words.common.of_units.format(part=part, whole=formats.number(row["units_concerned"]))

    def rank(self, row: Row, *, is_starred: bool = False) -> str:
        """ "thứ 12/63", and how the rank came about, in words or by a star that is explained below the table."""
        if row["rank"] is None:
            return ""
        pattern = self.words.index.rank_alone if row["rank_of"] is None else self.words.index.rank
        text: str = pattern.format(rank=formats.number(row["rank"]), of=formats.number(row["rank_of"]))
        if not row["is_rank_computed"]:
            return text
        note = self.words.index.rank_starred if is_starred else self.words.index.rank_computed
        return note.format(rank=text)

    def score(self, row: Row, *, is_starred: bool = False) -> str:
        """A published score with its unit; of one computed or deduced that it is, in words or by a star."""
        text = self.quantity(row["value"], row["unit"])
        if not is_computed(row):
            return text
        note = self.words.index.rank_starred if is_starred else self.words.index.rank_computed
        return str(note.format(rank=text))

    def index_year(self, row: Row) -> str:
        """The year of a score: "2024"; of a pilot that it is one: "2015 (thí điểm)"."""
        found = _FRAMEWORK.match(row["framework_version"] or "")
        pattern = self.words.index.year_kind.get(found["kind"] if found else None, "{year}")
        return str(pattern.format(year=row["year"]))

    def framework(self, code: str | None) -> str:
        """The framework of an index by the year in its code: "Khung 2022", "Khung 2024 (theo thông báo)"."""
        found = _FRAMEWORK.match(code or "")
        if not found:
            return formats.DASH
        plain = self.words.index.framework
        pattern: str = self.words.index.framework_kind.get(found["kind"], plain)
        return pattern.format(year=found["year"])

    def framework_years(self, row: Row, present: int) -> str:
        """Years a framework holds; a last year that lies ahead is only planned and is left open."""
        if row["year_from"] is not None and (row["year_to"] is None or row["year_to"] > present):
            return self.words.index.years_from.format(year=row["year_from"])
        return formats.years(row["year_from"], row["year_to"])

    def gap_reason(self, row: Row) -> str:
        """Why a figure was not published; a reason that is not in Vietnamese is not repeated."""
        reason = row["state_reason"]
        return reason if is_vietnamese(reason) else self.words.index.not_published_reason

    def days_late(self, days: int | None) -> str:
        """ "chậm 12 ngày"; empty where nothing is late."""
        return self.words.common.days_late.format(days=formats.number(days)) if days and days > 0 else ""

    def task_late(self, row: Row) -> str:
        """How late a task was done or is; of one left open that nobody asks for any more nobody counts the days."""
        is_left = row["status"] in TASK_LATE and not row["is_asked"]
        return "" if is_left else self.days_late(row["days_late"])

    def since(self, site: Row) -> str:
        """Against which night changes are told; that there was none."""
        if site["previous_night_at"] is None:
            return self.words.changes.first_night
        return self.words.changes.since.format(at=formats.instant(site["previous_night_at"]))

    def report_period(self, row: Row) -> str:
        """The state of a period's reports as one sentence."""
        words = self.words.reports
        counts = {name: formats.number(row[name]) for name in ("expected", "received", "on_time", "late", "unreadable")}
        counts["silent"] = formats.number(row["missing"] - row["unreadable"])
        pattern = words.lead_unreadable if row["unreadable"] else words.lead
        sentence: str = pattern.format(period=row["period_name"], **counts)
        return f"{sentence} {words.lead_drafts.format(n=formats.number(row['drafts']))}" if row["drafts"] else sentence

    def standing_day(self, row: Row) -> str:
        """ "gửi ngày 12/07/2026" of the version of a report that stands, else "nhận ngày 13/07/2026": a day of receipt
        is never called one of sending."""
        words = self.words.reports
        if row["standing_sent_date"] is not None:
            return words.day_sent.format(date=formats.day(row["standing_sent_date"]))
        if row["standing_received_date"] is not None:
            return words.day_received.format(date=formats.day(row["standing_received_date"]))
        return ""

    def report_notes(self, row: Row) -> list[str]:
        """How late a report is, and that a file for it came and could not be read."""
        came = formats.day(row["unreadable_received_date"])
        # Where the state already says that nobody could read it, its day is enough.
        words, is_told = self.words.reports, row["status"] == "unreadable"
        pattern = words.unreadable_received if is_told else words.unreadable
        unread = pattern.format(date=came) if row["has_unreadable_file"] else ""
        return [part for part in (self.delay(row), unread) if part]

    def to_mend(self, row: Row) -> str:
        """What of a report waits for its clerk."""
        words = self.words.reports
        parts = [
            pattern.format(n=formats.number(row[name]))
            for name, pattern in (
                ("values_quarantined", words.held_back),
                ("findings_error", words.errors),
                ("findings_warning", words.warnings),
            )
            if row[name]
        ]
        return " · ".join(parts) or words.nothing_to_mend

    def delay(self, row: Row) -> str:
        """How long something is late: sent late, or past due and still not there."""
        if row["status"] not in REPORT_LACKING:
            return self.days_late(row["days_late"])
        days = row["days_late"]
        return self.words.common.days_past.format(days=formats.number(days)) if days and days > 0 else ""

    def reservations(self, row: Row) -> list[str]:
        """What speaks against a result: figures held back or to be checked, units that spoke of less."""
        words = self.words.common
        patterns = {
            "units_held_back": words.held_back,
            "figures_in_question": words.in_question,
            "units_carried": words.carried,
        }
        return [pattern.format(n=formats.number(row[name])) for name, pattern in patterns.items() if row[name]]

    def short_period(self, key: str) -> tuple[str, str]:
        """Year and short name of a period: ("2026", "6T")."""
        year, _, part = key.partition("-")
        return year, self.words.short_period.get(part, part.upper())

    def reviewed(self, reviewer: str | None, day: date | None, reason: str | None) -> str:
        """Who spoke, when and why: "Trần Thị B, 20/01/2026: in nhầm số"."""
        pattern = self.words.review.said_reason if reason else self.words.review.said
        return pattern.format(reviewer=reviewer or formats.DASH, day=formats.day(day), reason=reason)

    def origin_place(self, row: Row) -> str:
        """File and place of an origin, and when the file came: "Biểu 1!G12, tệp a.xlsx, nhận 08:15 12/10/2026"."""
        received = (
            self.words.origin.received.format(at=formats.instant(row["received_at"])) if row["received_at"] else ""
        )
        return ", ".join(part for part in (self.place_and_file(row), received) if part)

    def place_and_file(self, row: Row) -> str:
        """ "Biểu 1!G12, tệp a.xlsx"."""
        file = self.words.origin.file.format(path=row["source_path"]) if row["source_path"] else ""
        return ", ".join(part for part in (row["source_place"], file) if part)

    def origin_history(self, row: Row) -> str:
        """Who sent it for which period, in which version; whether a person corrected it."""
        words = self.words.origin
        parts = [row["unit_name"], row["period_name"]]
        if row["version_no"] and row["version_no"] > 1:
            parts.append(words.version.format(n=row["version_no"]))
        if row["is_corrected"] and row["corrected_by"]:
            parts.append(words.corrected.format(who=row["corrected_by"], day=formats.day(row["corrected_on"])))
        elif row["is_corrected"]:
            parts.append(words.mended)
        return " · ".join(part for part in parts if part)

    def period(self, row: Row) -> str:
        """Years of a plan: "2024", "2021–2030", "2021 và các năm tiếp theo"."""
        if row["period_start"] is None:
            return self.words.common.blank_period
        if row.get("is_open_ended"):
            return self.words.plan.period_open.format(years=row["period_start"])
        return formats.years(row["period_start"], row["period_end"] or row["period_start"])


def _gap_printed(row: Row) -> Decimal | None:
    """The distance between result and level as both are printed; the exact one where both print alike, or where the
    level is no figure on the scale of results."""
    gap: Decimal | None = row["gap"]
    level = row.get("value", row.get("target_value"))
    if gap is None or row.get("actual") is None or level is None or abs(gap) != abs(row["actual"] - level):
        return gap
    printed = abs(formats.difference(row["actual"], level))
    return (printed if gap > 0 else -printed) if printed else gap
