"""`thuocdo trace`: a published row back to the clause, the cell, the line it was read or computed from."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orchestration.commands.shared import FAILED, AsJson, read_as_far_as_wanted
from orchestration.resources import Workspace

if TYPE_CHECKING:
    from orchestration.tracing import Trace


def trace(
    row_id: Annotated[
        str,
        typer.Argument(
            metavar="MÃ",
            help="Mã của một dòng: tên bảng và khóa, ví dụ fct_target/minh_hoa_2026/T012; có thể bỏ tên bảng khi rõ.",
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Truy một con số đã công bố về tệp, mã băm và vị trí: điều khoản của kế hoạch, ô của báo cáo."""
    from orchestration import traced, tracing

    try:
        found = tracing.trace(Workspace.from_environment(), row_id)
    except tracing.NothingPublishedError as error:
        typer.echo(f"! {error}", err=True)
        raise typer.Exit(FAILED) from None
    except tracing.UnknownRowError as error:
        near = _listed(" Mã gần giống:", error.near, tracing.LISTED) if error.near else ""
        raise typer.BadParameter(f"«{row_id}»: {error}.{near}", param_hint="MÃ") from None
    except tracing.AmbiguousRowError as error:
        listed = _listed("", error.matches, tracing.LISTED)
        raise typer.BadParameter(f"«{row_id}»: {error}:{listed}", param_hint="MÃ") from None
    with read_as_far_as_wanted():
        if as_json:
            typer.echo(json.dumps(_plain(found), ensure_ascii=False, indent=2))
        else:
            for line in traced.said(found):
                typer.echo(line)


def _listed(opening: str, ids: Sequence[str], limit: int) -> str:
    shown = "".join(f"\n  {row_id}" for row_id in ids[:limit])
    return f"{opening}{shown}" + (f"\n  … và {len(ids) - limit} dòng nữa" if len(ids) > limit else "")


def _plain(found: "Trace") -> dict[str, Any]:
    """Stable keys: row_id, row (columns of its table), origins (columns of core.bridge_row_origin and of its file)."""
    return {
        "row_id": found.row_id,
        "row": {name: _machine(value) for name, value in found.row.items()},
        "origins": [{name: _machine(value) for name, value in origin.items()} for origin in found.origins],
    }


def _machine(value: Any) -> Any:
    """Dates in ISO form, instants in UTC, exact numbers as text."""
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | Path) else value
