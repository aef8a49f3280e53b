"""What painting a unit gives: instructions in the place of what only the whole book knows.

They are put among the operations that WeasyPrint paints a text with, so a new version may change what is found here.
"""

import re
from pathlib import Path

import pikepdf
import pytest

from praktijkboek.print.edition import BOOK, LARGE_PRINT, Edition
from praktijkboek.print.fragments.fragment import Fragment
from praktijkboek.print.fragments.join import join
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.plan import Laid, Placed
from praktijkboek.print.fragments.record import record
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.metadata import About

pytestmark = pytest.mark.slow

ABOUT = About(title="Proef", authors=("Iemand",), language="nl", tool="proef")

NUMBER = '<span class="folio" data-doel="#elders">000</span>'
ASIDE = f'<a href="#elders">Elders<span class="zie"> (zie p.\u00a0{NUMBER})</span></a>'


def painted(body: str, edition: Edition = BOOK) -> tuple[Fragment, bytes]:
    """A unit, and all that is painted on its pages with an instruction in it."""
    recorded = record(Unit("proef", f'<html lang="nl"><body><section>{body}</section></body></html>'), edition, {})
    assert recorded.warnings == []
    late = [thing.data for thing in recorded.fragment.things.values() if thing.page is not None and thing.data]
    return recorded.fragment, b"\n".join(late)


def test_a_number_is_ten_digits_to_choose_from() -> None:
    fragment, text = painted(f"<p>{ASIDE}</p>")
    slot = next(slot for slot in fragment.slots if slot.target == "elders")
    assert len({*slot.glyphs}) == 10 and all(re.fullmatch("[0-9a-f]{4}", glyph) for glyph in slot.glyphs)
    assert slot.width == pytest.approx(3 * slot.widths[0])
    assert b"[<\xffn%d\xff>] TJ" % fragment.slots.index(slot) in text


def test_what_stands_behind_a_number_moves_along() -> None:
    fragment, text = painted(f"<p>{ASIDE} en <code>dit</code> volgt</p>")
    number = next(n for n, slot in enumerate(fragment.slots) if slot.target == "elders")
    shifts = [i for i, shift in enumerate(fragment.shifts) if (f"n{number}", -1.0) in map(tuple, shift)]
    moved = re.findall(rb"1 0 0 -1 \xffv(\d+),1,[\d.]+\xff [\d.]+ Tm", text)
    assert {int(one) for one in moved} >= {*shifts}, "the bracket, and the text behind it"
    assert re.search(rb"q\n1 0 0 1 \xffv\d+,1,0\xff 0 cm\nq\n[\d. ]+ re\nW\nn\n/Artifact", text), (
        "the ground under the code"
    )
    links = [thing.head for thing in fragment.things.values() if b"/Link" in thing.head and b"/Annot" in thing.head]
    assert len(links) == 1 and re.search(rb"/Rect \[[\d.]+ [\d.]+ \xffv\d+,0.75,[\d.]+\xff [\d.]+\]", links[0])


def test_what_moves_at_the_end_of_a_line_is_parted_from_the_next_word() -> None:
    """The ground under code is put in a frame when its text is painted, with the place for a space behind it."""
    _, text = painted(f"<p>{ASIDE} en <code>{'woord ' * 30}</code></p>")
    shown = [line for line in text.splitlines() if line.endswith(b"] TJ")]
    assert len(shown) > 2 and all(line.startswith(b"[") for line in shown)


def test_a_line_under_a_number_is_as_wide_as_that() -> None:
    fragment, text = painted(f"<p>{ASIDE}</p>", LARGE_PRINT)
    number = next(n for n, slot in enumerate(fragment.slots) if slot.target == "elders")
    assert b"\xffa%d\xff 0 0 1 0 0 cm" % number in text


def test_a_number_at_the_right_takes_its_line_along() -> None:
    fragment, text = painted(f'<p style="text-align: right">Bladzijde {NUMBER}</p>')
    number = next(n for n, slot in enumerate(fragment.slots) if slot.target == "elders")
    assert [(f"n{number}", 1.0)] in [[tuple(part) for part in shift] for shift in fragment.shifts]
    assert len(re.findall(rb"\xffv\d+,1,[\d.]+\xff [\d.]+ Tm", text)) >= 2


def test_what_leads_elsewhere_is_a_piece_and_what_leads_within_is_not() -> None:
    within = ASIDE.replace("elders", "hier")
    fragment, text = painted(f'<p id="hier">{ASIDE} en {within} blijft</p>')
    assert [piece.target for piece in fragment.pieces.values()] == ["elders"]
    assert text.count(b"\xff(0\xff") == text.count(b"\xff)0\xff") > 0
    assert {target for _, target in fragment.links} == {"elders", "hier"}


def test_a_second_link_in_a_series_may_go_with_its_comma() -> None:
    links = ", ".join(
        f'<a class="blad" href="#{name}">{NUMBER.replace("elders", name)}</a>' for name in ("een", "twee")
    )
    fragment, text = painted(f'<p class="reeks">term, {links}</p>')
    first, second = fragment.pieces
    assert (fragment.pieces[first].series, fragment.pieces[second].series) == (0, 0)
    assert text.count(b"\xff(%s\xff" % second.encode()) == 2, "comma and number"
    assert text.count(b"\xff(%s\xff" % first.encode()) == 1, "what is named first stays, and what stands before it"


def test_margins_are_there_for_both_sides() -> None:
    fragment, text = painted("<p>Tekst</p>")
    assert text.count(b"\xff(L\xff") == text.count(b"\xff)L\xff") > 0
    assert text.count(b"\xff(R\xff") == text.count(b"\xff)R\xff") > 0
    assert [slot.target for slot in fragment.slots] == ["", ""], "the page's own number, on each side"


def test_photos_are_apart() -> None:
    fragment, _ = painted("<p>Tekst</p>")
    assert all(b"/Image" not in thing.head for thing in fragment.things.values())
    assert fragment.fonts and {font["file"] for font in fragment.fonts} <= {*fragment.shared}


def test_no_text_is_taken_for_an_instruction(tmp_path: Path) -> None:
    """U+00FF is the byte between which instructions stand."""
    words = "\xff(0\xff en \xffo1\xff"
    body = f'<h2 id="\xffn0\xff">{words}</h2><p><a href="https://voorbeeld.be/{words}" title="{words}">{words}</a></p>'
    recorded = record(Unit("proef", f'<html lang="nl"><body><article>{body}</article></body></html>'), BOOK, {})
    laid = Laid(Unit("proef", ""), Facts.of(recorded.fragment), lambda: recorded.fragment)
    join([Placed(laid, 1, 1)], recorded.shared.__getitem__, ABOUT, tmp_path / "proef.pdf")
    with pikepdf.open(tmp_path / "proef.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [str(item.title) for item in pdf.open_outline().root] == [words]
        assert "%C3%BF" in str(pdf.pages[0].Annots[0].A.URI)
