"""Numbers of one to four digits, and all that may stand on a line with one: as in a book laid out in one pass."""

from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from praktijkboek.print import engine
from praktijkboek.print.edition import BOOK, EDITIONS, LARGE_PRINT, Edition
from praktijkboek.print.fragments.fragment import Fragment, Thing
from praktijkboek.print.fragments.join import join
from praktijkboek.print.fragments.late import DIGITS, Late
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.plan import Laid, Placed
from praktijkboek.print.fragments.record import record
from praktijkboek.print.fragments.setting import Setting
from praktijkboek.print.fragments.template import instruction
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.metadata import About
from praktijkboek.print.pdf import write_pdf
from praktijkboek.print.references import placeholder

from .likeness import Likeness, differences, looks_like

pytestmark = pytest.mark.slow

PHOTO = "boek:beeld/foto.png"
HEAD = '<!DOCTYPE html><html lang="nl"><head><title>Getallen</title>{}</head><body>{}</body></html>'
META = "".join(
    f'<meta name="dcterms.{name}" content="2026-11-23">' for name in ("rights", "license", "created", "modified")
)
EMPTY = '<div id="d{0}" style="page: plat; break-after: page"></div>'
TARGETS = ("d7", "d10", "d45", "d99", "d100", "d123", "d999", "d1000", "hier")
"""Those that are there lie on the page that they say; of a short book, not all are."""


def aside(target: str, words: str = "de buren") -> str:
    return f'<a href="#{target}">{words}<span class="zie"> (zie\u00a0p.\u00a0{placeholder(target)})</span></a>'


def paragraphs(target: str, number: int) -> str:
    """Whatever an author can get on a line with a number."""
    note = f'<span class="voetnoot" data-nummer="{number}">Zie ook {aside(target)} hieronder.</span>'
    photo = f'<img src="{PHOTO}" alt="Een foto" style="height: 10pt; width: 15pt; display: inline">'
    web = '<a href="https://voorbeeld.be/verslag">het <em>verslag</em></a>'
    return f"""
<p>Kort: {aside(target)}.</p>
<p>Zo deden {aside(target)} het met <code>code</code>, <strong>vet</strong> en {web}, met {photo} en een noot{note}. Dan
komt er nog meer van {aside(target, "<em>elders</em>")}, <a href="#{target}">{placeholder(target)}</a>, zodat er een
<code>tweede</code> lijn is met H<sub>2</sub>O en <abbr title="bladzijde">blz.</abbr> {placeholder(target)} erbij.</p>
<p style="text-align: right">Rechts {placeholder(target)} en {aside(target)} met <code>code</code></p>
<ul><li>{aside(target)}</li><li><p>{placeholder(target)}: {web}</p></li></ul>
<table class="docutils"><tbody><tr><th>{aside(target)}</th><td style="text-align: right">{placeholder(target)}</td>
<td>{aside(target)} <code>x</code> y</td></tr></tbody></table>"""


def series(*targets: str) -> str:
    """A line of the register."""
    links = ", ".join(f'<a class="blad" href="#{target}">{placeholder(target)}</a>' for target in targets)
    return f'<p class="reeks">term, {links}</p>'


def text(targets: tuple[str, ...]) -> str:
    many = "".join(f"<section>{paragraphs(target, n)}</section>" for n, target in enumerate(targets, start=1))
    doubles = [targets, tuple(one for target in targets for one in (target, target)), ("hier", *targets[:2], "hier")]
    rows = "".join(
        f'<li><a href="#{t}"><span class="nummer">{placeholder(t)}</span> Een titel</a></li>' for t in targets
    )
    contents = f'<nav class="inhoud" id="inhoud"><h2>Inhoud</h2><ul>{rows}</ul></nav>'
    lists = "".join(series(*one) for one in doubles)
    return f'<article class="hoofdstuk"><h2 id="hier">Getallen</h2>{many}{lists}</article>{contents}'


Places = list[tuple[str, int, float, float]]


@dataclass(frozen=True)
class Book:
    """A text behind so many empty pages, made in both ways."""

    before: int
    whole: Likeness
    joined: Likeness


@pytest.fixture(scope="module", params=[(BOOK, 8), (BOOK, 1002), (LARGE_PRINT, 100)], ids=["boek", "dik", "groot"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Book:
    edition, before = request.param
    folder = tmp_path_factory.mktemp("getallen")
    Image.new("RGB", (60, 40), "green").save(folder / "foto.png")
    there = tuple(target for target in TARGETS if target == "hier" or int(target[1:]) <= before)
    files = {PHOTO: folder / "foto.png"}
    for name in ("land", "lijnen"):
        files[f"boek:beeld/{name}.svg"] = folder / "leeg.svg"
    (folder / "leeg.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    whole, joined = folder / "geheel.pdf", folder / "gebonden.pdf"
    lay_out_whole(edition, before, text(there), files, whole)
    reference = Likeness(whole)
    places = [(f"d{n}", *reference.places[f"d{n}"]) for n in range(1, before + 1)]
    lay_out_apart(edition, places, text(there), files, joined)
    return Book(before, reference, Likeness(joined))


def lay_out_whole(edition: Edition, before: int, body: str, files: dict[str, Path], target: Path) -> None:
    sheets = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in edition.sheets)
    empty = "".join(EMPTY.format(n) for n in range(1, before + 1))
    write_pdf(HEAD.format(META + sheets, empty + body), files, edition, target)


def lay_out_apart(edition: Edition, places: Places, body: str, files: dict[str, Path], target: Path) -> None:
    recorded = record(Unit("getallen", HEAD.format("", body)), edition, files)
    assert recorded.warnings == []
    head = b"<</Type/Page/Parent %s/MediaBox[0 0 9 9]/Resources<<>>>>" % instruction("gpages")
    empty = Fragment({n: Thing(head) for _, n, *_ in places}, [n for _, n, *_ in places], anchors=places)
    placed, number = [], 1
    for fragment in (empty, recorded.fragment):
        placed.append(Placed(placing(fragment), number, len(fragment.pages)))
        number += len(fragment.pages)
    about = About("Getallen", ["Wij"], "nl", "test")
    join(placed, recorded.shared.__getitem__, about, target)


def placing(fragment: Fragment) -> Laid:
    return Laid(Unit("", ""), Facts.of(fragment), lambda: fragment)


@pytest.mark.parametrize("facet", ["texts", "links", "boxes"])
def test_both_have_the_same(facet: str, book: Book) -> None:
    whole, joined = (getattr(one, facet)[book.before :] for one in (book.whole, book.joined))
    assert len(whole) > 1
    assert differences(whole, joined) == []


def test_both_are_heard_the_same(book: Book) -> None:
    whole, joined = ([element[1:] for element in one.tree if element[1] != "Part"] for one in (book.whole, book.joined))
    assert differences(whole, joined) == []


def test_both_look_the_same(book: Book) -> None:
    whole, joined = ([*one.pictures()][book.before :] for one in (book.whole, book.joined))
    assert [n for n, pair in enumerate(zip(whole, joined, strict=True)) if not looks_like(*pair)] == []


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_number_is_as_wide_as_its_digits(edition: Edition) -> None:
    """Wherever one can stand: with kerning it would not be."""
    body = text(("hier",)) + f"<h2>{placeholder('hier')} <em>{placeholder('hier')}</em></h2>"
    document = Setting(edition).lay_out(HEAD.format("", body.replace(PHOTO, "")), {})
    late = Late([engine.page_box(page) for page in document.pages], [])
    assert len(late.slot_of) > 10
    for box, number in late.slot_of.items():
        widths = late.slots[number].widths
        for one, other in product(DIGITS, repeat=2):
            assert engine.width_of(one + other, box.style) == pytest.approx(widths[int(one)] + widths[int(other)])
