"""Findings and file accounts: the two row shapes that every source shares.

A finding is something a person should look at, with its place and what to do about it, in Vietnamese. A file account
says what became of one file. Their raw tables are `<source>_findings` and `<source>_files`.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sources.contract import Key, RawRow

Severity = Literal["error", "warning", "info"]
Count = Annotated[int, Field(ge=0)]


class FindingRow(RawRow):
    """One row per finding of a reader."""

    key: ClassVar[tuple[str, ...]] = ("source_sha256", "source_path", "finding_no")

    finding_no: int = Field(ge=1, description="order of the finding within its file")
    kind: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="code of the rule; its Vietnamese name is a dbt seed")
    severity: Severity = Field(
        description="error: not loaded, or contradicts another report; warning: look at it; info: good to know"
    )
    agency_key: Key | None = Field(default=None, description="agency concerned, where known")
    plan_key: Key | None = Field(default=None, description="plan concerned, where known")
    unit_key: Key | None = Field(default=None, description="unit concerned, where known")
    period_key: Key | None = Field(default=None, description="reporting period concerned, where known")
    value: str | None = Field(default=None, description="the figure or words in question, as printed")
    place_a: str | None = Field(default=None, description="first place of a contradiction")
    value_a: str | None = Field(default=None, description="what the first place says")
    place_b: str | None = Field(default=None, description="second place of a contradiction")
    value_b: str | None = Field(default=None, description="what the second place says")
    message: str = Field(description="what was found, in Vietnamese, for the person who made the file")
    remedy: str = Field(description="what to do about it, in Vietnamese")


class FileRow(RawRow):
    """One row per file given to a reader. values_read = values_loaded + values_quarantined + values_ignored."""

    key: ClassVar[tuple[str, ...]] = ("source_sha256", "source_path")

    status: Literal["read", "unreadable", "ignored"] = Field(description="what became of the file")
    values_read: Count = Field(description="rows or cells with content that the reader met")
    values_loaded: Count = Field(description="of these, loaded")
    values_quarantined: Count = Field(description="of these, held back for a person to check, each with a finding")
    values_ignored: Count = Field(description="of these, left out with a reason")
    ignored_reason: str | None = Field(
        default=None, description="the reason, in Vietnamese, where something was left out"
    )
