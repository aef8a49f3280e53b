"""A drawing is published whole, or refused with the reason: nothing of it is lost, and it does nothing else.

The checker's rule ``svg-onveilig`` says what ``clean_drawing`` raises (see the end).
"""

from pathlib import Path

import pytest
from conftest import MakeCase

from praktijkboek.authoring.sample_files import svg
from praktijkboek.check import check_paths
from praktijkboek.cleaning import BrokenPicture, NotAPicture, clean_drawing
from praktijkboek.cleaning.svg import MOST_BYTES, MOST_DEPTH, MOST_STOPS
from praktijkboek.reader.photo_facts import Picture, read_picture
from praktijkboek.rule import Example
from praktijkboek.rules.photo_names import LISTED, SHOWN

XLINK = "xmlns:xlink='http://www.w3.org/1999/xlink'"
XHTML = "xmlns:h='http://www.w3.org/1999/xhtml'"
INKSCAPE = "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'"
PROLOGUE = "<?xml version='1.0' encoding='utf-8'?>\n<svg xmlns=\"http://www.w3.org/2000/svg\">"


def drawn(inside: str, around: str = "") -> str:
    """What is published between the outermost brackets."""
    cleaned = clean_drawing(svg(inside, around))
    assert clean_drawing(cleaned) == cleaned, "a second time changes nothing"
    text = cleaned.decode().removesuffix(" />").removesuffix("</svg>")
    assert text.startswith(PROLOGUE.removesuffix(">"))
    return text.removeprefix(PROLOGUE)


def refusal(drawing: bytes) -> str:
    """Why a drawing is refused."""
    with pytest.raises(NotAPicture) as refused:
        clean_drawing(drawing)
    return str(refused.value)


@pytest.mark.parametrize(
    "inside",
    [
        '<g transform="translate(1 2) rotate (3)"><path d="M0 0h9v9z" style="fill: red; font: bold 9px serif" /></g>',
        '<g id="b"><use href="#a" /></g><rect id="a" /><use href="#b" />',
        '<linearGradient id="a"><stop offset="0" /></linearGradient><linearGradient id="b" href="#a" />'
        '<linearGradient id="c" href="#b" /><rect fill="url(#c)" />',
        '<rect id="a" /><mask id="m"><use href="#a" /></mask><rect mask="url( \'#m\' )" />',
        '<g id="clip0_1:2" /><rect style="clip-path: URL(#clip0_1:2)" />',
        '<rect fill="RGB(255,0,0)" stroke="color(display-p3 1 0 0)" />',
        '<text text-decoration="underline" xml:space="preserve">a  <tspan dx="1">b</tspan> c</text>',
        "<title>Plein (oud)</title><text>url(https://kwaad.be) is hier gewone tekst</text>",
        "<g>" * (MOST_DEPTH - 2) + "<rect />" + "</g>" * (MOST_DEPTH - 2),
    ],
    ids=["vorm", "gebruik", "verloop", "masker", "knipsel", "kleur", "tekst", "titel", "diep"],
)
def test_what_draws_is_published_as_it_is(inside: str) -> None:
    assert drawn(inside) == inside


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        ("<metadata>Jan</metadata><rect/>", "<rect />"),
        (f"<text {INKSCAPE}>a<!-- Jan --><inkscape:grid>Jan<inkscape:x/></inkscape:grid>b</text>", "<text>ab</text>"),
        (f"<g {INKSCAPE} inkscape:label='Jan' data-name='Jan' class='Jan' aria-label='foto(s) van Jan'/>", "<g />"),
        ("<g id='Jan'/>", "<g />"),
        ("<rect style='-inkscape-font-specification:Jan; filter:none;; FILL:red'/>", '<rect style="fill: red" />'),
        ("<rect style='marker:none'/>", "<rect />"),
        ("<?xpacket Jan?><rect/>", "<rect />"),
        (f"<rect id='a'/><use {XLINK} xlink:href='#a' xlink:title='Jan'/>", '<rect id="a" /><use href="#a" />'),
    ],
)
def test_notes_are_left_out(typed: str, published: str) -> None:
    assert drawn(typed) == published


def test_a_drawing_may_have_a_prefix_and_a_mark_in_front() -> None:
    drawing = b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><!-- een plan -->"
    drawing += b"<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:path d='M0 0h9'/></s:svg>"
    assert clean_drawing(drawing).decode() == f'{PROLOGUE}<path d="M0 0h9" /></svg>'


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
        ("<rect ONLOAD='alert(1)'/>", "ONLOAD=alert(1)"),
        ("<use href='https://kwaad.be/x.svg#a'/>", "href=https://kwaad.be/x.svg#a"),
        ("<use href='data:image/svg+xml,x#a'/>", "href=data:image/svg+xml,x#a"),
        ("<use href='#%61'/>", "href=#%61"),
        (f"<use {XLINK} xlink:href='../geheim.svg#a'/>", "href=../geheim.svg#a"),
        (f"<use {XLINK} href='#a' xlink:href='//kwaad.be'/>", "href=//kwaad.be"),
        ("<g xml:base='https://kwaad.be/'/>", "base=https://kwaad.be/"),
        ("<rect fill='url(https://kwaad.be/x)'/>", "fill=url(https://kwaad.be/x)"),
        ("<rect fill='URL( \"//kwaad.be/x\")'/>", 'fill=URL( "//kwaad.be/x")'),
        ("<rect fill='url( \"//kwaad.be/x#a\")'/>", 'fill=url( "//kwaad.be/x#a")'),
        ("<rect fill='url(#a) url(//kwaad.be)'/>", "fill=url(#a) url(//kwaad.be)"),
        ("<rect style='fill: u\\72l(//kwaad.be)'/>", "style=fill: u\\72l(//kwaad.be)"),
        ("<rect style='mask: image-set(\"//kwaad.be\" 1x)'/>", 'style=mask: image-set("//kwaad.be" 1x)'),
        ("<rect style='@import x'/>", "style=@import x"),
        ("<rect style='width: expression(alert(1))'/>", "style=width: expression(alert(1))"),
    ],
)
def test_what_runs_or_fetches_is_refused(inside: str, what: str) -> None:
    assert refusal(svg(inside)) == f"ze bevat `{what}`"


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<rect fill='var(--x, red)'/>", "`fill=var(--x, red)`"),
        ("<rect style='--x: red'/>", "`--x=red`"),
        ("<rect style='font-family: \"a;b\"'/>", '`b"=`'),
        ("<rect filter='url(#f)'/>", "`filter=url(#f)`"),
        ("<g marker-end='url(#pijl)'/>", "`marker-end=url(#pijl)`"),
        ("<g systemLanguage='fr'/>", "`systemLanguage=fr`"),
        ("<metadata><rect id='a'/></metadata><use href='#a'/>", "`<rect>` in `<metadata>`"),
    ],
)
def test_what_would_be_lost_is_refused(inside: str, what: str) -> None:
    assert refusal(svg(inside)) == f"ze bevat {what}"


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
    assert refusal(before.encode() + svg("<rect/>")) == f"ze {what}"


@pytest.mark.parametrize("drawing", [b"<svg><rect/></svg>", b"<g xmlns='http://www.w3.org/2000/svg'/>", b"<html/>"])
def test_a_drawing_says_that_it_is_one(drawing: bytes) -> None:
    assert refusal(drawing) == 'ze begint niet met `<svg xmlns="http://www.w3.org/2000/svg">`'


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32-be"])
def test_another_encoding_hides_nothing(encoding: str) -> None:
    assert refusal(svg("<script/>").decode().encode(encoding)) == "ze is niet bewaard als UTF-8"


def chain(steps: int, *, times: int = 10, backwards: bool = False) -> bytes:
    """Shapes that use each other, each ``times`` times the next: ten lines, a billion squares."""
    groups = [f"<g id='a{i}'>" + f"<use href='#a{i + 1}'/>" * times + "</g>" for i in range(steps)]
    return svg(f"<rect id='a{steps}'/>" + "".join(reversed(groups) if backwards else groups))


def gradients(steps: int) -> str:
    """Gradients that take their colours from each other, in a circle."""
    return "".join(f"<linearGradient id='a{i}' href='#a{(i + 1) % steps}'/>" for i in range(steps))


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        (chain(7), "herhaalt te veel vormen"),
        (chain(1000, times=1), "lagen in elkaar"),
        (chain(1000, times=1, backwards=True), "lagen in elkaar"),
        (svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"), "lagen in elkaar"),
        (svg(gradients(3)), "lagen in elkaar"),
        (svg(f"<g id='a'>{'<rect/>' * 1000}</g>" + "<use href='#a'/>" * 1000), "herhaalt te veel vormen"),
        (
            svg(f"<clipPath id='a'>{'<rect/>' * 1000}</clipPath>" + "<rect style='clip-path: URL( \"#a\")'/>" * 1000),
            "herhaalt te veel vormen",
        ),
        (svg(f"<linearGradient>{'<stop/>' * (MOST_STOPS + 1)}</linearGradient>"), "kleuren in één verloop"),
        (svg("<g>" * MOST_DEPTH + "</g>" * MOST_DEPTH), "lagen in elkaar"),
        (svg("<g>" * 50_000 + "</g>" * 50_000), "lagen in elkaar"),
        (svg("<desc>" + "x" * MOST_BYTES + "</desc>"), "is groter dan 2 MB"),
    ],
    ids=["zwerm", "ketting", "gnittek", "kring", "verlopen", "vaak", "knipsels", "kleuren", "diep", "dieper", "groot"],
)
def test_what_multiplies_is_refused(drawing: bytes, what: str) -> None:
    assert what in refusal(drawing)


@pytest.mark.parametrize("content", [b"", b"<svg", svg("<g>"), svg("<rect/>") + b"\xff", svg("&a;")])
def test_what_is_no_svg_is_told(content: bytes) -> None:
    with pytest.raises(BrokenPicture):
        clean_drawing(content)


def test_the_checker_says_why_a_drawing_is_refused(make_case: MakeCase, tmp_path: Path) -> None:
    path = tmp_path / "plan.svg"
    for content, seen in (
        (svg("<rect/>"), Picture("SVG")),
        (svg("<pattern/>"), Picture("SVG", refused="ze bevat `<pattern>`")),
        (svg("<g>"), Picture("SVG", broken=True)),
    ):
        path.write_bytes(content)
        assert read_picture(path) == seen
    listed, shown = (text.replace("gevel.jpg", "plan.svg") for text in (LISTED, SHOWN))
    folder = make_case(Example(header=listed, body=shown))
    (folder / "plan.svg").write_bytes(svg("<rect filter='url(#schaduw)'/>"))
    (finding,) = check_paths([folder]).findings
    assert (finding.rule, finding.message) == (
        "svg-onveilig",
        "De tekening `plan.svg` kan niet in het boek: ze bevat `filter=url(#schaduw)`.",
    )


@pytest.mark.parametrize(
    "around",
    [
        "viewBox='0 0 100 100px'",
        "viewBox='1 2'",
        "viewBox='0 0 1e999 1'",
        "viewBox='0 0 nan inf'",
        "viewBox='0 0 -5 5'",
        "viewBox=''",
        "height='px'",
        "width='veel'",
        "width='1 2'",
        f"width='{'9' * 400}'",
        "style='height: mm'",
        "preserveAspectRatio=''",
    ],
)
def test_a_size_that_is_none_is_refused(around: str) -> None:
    assert "`" in refusal(svg("<rect/>", around))


@pytest.mark.parametrize(
    "around",
    [
        'viewBox="0 0 210 297"',
        'viewBox="-1.5,-2e-14 , 100 100"',
        'width="210mm" height="297.5mm"',
        'width="100%" height="1e3"',
        'preserveAspectRatio="xMidYMid slice"',
    ],
)
def test_sizes_as_programs_write_them_are_kept(around: str) -> None:
    published = clean_drawing(svg("<rect x='1 2,3' width='.5px'/>", around)).decode()
    assert all(word in published for word in (around, '<rect x="1 2,3" width=".5px" />'))
