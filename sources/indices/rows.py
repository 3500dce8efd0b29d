"""Row types of the published indices: figures as their publishers give them, each with its source."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sources.contract import Number, RawRow
from sources.findings import FileRow, FindingRow

IndexCode = Literal["PAR_INDEX", "SIPAS", "PAPI"]
Year = Annotated[int, Field(ge=2009, le=2100)]


class IndexScoreRow(RawRow):
    """One row per published figure: index × territory × statistic × year × component."""

    table: ClassVar[str] = "indices_scores"
    key: ClassVar[tuple[str, ...]] = ("index_code", "territory", "statistic", "year", "component_code")

    index_code: IndexCode = Field(description="which index")
    territory: str = Field(description="province as printed, or Toàn quốc for national statistics")
    statistic: Literal["score", "rank", "min", "max", "mean", "median"] = Field(description="what the figure is")
    year: Year = Field(description="year the index speaks of")
    component_code: str = Field(pattern=r"^[A-Z0-9_]+$", description="TOTAL, F1-F8, D1-D8, a SIPAS block or factor")
    value: Number = Field(description="as published")
    unit: Literal["percent", "points", "rank"] = Field(description="unit of the value")
    basis: str = Field(description="stated, dataset, derived or dataset-derived")
    source_title: str | None = Field(description="title of the source")
    source_url: str = Field(description="address of the source")
    published_date: str | None = Field(description="date of the source as given")
    note: str | None = Field(description="what the source adds")


class IndexDistributionRow(RawRow):
    """One row per year and component: how the provinces are spread (papi_distribution.csv)."""

    table: ClassVar[str] = "indices_distribution"
    key: ClassVar[tuple[str, ...]] = ("index_code", "year", "component_code")

    index_code: IndexCode = Field(description="which index")
    year: Year = Field(description="year the index speaks of")
    component_code: str = Field(description="component")
    n_provinces: int = Field(ge=1, description="provinces with a score")
    minimum: Number = Field(description="lowest score")
    q1: Number = Field(description="first quartile, linear interpolation")
    median: Number = Field(description="median")
    q3: Number = Field(description="third quartile")
    maximum: Number = Field(description="highest score")
    mean: Number = Field(description="unweighted mean")


class IndexGapRow(RawRow):
    """One row per component that was not published for a province and year (papi_not_published.csv)."""

    table: ClassVar[str] = "indices_gaps"
    key: ClassVar[tuple[str, ...]] = ("index_code", "territory", "year", "component_code")

    index_code: IndexCode = Field(description="which index")
    territory: str = Field(description="province as printed")
    year: Year = Field(description="year")
    component_code: str = Field(description="component")
    reason: str = Field(description="why there is no value, as the source says")


class IndexFindingRow(FindingRow):
    """One row per finding of the index reader."""

    table: ClassVar[str] = "indices_findings"


class IndexFileRow(FileRow):
    """One row per file in indices/."""

    table: ClassVar[str] = "indices_files"


ROW_TYPES: tuple[type[RawRow], ...] = (IndexScoreRow, IndexDistributionRow, IndexGapRow, IndexFindingRow, IndexFileRow)
