"""How a build stands: its counts, its findings of one severity, files whose values do not add up."""

from pathlib import Path

from orchestration.warehouse.engine import reading, rows


def site_counts(database: Path) -> dict[str, object]:
    """The one row of `reporting.rpt_site`: what came in, what was found, what was held back."""
    return rows(database, "from reporting.rpt_site")[0]


def findings(database: Path, severity: str) -> list[tuple[str, str, str, str]]:
    """Path, place, message and remedy of the findings of one severity, in reading order."""
    with reading(database) as connection:
        return connection.execute(
            "select coalesce(source_path, ''), coalesce(source_place, ''), message, remedy"
            " from reporting.rpt_quality_finding where severity = ? order by all",
            [severity],
        ).fetchall()


def unbalanced_files(database: Path) -> list[str]:
    """Files whose values read are not all loaded, held back or left out with a reason."""
    unbalanced = rows(database, "select source_path from reporting.rpt_quality_file where not is_balanced order by all")
    return [row["source_path"] for row in unbalanced]
