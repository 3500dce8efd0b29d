"""Where things lie for tests: the project, the shipped collection, and the real plans beside the checkout."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SAMPLE = PROJECT / "sources" / "sample"
SHARED = PROJECT.parent / "shared"
