"""A drawing that draws is welcome; one that runs, fetches or multiplies is refused."""

import time

import pytest

from praktijkboek.authoring.pictures import svg
from praktijkboek.svg import MOST_BYTES, misdeed

XLINK = "xmlns:xlink='http://www.w3.org/1999/xlink'"
XHTML = "xmlns:h='http://www.w3.org/1999/xhtml'"
INKSCAPE = "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'"


@pytest.mark.parametrize(
    "drawing",
    [
        svg("<rect width='9' height='9' fill='#e2ecf1' transform='rotate(45)'/>", "viewBox='0 0 9 9'"),
        svg("<defs><linearGradient id='a'/></defs><rect style='fill: url(#a); color: rgb(1, 2, 3)'/>"),
        svg("<defs><g id='a'><rect/></g></defs><use href='#a'/><use xlink:href='#a'/>", XLINK),
        svg("<title>Plein (oud)</title><text>url(https://kwaad.be) is hier gewone tekst</text>"),
        svg("<inkscape:grid/><g inkscape:label='Laag'/>", f"{INKSCAPE} inkscape:export-filename='C:\\plan.png'"),
        b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><!-- een plan -->" + svg("<path d='M0 0h9'/>"),
        svg("<rect/>", "aria-label='foto(s) van het plein'"),
    ],
)
def test_what_draws_is_welcome(drawing: bytes) -> None:
    assert misdeed(drawing) == ""


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<style>@import 'https://kwaad.be/x.css'</style>", "<style>"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ("<image href='https://kwaad.be/x.png'/>", "<image>"),
        ("<feImage href='https://kwaad.be/x.png'/>", "<feImage>"),
        ("<pattern/>", "<pattern>"),
        ("<marker/>", "<marker>"),
        ("<a href='javascript:alert(1)'><rect/></a>", "<a>"),
        ("<animate attributeName='href' to='javascript:alert(1)'/>", "<animate>"),
        ("<set attributeName='onload' to='alert(1)'/>", "<set>"),
        (f"<h:script {XHTML}>alert(1)</h:script>", "<script>"),
        (f"<h:g {XHTML}/>", "<g>"),
        ("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", "<script>"),
        ("<rect onclick='alert(1)'/>", "onclick=alert(1)"),
        ("<rect ONLOAD='alert(1)'/>", "onload=alert(1)"),
        ("<use href='https://kwaad.be/x.svg#a'/>", "href=https://kwaad.be/x.svg#a"),
        ("<use href='data:image/svg+xml,x#a'/>", "href=data:image/svg+xml,x#a"),
        (f"<use {XLINK} xlink:href='../geheim.svg#a'/>", "href=../geheim.svg#a"),
        ("<g xml:base='https://kwaad.be/'/>", "base=https://kwaad.be/"),
        ("<rect fill='url(https://kwaad.be/x)'/>", "fill=url(https://kwaad.be/x)"),
        ("<rect fill='URL( \"//kwaad.be/x\")'/>", 'fill=URL( "//kwaad.be/x")'),
        ("<rect fill='url(#a) url(//kwaad.be)'/>", "fill=url(#a) url(//kwaad.be)"),
        ("<rect style='fill: u\\72l(//kwaad.be)'/>", "style=fill: u\\72l(//kwaad.be)"),
        ("<rect style='mask: image-set(\"//kwaad.be\" 1x)'/>", 'style=mask: image-set("//kwaad.be" 1x)'),
        ("<rect style='@import x'/>", "style=@import x"),
        ("<rect style='width: expression(alert(1))'/>", "style=width: expression(alert(1))"),
    ],
)
def test_what_runs_or_fetches_is_refused(inside: str, what: str) -> None:
    assert misdeed(svg(inside)) == f"bevat `{what}`"


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ('<!DOCTYPE svg SYSTEM "file:///etc/passwd">', "bevat `<!DOCTYPE>`"),
        ("<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;'>]>", "bevat `<!DOCTYPE>`"),
        ("<?xml-stylesheet href='https://kwaad.be/x.css'?>", "bevat `<?xml-stylesheet?>`"),
        ("<?xml version='1.0' encoding='UTF-7'?>", "is niet bewaard als UTF-8"),
        ("<?xml version='1.0' encoding='ISO-2022-JP'?>", "is niet bewaard als UTF-8"),
    ],
)
def test_what_stands_before_the_drawing_is_refused(before: str, what: str) -> None:
    assert misdeed(before.encode() + svg("<rect/>")) == what


def test_a_drawing_says_that_it_is_one() -> None:
    assert misdeed(b"<svg><rect/></svg>") == 'begint niet met `<svg xmlns="http://www.w3.org/2000/svg">`'


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32-be"])
def test_another_encoding_hides_nothing(encoding: str) -> None:
    assert misdeed(svg("<script/>").decode().encode(encoding)) == "is niet bewaard als UTF-8"


def chain(steps: int, *, times: int = 10) -> bytes:
    """Shapes that use each other, each ``times`` times the next: ten lines, a billion squares."""
    groups = (f"<g id='a{i}'>" + f"<use href='#a{i + 1}'/>" * times + "</g>" for i in range(steps))
    return svg("".join(groups) + f"<rect id='a{steps}'/>")


@pytest.mark.parametrize(
    "drawing",
    [
        chain(7),
        chain(1000, times=1),
        svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"),
        svg(f"<g id='a'>{'<rect/>' * 1000}</g>" + "<use href='#%61'/>" * 1000),
        svg(f"<clipPath id='a'>{'<rect/>' * 1000}</clipPath>" + "<rect style='clip-path: URL( \"#a\")'/>" * 1000),
        svg("<g>" * 1000 + "</g>" * 1000),
        svg("<desc>" + "x" * MOST_BYTES + "</desc>"),
    ],
    ids=["zwerm", "ketting", "kring", "vaak", "knipsels", "diep", "groot"],
)
def test_what_multiplies_is_refused(drawing: bytes) -> None:
    before = time.process_time()
    assert misdeed(drawing)
    assert time.process_time() - before < 5  # not a measurement: without the limit it would not end


@pytest.mark.parametrize("content", [b"", b"<svg", svg("<g>"), svg("<rect/>") + b"\xff"])
def test_what_is_no_svg_is_told(content: bytes) -> None:
    with pytest.raises(ValueError, match="no SVG"):
        misdeed(content)
