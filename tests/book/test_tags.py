"""HTML becomes a structure tree that reads as a person would; the check of it can fail."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest

from praktijkboek.print.edition import BOOK
from praktijkboek.print.pdf import write_pdf

from .structure import problems
from .tagged import Element, Tagged, listed

pytestmark = pytest.mark.slow

HEAD = """<!DOCTYPE html><html lang="nl"><head><title>Proef</title><meta name="author" content="De redactie">
<meta name="description" content="Een proef"><meta name="generator" content="proef">
<meta name="dcterms.created" content="2026-11-23"><meta name="dcterms.modified" content="2026-11-23">
<meta name="dcterms.rights" content="CC BY 4.0"><meta name="dcterms.license" content="https://voorbeeld.be/">
<link rel="stylesheet" href="boek:css/fonts.css"><style>
@page { size: 100mm 80mm; margin: 10mm; @bottom-right { content: counter(page) } }
html { font: 10pt "Boek Sans" } h1 { bookmark-level: 1 } .inhoud ul { list-style: none }
.voetnoot { float: footnote }
.weg { float: right } .pagina { break-before: page }</style></head><body>"""
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'
Make = Callable[[str], Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write the PDF of a piece of HTML, which may show ``boek:beeld/x.svg``."""

    def write(html: str) -> Path:
        (tmp_path / "x.svg").write_bytes(DRAWING)
        write_pdf(HEAD + html, {"boek:beeld/x.svg": tmp_path / "x.svg"}, BOOK, tmp_path / "x.pdf")
        return tmp_path / "x.pdf"

    return write


def shape(path: Path) -> Any:
    """What stands in the document, as nested tuples of tags and texts, spaces at ends of lines left out."""

    def squeezed(part: Any) -> Any:
        return part.strip() if isinstance(part, str) else (part[0], *map(squeezed, part[1:]))

    document: Any = Tagged(path).document.shape()
    return squeezed(document)[1:]


SHAPES = {
    "text in a div is a paragraph": ("<div>Een <em>twee</em> drie</div>", (("P", "Een twee drie"),)),
    "parts, articles and headings": (
        "<section><h1>Deel</h1><article><h2>Stuk</h2><p>Tekst</p></article></section>",
        (("Part", ("H1", "Deel"), ("Art", ("H2", "Stuk"), ("P", "Tekst"))),),
    ),
    "a list in a list": (
        "<ul><li><p>een</p><ol><li>twee</li></ol></li></ul>",
        (("L", ("LI", ("Lbl", "•"), ("LBody", ("P", "een"), ("L", ("LI", ("Lbl", "1."), ("LBody", "twee")))))),),
    ),
    "terms": (
        "<dl><dt>a</dt><dd>eerste</dd><dt>b</dt><dd>tweede</dd></dl>",
        (("L", ("LI", ("Lbl", "a"), ("LBody", "eerste")), ("LI", ("Lbl", "b"), ("LBody", "tweede"))),),
    ),
    "terms, each kept with what it means": (
        "<dl><div><dt>a</dt><dd><p>eerste</p></dd></div><div><dt>b</dt><dd>tweede</dd></div></dl>",
        (("L", ("LI", ("Lbl", "a"), ("LBody", ("P", "eerste"))), ("LI", ("Lbl", "b"), ("LBody", "tweede"))),),
    ),
    "what a style sheet puts before text": (
        '<style>.n::before { content: "Noot: " } .s::before { content: "· " }</style>'
        '<p class="n">a</p><p class="s">b</p>',
        (("P", "Noot: a"), ("P", "b")),
    ),
    "a link around other elements": (
        '<p>Zie <a href="https://voorbeeld.be/"><span>de <em>site</em></span></a>.</p>',
        (("P", "Zie", ("Link", "de site"), "."),),
    ),
    "a contents list": (
        '<nav class="inhoud"><h1 id="a">Inhoud</h1><ul><li><a href="#a">Inhoud</a></li></ul></nav>',
        (("Part", ("H1", "Inhoud"), ("TOC", ("TOCI", ("Reference", ("Link", "Inhoud"))))),),
    ),
    "a footnote stands where it is called": (
        '<p>Voor<span class="voetnoot">De noot.</span> na.</p>',
        (("P", "Voor", ("Reference", ("Link", "1")), ("Note", ("Lbl", ("Link", "1.")), "De noot."), "na."),),
    ),
    "a float stands where it does in the text": (
        '<h1>Kop</h1><p>Eerst.</p><div class="weg">Ernaast.</div><p>Dan.</p>',
        (("H1", "Kop"), ("P", "Eerst."), ("P", "Ernaast."), ("P", "Dan.")),
    ),
    "what is on top of all, too": (
        '<p>Eerst.</p><p style="position: absolute; z-index: 3; bottom: 0">Onder.</p><p>Dan.</p>',
        (("P", "Eerst."), ("P", "Onder."), ("P", "Dan.")),
    ),
    "see-through text": ('<p style="opacity: 0.5">Vaag.</p><p>Dan.</p>', (("P", "Vaag."), ("P", "Dan."))),
    "decoration is not read": (
        '<p>Voor<span aria-hidden="true">***</span></p><img src="boek:beeld/x.svg" alt="">',
        (("P", "Voor"),),
    ),
    "a figure with a caption": (
        '<figure><img src="boek:beeld/x.svg" alt="Een balk"><figcaption>Zo.</figcaption></figure>',
        (("Div", ("Figure", ""), ("Caption", "Zo.")),),
    ),
    "an empty line in code": ("<pre>a b\n\nc</pre>", (("P", ("Code", "a b c")),)),
    "an address that may be broken": (
        "<p><span><span>voorbeeld.</span><wbr><span>be/</span><wbr><span>boek</span></span> is er.</p>",
        (("P", "voorbeeld.be/boek is er."),),
    ),
    "an address that is broken": (
        '<p style="width: 20mm"><span><span>voorbeeld.be/</span><wbr><span>boek</span></span></p>',
        (("P", "voorbeeld.be/boek"),),
    ),
    "code": ("<p>Typ <code>a b</code></p><pre>c\nd</pre>", (("P", "Typ", ("Code", "a b")), ("P", ("Code", "c d")))),
    "another language": ('<p>Een <i lang="en">pub</i></p>', (("P", "Een", ("Span", "pub")),)),
}


@pytest.mark.parametrize(("html", "expected"), SHAPES.values(), ids=SHAPES)
def test_shape(make: Make, html: str, expected: object) -> None:
    made = make(html)
    assert shape(made) == expected
    assert [line for line in problems(made) if "Outlines" not in line] == []


def test_an_element_over_three_pages_is_one(make: Make) -> None:
    made = Tagged(make("<p>" + "Een lange zin die doorgaat. " * 120))
    assert len(made.pdf.pages) > 2
    assert [element.tag for element in made.elements] == ["Document", "P"]
    assert made.document.text.split() == ("Een lange zin die doorgaat. " * 120).split(), (
        "words at ends of lines stay apart"
    )


TABLE = """<table><thead><tr><td></td><th>Dorp</th></tr></thead><tbody>{}</tbody></table>"""


def test_a_table_over_pages_has_its_header_once(make: Make) -> None:
    rows = "".join(f'<tr><th scope="row">R{n}</th><td>dorp {n}</td></tr>' for n in range(30))
    path = make(TABLE.format(rows))
    tagged = Tagged(path)
    assert len(tagged.pdf.pages) > 2
    assert [element.text.strip() for element in tagged.elements if element.tag == "TH"] == [
        "Dorp",
        *(f"R{n}" for n in range(30)),
    ]
    cell = next(element for element in tagged.elements if element.text.strip() == "dorp 7")
    named = {str(element.thing.ID): element.text.strip() for element in tagged.elements if "/ID" in element.thing}
    assert [named[str(name)] for name in cell.thing.A.Headers] == ["R7", "Dorp"]


def test_cells_that_reach_further(make: Make) -> None:
    head = '<tr><th rowspan="2">Dorp</th><th colspan="2">Inwoners</th></tr><tr><th>toen</th><th>nu</th></tr>'
    tagged = Tagged(
        make(f"<table><thead>{head}</thead><tbody><tr><th>Stavele</th><td>1</td><td>2</td></tr></tbody></table>")
    )
    named = {str(element.thing.ID): element.text.strip() for element in tagged.elements if "/ID" in element.thing}
    cells = [element for element in tagged.elements if element.tag == "TD"]
    assert [[named[str(name)] for name in cell.thing.A.Headers] for cell in cells] == [
        ["Stavele", "Inwoners", "toen"],
        ["Stavele", "Inwoners", "nu"],
    ]


def test_a_link_over_two_lines_is_one(make: Make) -> None:
    words = "een heel lange link die niet op één regel past omdat hij zo lang is " * 2
    tagged = Tagged(make(f'<p>Zie <a href="#er"><b>{words}</b></a></p><h1 id="er" class="pagina">Er</h1>'))
    (link,) = (element for element in tagged.elements if element.tag == "Link")
    (annotation,) = link.annotations
    assert len(annotation.QuadPoints) >= 16
    assert str(annotation.Contents) == f"{words.strip()}, bladzijde 2"


def test_a_footnote_has_a_name_and_its_call_leads_there(make: Make) -> None:
    tagged = Tagged(make('<h1>K</h1><p>Voor<span class="voetnoot">De noot.</span> na.</p>'))
    (note,) = (element for element in tagged.elements if element.tag == "Note")
    call, back = (element.annotations[0] for element in tagged.elements if element.tag == "Link")
    assert str(call.Dest) == str(note.thing.ID)
    assert [str(call.Contents), str(back.Contents)] == ["Voetnoot 1", "Terug naar de tekst bij voetnoot 1"]
    places = dict(pikepdf.NameTree(tagged.pdf.Root.Names.Dests).items())
    there, here = places[str(call.Dest)], places[str(back.Dest)]
    assert float(there[3]) < float(here[3]), "the call stands above its note"


ADDRESSES = {
    '<a href="https://www.voorbeeld.be/boek">de site</a>': "de site (https://www.voorbeeld.be/boek)",
    '<a href="https://www.voorbeeld.be/boek/index.html">voorbeeld.be/boek/</a>': "https://www.voorbeeld.be/boek/index.html",
}


@pytest.mark.parametrize(("html", "words"), ADDRESSES.items())
def test_a_link_says_its_address_once(make: Make, html: str, words: str) -> None:
    tagged = Tagged(make(f"<h1>K</h1><p>{html}</p>"))
    assert str(first(tagged, "Link").annotations[0].Contents) == words


def test_what_stands_short_is_spelled(make: Make) -> None:
    tagged = Tagged(make('<h1>K</h1><p><abbr title="onbekend">?</abbr></p>'))
    assert str(first(tagged, "Span").thing.E) == "onbekend"


LOSING = """<style>html {{ font: 10px/12px monospace }} p {{ margin: 0; orphans: 2; widows: 2 }}
::footnote-call {{ font-size: 8px; line-height: 1; vertical-align: baseline }}</style>
<div style="height: 168px"></div><p>Een<span class="voetnoot">Noot één</span></p>
<p>regel<br>Twee<span class="voetnoot">Noot twee</span><br>{}</p>"""
"""With this height above it, WeasyPrint 70 alone loses the second footnote."""


def test_no_footnote_is_lost_at_the_foot_of_a_page(make: Make) -> None:
    tagged = Tagged(make(LOSING.format("<br>".join(["regel"] * 6))))
    notes = [element.text.partition(".")[2].strip() for element in tagged.elements if element.tag == "Note"]
    assert notes == ["Noot één", "Noot twee"]


def test_a_hyphen_at_the_end_of_a_line_is_soft(make: Make) -> None:
    text = "De buurt&shy;winkel&shy;uitbater van West-Vleteren. " * 6
    tagged = Tagged(make(f'<p style="hyphens: manual; width: 30mm">{text}</p>'))
    read = tagged.document.text
    assert "\u00ad" in read and "\u2010" not in read
    assert read.replace("\u00ad", "").split() == ("De buurtwinkeluitbater van West-Vleteren. " * 6).split()


def test_a_hyphen_in_a_word_is_plain_also_where_a_tab_broke_one_before_it(make: Make) -> None:
    tab = '<p aria-hidden="true" style="hyphens: manual; width: 12mm">Onder&shy;nemen</p>'
    assert "map-te-diep" in Tagged(make(f"<h1>Kop</h1>{tab}<p>map-te-diep</p>")).document.text


def test_marks_its_place(make: Make) -> None:
    made = Tagged(
        make('<h1>K</h1><img src="boek:beeld/x.svg" alt="Een balk" style="position: absolute; top: 0; left: 0">')
    )
    (figure,) = (element for element in made.elements if element.tag == "Figure")
    margin, height = 28.35, 226.77
    x1, _, x2, y2 = (float(number) for number in listed(figure.thing.A.BBox))
    assert (x1, x2, y2) == pytest.approx((margin, margin + 15, height - margin), abs=0.02)


def test_declares_both_standards(make: Make) -> None:
    made = make(
        '<section class="omslag"><h1>Proef</h1></section><p class="pagina">Twee</p><p class="pagina achterplat">Om.</p>'
    )
    report = page_validation.validate_pdf(str(made), profile="ua1")
    assert "no failures" in str(report), str(report)
    with pikepdf.open(made) as pdf, pdf.open_metadata() as said:
        assert said.pdfa_status == "2A"
        assert said["pdfuaid:part"] == "1"
        assert said["xmp:CreateDate"] == "2026-11-23"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123"
        assert said["xmpRights:WebStatement"] == "https://voorbeeld.be/"
        assert [str(page.label) for page in pdf.pages] == ["Omslag", "2", "Achterplat"]


GOOD = """<h1 id="a">Kop</h1><p>Zie <a href="#b">verder (zie p. <span class="folio" data-doel="#b">000</span>)</a></p>
<nav class="inhoud"><ul><li><a href="#b">Tabel <span class="folio" data-doel="#b">000</span></a></li></ul></nav>
<h2 id="b" class="pagina">Tabel</h2><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>
<p>Tekst<span class="voetnoot">noot</span></p><img src="boek:beeld/x.svg" alt="Een balk">"""


def first(tagged: Tagged, tag: str) -> Element:
    return next(element for element in tagged.elements if element.tag == tag)


def lose(thing: Any, key: str) -> None:
    del thing[key]


def swap_pages(tagged: Tagged) -> None:
    names: Any = pikepdf.NameTree(tagged.pdf.Root.Names.Dests)
    for place in names.values():
        place[0] = tagged.pdf.pages[0].obj


def paint_loose(tagged: Tagged) -> None:
    page = tagged.pdf.pages[0]
    page.contents_add(b"0 0 10 10 re f")


def paint_within_text(tagged: Tagged) -> None:
    tagged.pdf.pages[0].contents_add(b"/Artifact BMC BT q Q ET EMC")


BREAKS: dict[str, tuple[str, Callable[[Tagged], Any]]] = {
    "een beeld heeft geen beschrijving": ("figures", lambda t: lose(first(t, "Figure").thing, "/Alt")),
    "een beeld heeft geen plaats": ("figures", lambda t: lose(first(t, "Figure").thing, "/A")),
    "niet gemarkeerd": ("marked_content", paint_loose),
    "middenin een tekst": ("painting", paint_within_text),
    "leidt niet naar zijn": ("marked_content", lambda t: lose(t.pdf.pages[1].obj, "/StructParents")),
    "staat niet in de boom": ("marked_content", lambda t: lose(first(t, "H1").thing, "/K")),
    "andere ouder": ("family", lambda t: setattr(first(t, "H2").thing, "P", first(t, "P").thing)),
    "zegt niet waarvan": ("names", lambda t: lose(first(t, "TH").thing.A, "/Scope")),
    "bestaat niet": ("names", lambda t: lose(first(t, "TH").thing, "/ID")),
    "heeft geen naam": ("names", lambda t: lose(first(t, "Note").thing, "/ID")),
    "zegt niet waarheen": ("links", lambda t: lose(first(t, "Link").annotations[0], "/Contents")),
    "gaat nergens heen": ("links", lambda t: setattr(first(t, "Link").annotations[0], "Dest", "weg")),
    "' staat niet in de boom": ("links", lambda t: lose(first(t, "Link").annotations[0], "/StructParent")),
    "slaat een niveau over": ("headings", lambda t: setattr(first(t, "H2").thing, "S", pikepdf.Name.H3)),
    "staat op 1": ("page_numbers", swap_pages),
    "heeft geen /Lang": ("itself", lambda t: lose(t.pdf.Root, "/Lang")),
    "heeft geen /PageLabels": ("itself", lambda t: lose(t.pdf.Root, "/PageLabels")),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("goed")
    (folder / "x.svg").write_bytes(DRAWING)
    write_pdf(HEAD + GOOD, {"boek:beeld/x.svg": folder / "x.svg"}, BOOK, folder / "x.pdf")
    return folder / "x.pdf"


def test_what_is_good_passes(good: Path) -> None:
    assert problems(good) == []


@pytest.mark.parametrize(("message", "check", "break_it"), [(key, *value) for key, value in BREAKS.items()], ids=BREAKS)
def test_what_is_broken_is_found(
    good: Path, tmp_path: Path, message: str, check: str, break_it: Callable[[Tagged], Any]
) -> None:
    tagged = Tagged(good)
    break_it(tagged)
    tagged.pdf.save(tmp_path / "stuk.pdf")
    found = problems(tmp_path / "stuk.pdf")
    assert [line for line in found if line.startswith(f"{check}: ") and message in line], found
