"""Assets of collected results: reports read with what registers and catalogues say of units, indicators and windows."""

from collections.abc import Sequence

from orchestration import known
from orchestration.defs.ingestion.reading import reading
from orchestration.night import Night
from sources.contract import Rows, SourceFile
from sources.results.reader import read
from sources.results.rows import ROW_TYPES


def _read(files: Sequence[SourceFile], night: Night) -> Rows:
    return read(files, known.of_night(night.workspace, night.scope.until))


read_results = reading("results", "Đọc kết quả báo cáo", ROW_TYPES, _read)
