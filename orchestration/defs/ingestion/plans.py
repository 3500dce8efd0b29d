"""Assets of collected plans."""

from orchestration.defs.ingestion.reading import alone, reading
from sources.plans.reader import read
from sources.plans.rows import ROW_TYPES

read_plans = reading("plans", "Đọc kế hoạch", ROW_TYPES, alone(read))
