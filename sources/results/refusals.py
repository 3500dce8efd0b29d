"""Why a file of results was not read although nobody refused it: a limit that it met, or a fault of our own."""

import logging
from collections.abc import Sequence
from typing import Final

from sources.bounded import Fault, Limits, Refusal, each
from sources.results.accounts import ResultAccount
from sources.results.jobs import Job, Reading
from sources.results.workbooks.properties import issued_to

_LOG = logging.getLogger(__name__)
# Two small parts of an archive are read in milliseconds; libraries take half a gigabyte of address space.
_LIMITS: Final = Limits(seconds=5, memory_bytes=1024**3)


def owners_of(jobs: Sequence[Job]) -> list[dict[str, str]]:
    """Whose files are that no child could read, as far as their properties say. They have stopped a child once: their
    archives are opened in children too."""
    return [{} if isinstance(owner, Refusal | Fault) else owner for owner in each(_owner_of, jobs, _LIMITS)]


def _owner_of(job: Job) -> dict[str, str]:
    """Runs in the child."""
    return issued_to(job.file.path, job.known)


def say_unread(job: Job, outcome: Refusal | Fault, whose: dict[str, str]) -> Reading:
    """The finding about the file. Of a fault it names the type alone; the rest is for those who mend it, in the log."""
    account = ResultAccount(job.file)
    account.whose = whose
    if isinstance(outcome, Refusal):
        account.say(outcome.kind)
    else:
        _LOG.error("%s: %s\n%s", job.file.name, outcome.error, outcome.trace)
        account.say("reader_fault", value=outcome.error)
    return Reading(account)
