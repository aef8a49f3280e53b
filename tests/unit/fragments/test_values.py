"""What only the whole file knows comes in its place: page numbers, what moves along with them, where links lead."""

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from praktijkboek.print.fragments.fragment import Piece, Slot

from .made import content, joined, linked, pages, template, unit

DIGITS = [f"{digit:04x}" for digit in range(10)]


def slot(target: str, page: int = 0, piece: str = "") -> Slot:
    """A slot that was laid out with three zeros; a 1 is narrower than the other digits."""
    return Slot(target, page, DIGITS, [5.0, 3.0, *[5.0] * 8], 15.0, piece)


def painted(tmp_path: Path, text: str, before: int = 0, sheet: bool = False, **facts: Any) -> str:
    """What is painted on the page behind ``before`` others."""
    front = [(unit("voor"), pages(before))] if before else []
    _, pdf = joined(tmp_path / "b.pdf", *front, (unit("a"), pages(1, text, **facts)), sheet=sheet)
    return content(pdf, before + 1)


def test_a_page_knows_its_number(tmp_path: Path) -> None:
    assert painted(tmp_path, "<«n0»>", before=11, slots=[slot("")]) == "<00010002>"


def test_a_reference_has_the_number_of_its_target(tmp_path: Path) -> None:
    first = pages(1, "<«n0»>", slots=[slot("doel")])
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), first), (unit("b"), pages(3, anchors=[("doel", 1, 0.0, 0.0)])))
    assert content(pdf, 1) == "<0003>"


def test_what_stands_behind_a_number_moves_along(tmp_path: Path) -> None:
    shifts = [[("n0", 1.0)], [("n0", 0.5), ("n1", 1.0)]]
    text = "«v0,0.75,100» «v1,-0.75,100.5» «a0»"
    slots = [slot(""), slot("")]
    assert painted(tmp_path, text, slots=slots, shifts=shifts) == "109 87 0.2"  # a 1: 12 px less than three zeros
    assert painted(tmp_path, text, before=21, slots=slots, shifts=shifts) == "103.75 94.875 0.667"


def test_a_side_has_its_pieces(tmp_path: Path) -> None:
    text = "«(L»links«)L»«(R»rechts«)R»"
    assert painted(tmp_path, text) == "rechts"
    assert painted(tmp_path, text, before=1) == "links"


def test_a_sheet_has_its_pieces(tmp_path: Path) -> None:
    assert painted(tmp_path, "a«(V»b«)V»") == "a"
    assert painted(tmp_path, "a«(V»b«)V»", sheet=True) == "ab"


@pytest.mark.parametrize(("sheet", "expected"), [(False, ["/H2", "/H3"]), (True, ["/H1", "/H2"])])
def test_in_a_sheet_headings_are_a_level_higher(sheet: bool, expected: list[str], tmp_path: Path) -> None:
    made = pages(2)
    for number, level in zip(made.elements, (2, 3), strict=True):
        made.things[number].head = made.things[number].head.replace(b"/S/P", template(f"/S«h{level}»"))
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), made), sheet=sheet)
    assert [str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K] == expected


def test_a_page_is_named_once_in_a_series(tmp_path: Path) -> None:
    pieces = {"0": Piece(8, "a", 0), "1": Piece(9, "b", 0), "2": Piece(10, "c", 0), "3": Piece(11, "b", 1)}
    anchors = [("a", 0, 0.0, 0.0), ("b", 0, 1.0, 1.0)]
    text = "".join(f"«({n}»{n}«){n}»" for n in pieces) + " «v0,1,0»"
    shifts = [[("(0", 1.0), ("(1", 1.0), ("(2", 1.0)]]
    behind = (unit("b"), pages(1, anchors=[("c", 0, 0.0, 0.0)]))
    book = (unit("a"), pages(1, text, anchors=anchors, pieces=pieces, shifts=shifts))
    _, pdf = joined(tmp_path / "b.pdf", book, behind)
    assert content(pdf, 1) == "023 9"


def test_something_may_stand_where_a_piece_is_gone(tmp_path: Path) -> None:
    text, pieces = "«(0»er«)0»«(!0»weg«)!0»", {"0": Piece(8, "doel")}
    assert painted(tmp_path, text, pieces=pieces, sheet=True) == "weg"
    assert painted(tmp_path, text, pieces=pieces, sheet=True, anchors=[("doel", 0, 0.0, 0.0)]) == "er"


def test_a_number_in_a_piece_that_is_gone_takes_nothing(tmp_path: Path) -> None:
    pieces = {"0": Piece(40, "elders")}
    facts: dict[str, Any] = {"pieces": pieces, "slots": [slot("elders", piece="0")], "shifts": [[("n0", 1), ("(0", 1)]]}
    assert painted(tmp_path, "a«(0» (zie p. «n0»)«)0» «v0,1,0»", sheet=True, **facts) == "a 40"


def annotation(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj.Annots[0]


def test_a_link_leads_to_its_target_and_says_its_page(tmp_path: Path) -> None:
    target = pages(2, anchors=[("doel", 1, 10.0, 620.1234)])
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), linked("doel")), (unit("b"), target))
    assert str(annotation(pdf).Contents) == "de buren, bladzijde 3"
    place = pikepdf.NameTree(pdf.Root.Names.Dests)[str(annotation(pdf).Dest)]
    assert place[0].objgen == pdf.pages[2].obj.objgen
    assert [float(part) for part in (place[2], place[3])] == [10, 620.123]


def test_a_link_leads_to_the_web(tmp_path: Path) -> None:
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), linked("https://voorbeeld.be/é")))
    assert str(annotation(pdf).A.URI) == "https://voorbeeld.be/é"
    assert str(annotation(pdf).Contents) == "de buren"


def test_a_link_out_of_a_sheet_leads_to_the_site(tmp_path: Path) -> None:
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), linked("doel")), sheet=True, addresses="https://boek.be/{}".format)
    assert str(annotation(pdf).A.URI) == "https://boek.be/doel"
    assert str(annotation(pdf).Contents) == "de buren (https://boek.be/doel)"


def test_a_link_from_page_to_page_says_no_address(tmp_path: Path) -> None:
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), linked("doel")), sheet=True, addresses="../{}.html".format)
    assert str(annotation(pdf).A.URI) == "../doel.html"
    assert str(annotation(pdf).Contents) == "de buren"


def test_a_link_that_leads_nowhere_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    joined(tmp_path / "b.pdf", (unit("a"), linked("doel")))
    assert "doel" in caplog.text
