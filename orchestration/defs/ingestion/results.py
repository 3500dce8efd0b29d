"""Assets of collected results."""

from orchestration.defs.ingestion.reading import reading, undated
from sources.results.reader import read
from sources.results.rows import ROW_TYPES

read_results = reading("results", "Đọc kết quả báo cáo", ROW_TYPES, undated(read))
