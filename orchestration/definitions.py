"""Everything Dagster knows: `dg dev` and `dg check defs` load it, `thuocdo run` builds it for its night."""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from orchestration.dbt_session import DbtSession
from orchestration.defs.checks import page_checks
from orchestration.defs.feedback import FEEDBACK, write_feedback
from orchestration.defs.ingestion.indices import read_indices
from orchestration.defs.ingestion.plans import read_plans
from orchestration.defs.ingestion.receipts import COLLECTED, receive_files
from orchestration.defs.ingestion.registers import read_registers
from orchestration.defs.ingestion.results import read_results
from orchestration.defs.pages import page_assets
from orchestration.defs.publishing import publishing_assets
from orchestration.defs.schedules import nightly, nightly_schedule
from orchestration.defs.transform import RUN_CONTEXT, transform_assets
from orchestration.night import Night, open_night
from orchestration.resources import Workspace


@dg.resource(description="A night of this workspace: holds its lock from the first asset to the last.")
def workspace_night() -> Iterator[Night]:
    """The night of a run that Dagster itself starts: schedule, or a hand in the web interface."""
    with open_night(Workspace.from_environment()) as night:
        yield night


def build(session: DbtSession, night: Any) -> dg.Definitions:
    """Definitions over the dbt project that `session` has parsed; `night` is a Night or a resource that opens one."""
    manifest = session.read_manifest()
    pages = page_assets(manifest)
    return dg.Definitions(
        assets=[
            COLLECTED,
            RUN_CONTEXT,
            receive_files,
            read_plans,
            read_results,
            read_registers,
            read_indices,
            transform_assets(session.manifest),
            pages,
            write_feedback,
            publishing_assets([*sorted(pages.keys), FEEDBACK]),
        ],
        asset_checks=[page_checks(sorted(pages.keys))],
        jobs=[nightly],
        schedules=[nightly_schedule],
        resources={"night": night},
        # Also where assets are started by hand: a process a step would mean a night a step.
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """Definitions for Dagster's own tools; dbt parses the project once for them."""
    workspace = Workspace.from_environment()
    session = DbtSession(workspace, workspace.dbt_definitions)
    try:
        return build(session, workspace_night)
    finally:
        session.stop()
