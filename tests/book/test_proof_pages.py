"""Each look at pages, pictures, tables and references finds what it is for."""

from pathlib import Path

import pytest
from pikepdf import Pdf, String
from proof import figures, legible, pages, references, tables, words
from proof.finding import Look, Paper
from proof.measure import measure

from .ugly import made, said

pytestmark = pytest.mark.slow


TEXT = "<p>Een bladzijde met tekst die lang genoeg is om er te staan, want er staan meer dan zestig letters op.</p>"
PAGE = f"<section>{TEXT}</section>"
CASE = (
    '<section><article id="{0}">' + TEXT + '<h2 id="{0}--aanpak">Aanpak</h2><h2 id="{0}--lessen">Lessen</h2></article>'
)
TO_CASE = '<a href="#winkel">w</a> <a href="#winkel--aanpak">a</a> <a href="#winkel--lessen">l</a>'
PHOTO = '<img src="boek:beeld/foto.png" alt="Een groen vlak" style="width: {}mm">'
ROWS = "".join(f"<tr><td>{number}e lange rij</td><td>{number} stuks</td></tr>" for number in range(1, 21))
TABLE = f"<table><thead><tr><th>Wat</th><th>Hoeveel</th></tr></thead><tbody>{ROWS}</tbody></table>"
FOLIO = "@page { @bottom-center { content: counter(page) } }"

UGLY: list[tuple[Look, str, str, list[str]]] = [
    (
        pages.thin_pages,
        PAGE + "<section><p>Bijna niets</p></section>" + PAGE,
        "",
        ["Bladzijde 2: er staan maar 10 tekens op: “Bijna niets”."],
    ),
    (
        pages.thin_pages,
        PAGE + "<section><p>&nbsp;</p></section>" + PAGE,
        "",
        ["Bladzijde 2: ze is leeg, en dat is niet zo bedoeld."],
    ),
    (
        pages.cases_start_left,
        f"{PAGE}{PAGE}{CASE.format('winkel')}{TO_CASE}</section>",
        "",
        ["Bladzijde 3: een praktijk begint op een rechterbladzijde: “winkel”."],
    ),
    (
        pages.parts_start_right,
        f"{PAGE}<section><h1>Praktijken in het dorp</h1></section>{PAGE}",
        "",
        ["Bladzijde 2: een deel begint op een linkerbladzijde: “Praktijken in het dorp”."],
    ),
    (
        pages.folios,
        PAGE + PAGE,
        "@page { @bottom-center { content: counter(blad) } counter-increment: blad 2 }",
        [
            "Bladzijde 1: een lezer ziet bladzijde 1 in het programma: “2”.",
            "Bladzijde 2: een lezer ziet bladzijde 2 in het programma: “4”.",
        ],
    ),
    (
        references.wrong_pages,
        f'{PAGE}<section id="winkel"><p><a href="#winkel">De winkel (zie p. 3)</a></p></section>',
        "",
        ["Bladzijde 2: hier hoort bladzijde 2: “De winkel (zie p. 3)”."],
    ),
    (
        references.wrong_pages,
        f'<section>winkels <a href="#winkel">14</a></section>{PAGE}<section id="winkel">{TEXT}</section>',
        "",
        ["Bladzijde 1: hier hoort bladzijde 3: “14”."],
    ),
    (
        references.wrong_pages,
        '<nav class="inhoud"><ul><li><a href="#winkel">12 De winkel</a></li></ul></nav><h2 id="winkel">De winkel</h2>',
        "",
        ["Bladzijde 1: hier hoort bladzijde 1: “12 De winkel”."],
    ),
    (
        references.untrue_contents,
        '<nav class="inhoud"><ul><li><a href="#winkel">1 De winkel</a></li><li><a href="#bus">1 De bus</a></li></ul>'
        '</nav><h2 id="winkel">De winkel</h2><h2 id="bus">De trein</h2>',
        "",
        ["Bladzijde 1: deze titel staat niet op bladzijde 1: “1 De bus”."],
    ),
    (
        references.strayed_notes,
        f"<p>{'<br>' * 13}Lang<br>Tekst<span class='voetnoot'>{'een lange noot ' * 9}</span> op het einde</p>",
        ".voetnoot { float: footnote }",
        ["Bladzijde 1: deze noot staat op bladzijde 2: “1”."],
    ),
    (
        references.file_addresses,
        "<p>/home/bouwer/boek/foto.jpg</p>",
        "",
        ["Bladzijde 1: er staat een adres van een computer: “/home/bouwer/boek/foto.jpg”."],
    ),
    (
        references.footnotes,
        '<p>Tekst<span class="voetnoot">Een noot</span> en nog<span class="voetnoot">.</span> tekst</p>',
        ".voetnoot { float: footnote }",
        ["Bladzijde 1: een voetnoot heeft geen tekst: “2. .”."],
    ),
    (
        figures.strayed_captions,
        f'<figure>{PHOTO.format(10)}<figcaption class="nieuw">Het dorp</figcaption></figure>',
        "",
        ["Bladzijde 2: een bijschrift staat op een andere bladzijde: “Het dorp”."],
    ),
    (
        figures.strayed_captions,
        '<table><caption>De prijzen</caption><tbody class="nieuw"><tr><td>brood</td></tr></tbody></table>',
        "tr { break-before: page } caption { white-space: nowrap }",
        ["Bladzijde 1: een bijschrift staat op een andere bladzijde: “De prijzen”."],
    ),
    (
        figures.coarse_pictures,
        PHOTO.format(10) + PHOTO.format(20),
        "",
        ["Bladzijde 1: een foto van 60 × 40 heeft maar 76 beeldpunten per duim."],
    ),
    (
        tables.without_header,
        TABLE,
        "thead { display: table-row-group }",
        ["Bladzijde 2: een tabel loopt door zonder haar kop: “Wat · Hoeveel”."],
    ),
    (
        tables.parted_rows,
        f"<p>{'<br>' * 14}</p><table><tr><td>een<br>twee<br>drie</td><td>vier</td></tr></table>",
        "",
        ["Bladzijde 1: een rij van een tabel loopt door: “een”."],
    ),
]


@pytest.mark.parametrize(("look", "body", "style", "expected"), UGLY, ids=lambda part: getattr(part, "__name__", ""))
def test_is_found(look: Look, body: str, style: str, expected: list[str], tmp_path: Path) -> None:
    assert said(look, made(body, style, tmp_path)) == expected


def test_nothing_in_a_good_book(tmp_path: Path) -> None:
    body = (
        "<section><h1>Ons boek met een mooie titel</h1></section>"
        f"{CASE.format('winkel')}{TO_CASE}"
        f"<figure>{PHOTO.format(10)}<figcaption>Het dorp</figcaption></figure>"
        f'<a href="#winkel">De winkel (zie p. 2)</a></section><section>{TABLE}</section>'
        f"{PAGE}"
    )
    document = made(body, FOLIO, tmp_path)
    assert {look: said(look, document) for look, *_ in UGLY if said(look, document)} == {}


def test_a_page_for_notes_is_meant_to_be_empty(tmp_path: Path) -> None:
    style = "@page leeg { @top-left { content: 'Notities' } } section:nth-child(2) { page: leeg }"
    assert said(pages.thin_pages, made(f"{PAGE}<section>&nbsp;</section>{PAGE}", style, tmp_path)) == []


def test_a_print_shop_gets_white_pages_at_the_end(tmp_path: Path) -> None:
    document = made(f"{PAGE}{PAGE}<section>&nbsp;</section><section>&nbsp;</section>", "", tmp_path)
    assert said(pages.thin_pages, document, Paper(white_at_end=1)) == []
    assert len(said(pages.thin_pages, document)) == 1


def without_alt(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, type(pdf.Root)) and "/Alt" in thing:
            del thing.Alt


def test_a_picture_without_alt(tmp_path: Path) -> None:
    expected = ["Bladzijde 1: een beeld heeft geen beschrijving."]
    assert said(figures.without_alt, made(PHOTO.format(10), "", tmp_path)) == []
    assert said(figures.without_alt, made(PHOTO.format(10), "", tmp_path, without_alt)) == expected


def without_fonts(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, type(pdf.Root)) and "/FontFile2" in thing:
            del thing.FontFile2


def test_a_font_that_is_not_embedded(tmp_path: Path) -> None:
    found = said(legible.strange_fonts, made("<p>los</p>", "", tmp_path, without_fonts))
    assert found == ["Bladzijde 1: het lettertype Boek-Serif zit niet in de PDF: “los”."]


def other_target(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Dest = "nergens"
    pdf.pages[0].obj.Annots[1].A.URI = "file:///home/bouwer/boek.html"


def test_links_that_lead_nowhere(tmp_path: Path) -> None:
    body = '<p id="hier"><a href="#hier">een</a> <a href="https://www.voorbeeld.be">twee</a></p>'
    assert said(references.dead_links, made(body, "", tmp_path)) == []
    assert said(references.dead_links, made(body, "", tmp_path, other_target)) == [
        "Bladzijde 1: een link leidt naar niets: “nergens”.",
        "Bladzijde 1: een link leidt naar een bestand of een programma: “file:///home/bouwer/boek.html”.",
    ]


def test_an_english_pdf(tmp_path: Path) -> None:
    def in_english(pdf: Pdf) -> None:
        pdf.Root.Lang = String("en")

    found = said(words.other_languages, made(TEXT, "", tmp_path, in_english))
    assert found[0] == "Het hele boek: de taal van de PDF is niet nl: “en”."


def test_figures(tmp_path: Path) -> None:
    lines = "<br>".join(["Een regel van een praktijk"] * 14)
    body = (
        f"<section><h1>Ons boek</h1></section>{CASE.format('winkel')}{TO_CASE}<p class='nieuw'>Een gat</p>"
        f"<p class='nieuw'>{lines}</p></section><section><article>{PHOTO.format(10)}</article></section>{PAGE}"
    )
    document = made(body, "", tmp_path)
    figures_found = measure(tmp_path / "lelijk.pdf", document)
    assert (figures_found.pages, figures_found.cases, figures_found.case_pages) == (6, 1, 3)
    assert figures_found.holes == (3,)
    assert 0 < figures_found.photos < figures_found.size
