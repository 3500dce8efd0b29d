import json
import re
import subprocess
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs, get_plotlyjs_version

from dashboards import site as site_module
from dashboards.site import SiteReport, build
from dashboards.theme import bundle
from tests.places import PROJECT

_FIGURE = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.DOTALL)


def test_the_small_bundle_is_the_release_that_plotly_carries() -> None:
    assert get_plotlyjs_version() == bundle.VERSION
    assert bundle.VERSION in bundle.PLACE.name


def test_without_the_small_bundle_the_site_takes_the_full_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert bundle.plotly_js(tmp_path / "nothing.js") == get_plotlyjs()
    assert not caplog.records


@pytest.mark.parametrize("content", [b"", b"alert('not plotly')", b"\xff\xfe"])
def test_a_file_that_is_not_the_pinned_one_is_never_shipped(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    spoilt = tmp_path / "spoilt.js"
    spoilt.write_bytes(content)
    assert bundle.plotly_js(spoilt) == get_plotlyjs()
    assert str(spoilt) in caplog.text
    assert "deploy/bundle.py" in caplog.text


def test_the_pinned_file_is_shipped_to_the_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = "// dòng một\r\n// dòng hai\n".encode()
    monkeypatch.setattr(bundle, "is_pinned", content.__eq__)
    (tmp_path / "small.js").write_bytes(content)
    assert bundle.plotly_js(tmp_path / "small.js").encode() == content


def test_what_set_up_brought_in_is_what_the_site_ships(built: tuple[Path, SiteReport]) -> None:
    if not bundle.PLACE.is_file():
        pytest.skip("this environment has no small plotly bundle: .venv/bin/python deploy/bundle.py")
    shipped = {file.path: file.sha256 for file in built[1].files}
    assert shipped["assets/plotly.min.js"] == bundle.FILE_SHA256


def test_pages_are_the_same_with_either_bundle(
    warehouse: Path, built: tuple[Path, SiteReport], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_module, "plotly_js", lambda: "another bundle")
    other = build(warehouse, tmp_path)
    changed = {ours.path for ours, theirs in zip(built[1].files, other.files, strict=True) if ours != theirs}
    assert {Path(path).name for path in changed} == {"plotly.min.js"}


def test_charts_are_lines_points_and_bars_which_the_small_bundle_draws(site: Path) -> None:
    figures = [
        json.loads(block) for page in sorted(site.rglob("*.html")) for block in _FIGURE.findall(page.read_text("utf-8"))
    ]
    kinds = {trace.get("type", "scatter") for figure in figures for trace in figure.get("data", ())}
    assert kinds == {"bar", "scatter"}


def test_the_repository_holds_no_copy_of_a_library() -> None:
    listed = subprocess.run(["git", "ls-files", "-z", "*.js"], cwd=PROJECT, capture_output=True, text=True, check=True)
    scripts = [PROJECT / name for name in listed.stdout.split("\0") if name]
    assert scripts
    assert not [path.name for path in scripts if path.stat().st_size > 60_000]
