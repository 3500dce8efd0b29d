"""Assets of collected registers."""

from orchestration.defs.ingestion.reading import alone, reading
from sources.registers.reader import read
from sources.registers.rows import ROW_TYPES

read_registers = reading("registers", "Đọc sổ theo dõi", ROW_TYPES, alone(read))
