"""Each look at lines of text finds what it is for, and nothing in text that is right."""

from pathlib import Path

import pytest
from proof import BOOK, headings, legible, paragraphs, placement, words
from proof.finding import Look, Paper

from .ugly import PLAIN, made, said

pytestmark = pytest.mark.slow


def rows(count: int, text: str = "Een lijn") -> str:
    return "<br>".join([text] * count)


GOOD = f"<h1>Deel</h1><h2>Titel</h2><p>{rows(9)}</p>"
"""Nothing is wrong with it."""

UGLY: list[tuple[Look, str, str, list[str]]] = [
    (
        paragraphs.parted,
        f"<p>{rows(15)}</p><p>Alleen<br>{rows(3)}</p>",
        "",
        ["Bladzijde 1: de eerste lijn van een alinea staat alleen onderaan: “Alleen”."],
    ),
    (
        paragraphs.parted,
        f"<p>{rows(16)}<br>Alleen</p>",
        "",
        ["Bladzijde 2: de laatste lijn van een alinea staat alleen bovenaan: “Alleen”."],
    ),
    (
        paragraphs.parted_words,
        f"<p>{rows(15)}<br>boodschappen&shy;dienst&shy;regelingen&shy;overzicht</p>",
        "p { width: 40mm; hyphens: manual }",
        ["Bladzijde 1: het laatste woord loopt door op de volgende bladzijde: “boodschappendienst-”."],
    ),
    (
        paragraphs.parted_words,
        "<p>boodschappen&shy;" + "dienstregelingen&shy;" * 4 + "overzicht</p>",
        "p { width: 32mm; hyphens: manual }",
        ["Bladzijde 1: meer dan 3 lijnen na elkaar eindigen op een koppelteken: “dienstregelingen-”."],
    ),
    (
        paragraphs.torn_words,
        "<p>boodschappendienst regelt het</p><p>een twee</p>",
        "p { width: 20mm; overflow-wrap: anywhere; hyphens: manual } p + p { width: 8mm }",
        ["Bladzijde 1: een woord is zonder koppelteken in stukken gebroken: “boodschapp / endienst”."],
    ),
    (
        paragraphs.lone_syllables,
        "<p>Brood en soep vind je in de buurtwin&shy;kel.</p>",
        "p { width: 62mm; hyphens: manual }",
        ["Bladzijde 1: er staat maar één lettergreep op een lijn: “Brood en soep vind je in de buurtwin- / kel.”."],
    ),
    (
        paragraphs.short_ends,
        "<p>Brood en soep haal je wel in het<br>dorp.</p>",
        "",
        ["Bladzijde 1: een alinea eindigt met één kort woord op een lijn: “Brood en soep haal je wel in het / dorp.”."],
    ),
    (
        paragraphs.long_lines,
        f"<p>{'elf tekens ' * 8}<br>kort</p>",
        "p { font-size: 5pt }",
        [f"Bladzijde 1: een lijn van 87 tekens is te lang om te volgen: “{'elf tekens ' * 6}elf …”."],
    ),
    (
        paragraphs.broken_addresses,
        "<p>Lees verder op www.voorbeeld.be/<wbr>een/pagina en kom terug.</p>",
        "p { width: 60mm }",
        ["Bladzijde 1: een webadres loopt over meer dan één lijn: “www.voorbeeld.be/een/pagina”."],
    ),
    (
        headings.headings_at_foot,
        f"<p>{rows(15)}</p><h2>Onderaan</h2><p>{rows(3)}</p>",
        "",
        ["Bladzijde 1: een titel staat onderaan, zonder minstens twee lijnen tekst: “Onderaan”."],
    ),
    (
        headings.headings_at_foot,
        f"<p>{rows(14)}</p><h2>Bijna onderaan</h2><p>{rows(3)}</p>",
        "",
        ["Bladzijde 1: een titel staat onderaan, zonder minstens twee lijnen tekst: “Bijna onderaan”."],
    ),
    (
        headings.skipped_levels,
        "<h1>Een</h1><h3>Drie</h3>",
        "",
        ["Bladzijde 1: na een titel van niveau 1 komt er een van niveau 3: “Drie”."],
    ),
    (
        legible.small_letters,
        "<p>klein</p>",
        "p { font-size: 6.4pt }",
        ["Bladzijde 1: letters van 6,4 punt zijn te klein: “klein”."],
    ),
    (
        legible.faint_letters,
        "<div><p>flauw</p></div>",
        "div { background: #444 } p { color: #888 }",
        ["Bladzijde 1: het contrast is maar 2,7: “flauw”."],
    ),
    (
        legible.faint_letters,
        "<p>half weg</p>",
        "p { color: rgb(0 0 0 / 0.4) }",
        ["Bladzijde 1: het contrast is maar 2,8: “half weg”."],
    ),
    (
        legible.strange_fonts,
        "<p>vreemd</p>",
        "p { font-family: Vreemd }",
        ["Bladzijde 1: het lettertype Vreemd is niet van het boek: “vreemd”."],
    ),
    (
        placement.off_the_page,
        "<p>te ver naar links</p>",
        "p { margin-left: -9.5mm }",
        ["Bladzijde 1: tekst staat op minder dan 1 mm van de rand: “te ver naar links”."],
    ),
    (
        placement.over_each_other,
        "<p>onder</p><p>boven</p>",
        "p + p { margin-top: -12pt }",
        ["Bladzijde 1: tekst staat over andere tekst: “onder / boven”."],
    ),
    (
        placement.covered,
        "<p>bedekt</p><div></div>",
        "div { position: absolute; top: 0; width: 20mm; height: 20mm; background: #fff }",
        ["Bladzijde 1: tekst zit onder een vlak of een beeld: “bedekt”."],
    ),
    (
        placement.cut_off,
        "<p>te veel woorden</p><p>weg</p>",
        "p { width: 10mm; overflow: hidden; white-space: nowrap } p + p { text-indent: -20mm }",
        ["Bladzijde 1: tekst is afgekapt: “te veel woorden”."],
    ),
    (words.english, "<p>Table of Contents</p>", "", ["Bladzijde 1: “Table of” is Engels: “Table of Contents”."]),
    (
        words.other_languages,
        '<p>Wie <span lang="en">mobility</span> zegt</p>',
        "",
        ["Bladzijde 1: hier staat de taal op en: “mobility”."],
    ),
]


@pytest.mark.parametrize(("look", "body", "style", "expected"), UGLY, ids=lambda part: getattr(part, "__name__", ""))
def test_is_found(look: Look, body: str, style: str, expected: list[str], tmp_path: Path) -> None:
    assert said(look, made(body, style, tmp_path)) == expected


def test_nothing_in_good_text(tmp_path: Path) -> None:
    document = made(GOOD, "", tmp_path)
    assert {look: said(look, document) for look, *_ in UGLY if said(look, document)} == {}


def test_text_in_the_margin(tmp_path: Path) -> None:
    pages = '<p class="nieuw">gewoon</p><p class="nieuw" id="ver">te ver</p><p class="nieuw">einde</p>'
    document = made(pages, "#ver { margin-left: -1mm }", tmp_path)
    expected = ["Bladzijde 2: tekst steekt uit in de marge: “te ver”."]
    assert said(placement.in_the_margin, document, Paper(margin=10)) == expected
    assert said(placement.in_the_margin, document, Paper(margin=9)) == []
    assert said(placement.in_the_margin, document, PLAIN) == []


def test_a_few_short_last_lines_are_allowed(tmp_path: Path) -> None:
    document = made("<p>naar het<br>dorp.</p>" * 2, "", tmp_path)
    assert said(paragraphs.short_ends, document, Paper(short_ends=2)) == []
    assert len(said(paragraphs.short_ends, document, BOOK)) == 0, "in a narrow column words stand alone"
