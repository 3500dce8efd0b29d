"""Every table of raw, once: what the warehouse loads and the dbt sources are held to."""

from sources.contract import RawRow
from sources.indices.rows import ROW_TYPES as INDEX_ROWS
from sources.plans.rows import ROW_TYPES as PLAN_ROWS
from sources.receipts.rows import ROW_TYPES as RECEIPT_ROWS
from sources.registers.rows import ROW_TYPES as REGISTER_ROWS
from sources.results.rows import ROW_TYPES as RESULT_ROWS

RAW_TABLES: dict[str, type[RawRow]] = {
    row_type.table: row_type for row_type in (*RECEIPT_ROWS, *PLAN_ROWS, *RESULT_ROWS, *REGISTER_ROWS, *INDEX_ROWS)
}
