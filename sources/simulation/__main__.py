"""Remakes the simulated part of the shipped collection: `python -m sources.simulation [--out DIR]`."""

import argparse
from pathlib import Path

from sources.simulation.agency import read_agency, write_registers
from sources.simulation.plan import write_plan
from sources.simulation.receipts import write_receipts
from sources.simulation.results import write_results
from sources.simulation.review import write_review

SAMPLE = Path(__file__).parents[1] / "sample"


def main(arguments: list[str] | None = None) -> None:
    """Write plan, its review, registers and workbooks under --out, then receipts.csv of all that lies there."""
    parser = argparse.ArgumentParser(description="Tạo lại phần mô phỏng của bộ dữ liệu mẫu.")
    parser.add_argument("--out", type=Path, default=SAMPLE, help="thư mục của bộ dữ liệu (mặc định: bộ kèm theo)")
    out = parser.parse_args(arguments).out
    agency = read_agency()
    write_plan(agency, out / "plans")
    write_review(out / "plans")
    write_registers(agency, out / "registers")
    write_results(agency, out)
    write_receipts(agency, out)


if __name__ == "__main__":
    main()
