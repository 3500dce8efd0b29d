import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dashboards.pages.addresses import addresses
from dashboards.pages.book import Book
from dashboards.pages.page import Page
from dashboards.row import Row
from dashboards.site import _SECTIONS, SiteReport, build
from dashboards.theme.words import words
from tests.dashboards.invented.common import HOSTILE_URL

_CODES = re.compile(r"\b(PAR|PAPI|SIPAS|PAR_INDEX)_\d{4}|named_in_plan|health_centre|unheard_of")
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
# What is sent by mail runs nothing and loads nothing at all.
LETTER = "tom-tat.html"
LETTER_CSP = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_two_builds_are_equal_to_the_byte(warehouse: Path, built: tuple[Path, SiteReport], tmp_path: Path) -> None:
    assert build(warehouse, tmp_path / "again") == built[1]


def test_no_two_pages_have_the_same_title(site: Path) -> None:
    titles = Counter(re.findall(r"<title>(.*)</title>", page.read_text(encoding="utf-8"))[0] for page in pages(site))
    assert len(titles) > 1
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_report_names_every_file_with_its_hash_and_size(built: tuple[Path, SiteReport]) -> None:
    site, report = built
    on_disk = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert {file.path for file in report.files} == set(on_disk)
    for file in report.files:
        assert file.sha256 == hashlib.sha256(on_disk[file.path]).hexdigest()
        assert file.size == len(on_disk[file.path])


def test_hostile_names_are_text(site: Path) -> None:
    for page in pages(site):
        elements = Elements(page).found
        assert not [tag for tag, _ in elements if tag in {"img", "iframe", "object", "form"}], page.name
        for tag, attributes in elements:
            assert not [name for name in attributes if name.startswith("on")], (page.name, tag)
            if tag == "script":
                assert attributes.get("type") == "application/json" or (attributes.get("src") or "").startswith(
                    ("assets/", "../")
                )
            assert not (attributes.get("href") or "").startswith("javascript:")
    assert f"<div>{HOSTILE_URL}</div>" in text(site, "so-y-te-dong-lam/par-index.html")
    assert "&lt;/script&gt;&lt;b&gt;" in text(site, "index.html")


def test_every_page_has_the_strict_policy_and_loads_nothing_from_elsewhere(site: Path) -> None:
    for page in pages(site):
        elements = Elements(page).found
        policy = LETTER_CSP if page.name == LETTER else CSP
        assert ("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) in elements
        loaded = [a.get("src") or "" for tag, a in elements if tag in {"script", "img", "iframe"} and a.get("src")]
        loaded += [a.get("href") or "" for tag, a in elements if tag == "link"]
        assert not [address for address in loaded if "//" in address], page.name


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    anchors = {page.resolve(): {a["id"] for _, a in Elements(page).found if a.get("id")} for page in pages(site)}
    for page in pages(site):
        for tag, attributes in Elements(page).found:
            address = attributes.get("href") or attributes.get("src")
            if not address or address.startswith(("http", "data:")):
                continue
            path, _, anchor = address.partition("#")
            if path.startswith("../../feedback/"):
                continue  # Published beside the site, with the night that it was built in.
            target = (page.parent / path).resolve() if path else page.resolve()
            assert target.is_file(), (page.name, tag, address)
            assert not anchor or anchor in anchors[target], (page.name, address)


def test_ids_are_unique_on_a_page_and_every_figure_has_its_data(site: Path) -> None:
    for page in pages(site):
        ids = [a["id"] for _, a in Elements(page).found if a.get("id")]
        assert len(set(ids)) == len(ids), page.name
        wanted = {a["data-figure"] for _, a in Elements(page).found if a.get("data-figure")}
        assert wanted <= set(ids), page.name


def test_every_page_says_as_of_when_and_of_which_collection(site: Path) -> None:
    for page in pages(site):
        content = page.read_text(encoding="utf-8")
        assert "Số liệu đến ngày 30/09/2026" in content
        assert "Bộ tài liệu: Bộ thử &lt;i&gt;nghiêng&lt;/i&gt;" in content


@pytest.mark.parametrize(
    ("path", "banner"),
    [
        ("index.html", "sample"),
        ("index.html", "simulated_site"),
        ("index.html", "digest_site"),
        ("so-y-te-an-hoa/index.html", "digest_agency"),
        ("so-y-te-an-hoa/ke-hoach-an_hoa_2021_2030.html", "digest_plan"),
        ("so-y-te-an-hoa/ke-hoach-an_hoa_2026.html", "simulated_results"),
        ("minh-hoa/index.html", "simulated_whole"),
        ("minh-hoa/ke-hoach-minh_hoa_2026.html", "simulated_whole"),
        ("so-y-te-an-hoa/don-vi-benh-vien.html", "simulated_agency"),
        ("so-y-te-an-hoa/don-vi-benh-vien.html", "digest_agency"),
        ("so-lieu.html", "simulated_site"),
        ("so-lieu.html", "digest_site"),
    ],
)
def test_pages_with_digests_or_simulated_figures_carry_a_banner(site: Path, path: str, banner: str) -> None:
    assert words().banner[banner].replace('"', "&#34;") in text(site, path)


def told_rows(book: Book, page: Page) -> Iterator[Row]:
    """What the tables of a page show: rows flagged as simulated, plans they lead to; the plan of a plan page."""
    plans = {path: key for key, path in book.plan_pages.items()}
    if page.path in plans:
        yield {"plan_key": plans[page.path]}
    for cell in (cell for table in page.tables for line in table.lines for cell in line.cells):
        if words().common.simulated in cell.flags:
            yield {"is_simulated": True}
        if cell.href and cell.href.partition("#")[0] in plans:
            yield {"plan_key": plans[cell.href.partition("#")[0]]}


def test_every_page_that_shows_a_row_of_a_digest_or_a_simulated_row_says_so(book: Book) -> None:
    digests = {row["plan_key"] for row in book.plans if row["is_digest"]}
    made_up = {row["plan_key"] for row in book.plans if row["is_simulated"]}
    seen: Counter[str] = Counter()
    for page in (page for section in _SECTIONS for page in section(book)):
        rows = [*told_rows(book, page)]
        shows = {
            "digest": any(row.get("plan_key") in digests or row.get("is_digest") for row in rows),
            "simulated": any(row.get("plan_key") in made_up or row.get("is_simulated") for row in rows),
        }
        for name in (name for name, is_shown in shows.items() if is_shown):
            seen[name] += 1
            assert any(banner.startswith(name) for banner in page.banners), (page.path, name)
    assert seen["digest"] >= 4
    assert seen["simulated"] >= 5


def test_an_agency_that_owes_no_report_is_told_in_words_and_not_in_zeros(site: Path) -> None:
    page = text(site, "so-y-te-dong-lam/index.html")
    tiles = page[page.index('<dl class="tiles">') : page.index("</dl>")]
    assert words().overview.reports_unasked in tiles
    assert words().overview.no_dossiers in tiles
    assert not re.search(r"<b>\s*0\s*</b>", tiles.partition(words().overview.tile_overdue)[0])


def test_overdue_and_not_confirmed_are_told_apart(site: Path) -> None:
    board = text(site, "so-y-te-an-hoa/don-vi.html")
    assert re.search(r"<b>1</b> Quá hạn</span>", board)
    assert re.search(r"<b>1</b> Quá hạn, chưa xác nhận</span>", board)
    for path in ("index.html", "so-y-te-an-hoa/index.html"):
        assert re.search(r"trong \d+ nhiệm vụ; \d+ chưa xác nhận", text(site, path))


def test_no_code_of_a_framework_or_a_kind_of_unit_is_shown(site: Path) -> None:
    for page in pages(site):
        seen = re.sub(r"<script.*?</script>|<[^>]*>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(_CODES, seen), page.name


def test_an_index_is_said_to_be_the_province_s_and_nobody_else_s(site: Path) -> None:
    for name in ("par-index", "papi"):
        said = words().index.whole_province.format(province="tỉnh An Hòa", agency="Sở Y tế tỉnh An Hòa")
        assert said in text(site, f"so-y-te-an-hoa/{name}.html")
    assert words().index.all_lead in text(site, "chi-so.html")
    assert words().overview.indices_note in text(site, "index.html")


def test_who_has_not_sent_a_report_is_named_first_and_a_blank_is_no_zero(site: Path) -> None:
    page = text(site, "so-y-te-an-hoa/bao-cao.html")
    period = page[page.index('id="bao-cao-2026-h1"') :]
    rows = re.findall(r"<tr>\s*<th scope=\"row\".*?</tr>", period, re.DOTALL)
    assert "Chưa gửi" in rows[0]
    assert "—" in rows[0]
    assert not re.search(r">\s*0", rows[0])
    assert "Gửi tệp không đọc được" in rows[1]
    assert "chậm 2 ngày" in rows[2]
    assert "Dự thảo" in rows[2]
    assert "đã gửi 5 lần" in rows[5]


def test_the_first_page_leads_to_all_changes(site: Path) -> None:
    page = text(site, "index.html")
    assert page.index("Số liệu được sửa") < page.index("Giữ lại chờ xác minh")
    assert "735/842" in page
    assert 'href="thay-doi.html"' in page


def test_an_empty_warehouse_gives_pages_that_say_so(empty_site: Path) -> None:
    assert words().overview.nothing in text(empty_site, "index.html")
    assert words().quality.files_none in text(empty_site, "so-lieu.html")
    assert words().changes.first_night in text(empty_site, "thay-doi.html")
    assert text(empty_site, "chi-so.html").count(words().index.nothing) == 3
    assert words().glossary.sources_none in text(empty_site, "giai-thich.html")


def test_different_keys_never_share_a_file_and_none_leaves_the_site() -> None:
    names = addresses(["a/b", "a.b", "../../etc", "chi-so", "Đà Nẵng", "x" * 200], frozenset({"chi-so"}))
    assert len(set(names.values())) == len(names)
    assert names["chi-so"] == "chi-so-2"
    assert names["../../etc"] == "etc"
    assert names["Đà Nẵng"] == "da-nang"
    assert all(re.fullmatch(r"[a-z0-9_-]{1,82}", name) for name in names.values())
