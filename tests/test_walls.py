"""The walls of the house that no linter holds: where SQL may stand, what the repository may say."""

import ast
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tests.places import PROJECT, SHARED

SQL = re.compile(r"\b(select\s.+\sfrom|insert\s+into|create\s+(table|view|schema)|copy\s+\(from)\b", re.I | re.S)
SQL_ROOMS = ("orchestration/warehouse/", "dashboards/queries/")


def _tracked(*endings: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("not a git checkout")
    files = [PROJECT / name for name in listed.splitlines()]
    return [file for file in files if file.is_file() and (not endings or file.suffix in endings)]


def test_sql_in_python_stands_in_the_warehouse_folder_and_the_queries_only() -> None:
    found = []
    for file in _tracked(".py"):
        room = file.relative_to(PROJECT).as_posix()
        if room.startswith(("tests/", *SQL_ROOMS)):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
                found.append(f"{room}:{node.lineno}")
    assert found == []


def test_the_locks_pin_every_package_by_hash_and_name_no_registry() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (PROJECT / lock).read_text(encoding="utf-8")
        packages = re.findall(r"^\S+==\S+", text, re.M)
        assert len(packages) > 100
        assert len(re.findall(r"^\S+==\S+ \\\n +--hash=sha256:", text, re.M)) == len(packages)
        assert "://" not in text


def test_no_file_carries_a_path_of_one_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(work|root|farm)/")
    carriers = [
        str(file)
        for file in _tracked(".py", ".sql", ".md", ".yml", ".toml", ".csv", ".txt", ".json", ".lock", ".j2")
        if file != Path(__file__) and machine.search(file.read_text(encoding="utf-8", errors="replace"))
    ]
    assert carriers == []


def _shingles(text: str, length: int = 24) -> set[str]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}


@pytest.mark.shared
def test_no_sentence_of_the_real_plans_stands_in_the_project() -> None:
    if not SHARED.exists():
        pytest.skip("the real plans (../shared) are not on this machine")
    real = set().union(*(_shingles(plan.read_text(encoding="utf-8")) for plan in (SHARED / "plans").glob("*.txt")))
    texts = _tracked(".py", ".md", ".txt", ".csv", ".yml", ".json", ".html", ".sql")
    carriers = [str(file) for file in texts if _shingles(file.read_text(encoding="utf-8", errors="replace")) & real]
    assert carriers == []
