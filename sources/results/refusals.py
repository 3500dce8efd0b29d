"""Why a file of results was not read although nobody refused it: a limit that it met, or a fault of our own."""

import logging

from sources.bounded import Fault, Refusal
from sources.results.accounts import ResultAccount
from sources.results.jobs import Job, Reading
from sources.results.workbooks.properties import issued_to

_LOG = logging.getLogger(__name__)


def say_unread(job: Job, outcome: Refusal | Fault) -> Reading:
    """The finding about the file. Of a fault it names the type alone; the rest is for those who mend it, in the log."""
    account = ResultAccount(job.file)
    account.whose = issued_to(job.file.path, job.known)
    if isinstance(outcome, Refusal):
        account.say(outcome.kind)
    else:
        _LOG.error("%s: %s\n%s", job.file.name, outcome.error, outcome.trace)
        account.say("reader_fault", value=outcome.error)
    return Reading(account)
