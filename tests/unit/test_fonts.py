"""The site's fonts are whole: what isn't in the file that every page asks for, is in the other."""

import re

import pytest
from conftest import REPOSITORY
from fontTools.ttLib import TTFont
from scripts.make_fonts import BASE, REST, numbers

STATIC = REPOSITORY / "src" / "praktijkboek" / "site" / "theme" / "praktijkboek" / "static"
PRINT = REPOSITORY / "src" / "praktijkboek" / "print" / "fonts"
SAME = {
    "source-sans-3": "SourceSans3-Regular.ttf",
    "source-sans-3-italic": "SourceSans3-It.ttf",
    "bricolage-grotesque": "BricolageGrotesque-800.ttf",
}


@pytest.mark.parametrize("name", SAME)
def test_the_site_has_every_sign_of_the_pdf(name: str) -> None:
    parts = [set(TTFont(STATIC / "fonts" / f"{name}-{part}.woff2").getBestCmap()) for part in ("basis", "rest")]
    printed = set(TTFont(PRINT / SAME[name]).getBestCmap())
    assert printed <= parts[0] | parts[1]
    assert parts[0] <= numbers(BASE)
    assert parts[1] <= numbers(REST) | {0x20, 0xA0}


def test_the_style_sheet_tells_browsers_which_file_has_which_signs() -> None:
    css = (STATIC / "praktijkboek.css").read_text(encoding="utf-8")
    faces = re.findall(r'fonts/([a-z0-9-]+)-(basis|rest)\.woff2"\)[^}]*unicode-range: ([^;]+);', css)
    assert faces == [(name, part, {"basis": BASE, "rest": REST}[part]) for name in SAME for part in ("basis", "rest")]
    assert not numbers(BASE) & numbers(REST)
    assert numbers(BASE) | numbers(REST) == set(range(0x110000))
