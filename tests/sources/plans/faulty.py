"""Readers with a fault of their own, as functions that a child process can be given."""

from sources.contract import SourceFile
from sources.plans import reader
from sources.plans.jobs import Job, PlanFile
from sources.plans.reviews.statements import Review


def read_one(job: Job) -> PlanFile:
    """The plan; an error that nobody foresaw where the file's name asks for it."""
    if "faulty" in job.file.name:
        raise LookupError("a row without its table")
    return reader.read_one(job)


def read_review(file: SourceFile) -> Review:
    """An error that nobody foresaw."""
    raise LookupError(file.name)
