"""Remakes the simulated part of the shipped collection: `python -m sources.simulation [--out DIR]`."""

import argparse
from pathlib import Path

from sources.simulation.agency import read_agency
from sources.simulation.plan import PLANS, write_plan
from sources.simulation.receipts import write_receipts, write_withdrawals
from sources.simulation.registers import write_registers
from sources.simulation.results import write_results
from sources.simulation.review import write_review
from sources.simulation.tables import write_summaries, write_tables

SAMPLE = Path(__file__).parents[1] / "sample"


def main(arguments: list[str] | None = None) -> None:
    """Write plans, review, registers, workbooks and tables under --out, then what is said of when all of it came."""
    parser = argparse.ArgumentParser(description="Tạo lại phần mô phỏng của bộ dữ liệu mẫu.")
    parser.add_argument("--out", type=Path, default=SAMPLE, help="thư mục của bộ dữ liệu (mặc định: bộ kèm theo)")
    out = parser.parse_args(arguments).out
    agency = read_agency()
    for plan in PLANS:
        write_plan(plan, agency, out / "plans")
    write_review(out / "plans")
    write_registers(agency, out / "registers")
    write_results(agency, out)
    write_tables(out)
    write_summaries(agency, out)
    write_receipts(agency, out)
    write_withdrawals(out)


if __name__ == "__main__":
    main()
