"""What a night was made with and of."""

from pathlib import Path

import pytest

from orchestration import fingerprints


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("sources/a.py", "sources/sample/x.csv", "dbt_project/m.sql", "dashboards/p.j2", "orchestration/o.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path


def test_a_change_of_code_shows_in_its_room_alone(project: Path) -> None:
    before = fingerprints.of_code(project)
    (project / "dbt_project" / "m.sql").write_text("select 1", encoding="utf-8")
    after = fingerprints.of_code(project)
    assert {room for room in before if before[room] != after[room]} == {"dbt_project"}
    assert set(before) == {*fingerprints.ROOMS, "libraries"}


@pytest.mark.parametrize(
    "name", ["sources/sample/x.csv", "sources/README.md", "sources/__pycache__/a.json", "dbt_project/target/m.sql"]
)
def test_collected_files_readmes_and_what_tools_leave_are_no_code(project: Path, name: str) -> None:
    before = fingerprints.of_code(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("khác", encoding="utf-8")
    assert fingerprints.of_code(project) == before


def test_a_renamed_module_is_another_code(project: Path) -> None:
    before = fingerprints.of_code(project)
    (project / "sources" / "a.py").rename(project / "sources" / "b.py")
    assert fingerprints.of_code(project)["sources"] != before["sources"]
