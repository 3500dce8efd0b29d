"""Office files damaged on their way: whatever the damage, the readers give a finding and go on."""

from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_STORED, ZipFile

import pytest

from sources.plans.reader import read as read_plans
from sources.results.known import Known
from sources.results.reader import read as read_results
from tests.sources.plans.invented import write_word
from tests.sources.received import accounts, assert_balanced, receive
from tests.sources.results.workshop import write_form

_read_results = partial(read_results, known=Known())
# Signs that change figures, names and mark-up without always breaking the XML.
_SIGNS = b'0129<>"-ax&/ \x00\xff'


def _flipped(content: bytes, random: Random) -> bytes:
    """Some bytes of the archive itself are others: checksums, directory, flags, packed data."""
    spoiled = bytearray(content)
    for _ in range(random.choice((1, 2, 5, 30))):
        spoiled[random.randrange(len(spoiled))] = random.randrange(256)
    return bytes(spoiled)


def _changed_inside(content: bytes, random: Random) -> bytes:
    """A whole archive, one part of which is missing, cut off or has other signs."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(changed, "w", ZIP_STORED) as target:
        victim = random.choice(source.namelist())
        way = random.choice(("missing", "cut", "signs", "signs", "signs"))
        for name in source.namelist():
            part = bytearray(source.read(name))
            if name == victim and way == "missing":
                continue
            if name == victim and way == "cut":
                part = part[: random.randrange(len(part))]
            elif name == victim:
                for _ in range(random.choice((1, 3, 10))):
                    part[random.randrange(len(part))] = random.choice(_SIGNS)
            target.writestr(name, bytes(part))
    return changed.getvalue()


@pytest.mark.parametrize("seed", range(24))
def test_no_damage_to_a_word_plan_or_a_workbook_stops_its_reader(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 -- the same damage every time
    spoil = random.choice((_flipped, _changed_inside))
    plan, workbook = tmp_path / "a.docx", write_form(tmp_path)
    write_word(plan)
    for path, read, source in ((plan, read_plans, "plans"), (workbook, _read_results, "results")):
        path.write_bytes(spoil(path.read_bytes(), random))
        rows = read([receive(path, f"{source}/{path.name}")])
        assert f"{source}/{path.name}" in accounts(rows, source)
        assert_balanced(rows, source)


@pytest.mark.parametrize("flag_bit", [0x1, 0x20, 0x40])
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_locked_and_patched_entries_are_a_finding(tmp_path: Path, name: str, flag_bit: int) -> None:
    path = tmp_path / name
    if name == "a.docx":
        write_word(path)
    else:
        write_form(tmp_path, name=name)
    content = bytearray(path.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(magic)
        while start >= 0:
            content[start + offset] |= flag_bit
            start = content.find(magic, start + 4)
    path.write_bytes(content)
    read, source = (read_plans, "plans") if name == "a.docx" else (_read_results, "results")
    assert accounts(read([receive(path, f"{source}/{name}")]), source)[f"{source}/{name}"][0] == "unreadable"
