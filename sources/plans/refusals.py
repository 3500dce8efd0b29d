"""Why a file of the plans was not read although nobody refused it: a limit that it met, or a fault of our own."""

import logging
from pathlib import PurePosixPath

from sources.bounded import Fault, Refusal
from sources.contract import SourceFile
from sources.plans.file_rows import WHOLE_FILE
from sources.plans.remarks import Remark, remark

_LOG = logging.getLogger(__name__)


def why_unread(file: SourceFile, outcome: Refusal | Fault) -> Remark:
    """The finding about the file. Of a fault it names the type alone; the rest is for those who mend it, in the log."""
    if isinstance(outcome, Refusal):
        return remark(outcome.kind, WHOLE_FILE, PurePosixPath(file.name).name)
    _LOG.error("%s: %s\n%s", file.name, outcome.error, outcome.trace)
    return remark("reader_fault", WHOLE_FILE, outcome.error)
