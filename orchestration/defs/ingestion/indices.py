"""Assets of collected indices."""

from orchestration.defs.ingestion.reading import alone, reading
from sources.indices.reader import read
from sources.indices.rows import ROW_TYPES

read_indices = reading("indices", "Đọc chỉ số công bố", ROW_TYPES, alone(read))
