"""The pictures of docs/pictures: the six main pages of the published night, on a desktop and on a phone.

Run by `make pictures` after `make run`; the README shows them.
"""

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.opened import ARGUMENTS, chromium
from tests.places import PROJECT

SITE: Final = PROJECT / "published" / "current" / "dashboards"
PICTURES: Final = PROJECT / "docs" / "pictures"
AGENCY: Final = "so-y-te-minh-hoa"
PAGES: Final = {
    "tong-quan": f"{AGENCY}/index.html",
    "chi-tieu": f"{AGENCY}/chi-tieu.html",
    "nhiem-vu": f"{AGENCY}/nhiem-vu.html",
    "don-vi": f"{AGENCY}/don-vi.html",
    "papi": "so-y-te-dong-nai/papi.html",
    "ke-hoach": "so-y-te-hoa-binh/ke-hoach-hoa_binh_2024.html",
}
# Width, and how much of the page from its top.
SCREENS: Final = ((1280, 1400), (390, 1200))
# What is drawn ahead of scrolling, and all of the picture.
_DRAWN: Final = "[...document.querySelectorAll('.plot')].every(plot => plot.dataset.drawn || plot.offsetTop > 1400)"
# Few colours: the pages have few, and the files stay small.
_COLOURS: Final = 160


def main() -> None:
    """Write every picture anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        for name, path in PAGES.items():
            for width, height in SCREENS:
                page = browser.new_page(viewport={"width": width, "height": height})
                page.goto((SITE / path).as_uri())
                _save(page, PICTURES / f"{name}-{width}.png")
                page.close()
        browser.close()


def _save(page: Page, file: Path) -> None:
    page.wait_for_function(_DRAWN)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
