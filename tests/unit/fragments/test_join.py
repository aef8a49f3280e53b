"""Fragments become one PDF, in which everything leads where it should."""

import itertools
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from praktijkboek.print.fragments.fragment import Fragment, Piece, Slot, Thing, pack
from praktijkboek.print.fragments.join import join
from praktijkboek.print.fragments.plan import laid, plan
from praktijkboek.print.fragments.trees import LEAF

from .made import ABOUT, BLANK, PHOTO, joined, name_of, pages, template, unit

DIGITS = [f"{digit:04x}" for digit in range(10)]


def slot(target: str, page: int = 0, piece: str = "") -> Slot:
    """A slot that was laid out with three zeros; a 1 is narrower than the other digits."""
    return Slot(target, page, DIGITS, [5.0, 3.0, *[5.0] * 8], 15.0, piece)


def content(pdf: pikepdf.Pdf, number: int) -> str:
    """What is painted on a page, counted from 1."""
    return pdf.pages[number - 1].obj.Contents.read_bytes().decode()


def painted(tmp_path: Path, text: str, before: int = 0, sheet: bool = False, **facts: Any) -> str:
    """What is painted on the page behind ``before`` others."""
    front = [(unit("voor"), pages(before))] if before else []
    _, pdf = joined(tmp_path / "b.pdf", *front, (unit("a"), pages(1, text, **facts)), sheet=sheet)
    return content(pdf, before + 1)


def test_the_pages_stand_in_their_order(tmp_path: Path) -> None:
    found, pdf = joined(tmp_path / "b.pdf", (unit("a"), pages(2, "een")), (unit("b"), pages(1, "twee")))
    assert found.pages == len(pdf.pages) == 3
    assert [content(pdf, number) for number in (1, 2, 3)] == ["een", "een", "twee"]
    assert pdf.check_pdf_syntax() == []


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


def test_a_page_is_named_once_in_a_series(tmp_path: Path) -> None:
    pieces = {"0": Piece(8, "a", 0), "1": Piece(9, "b", 0), "2": Piece(10, "c", 0), "3": Piece(11, "b", 1)}
    anchors = [("a", 0, 0.0, 0.0), ("b", 0, 1.0, 1.0)]
    text = "".join(f"«({n}»{n}«){n}»" for n in pieces) + " «v0,1,0»"
    shifts = [[("(0", 1.0), ("(1", 1.0), ("(2", 1.0)]]
    behind = (unit("b"), pages(1, anchors=[("c", 0, 0.0, 0.0)]))
    book = (unit("a"), pages(1, text, anchors=anchors, pieces=pieces, shifts=shifts))
    _, pdf = joined(tmp_path / "b.pdf", book, behind)
    assert content(pdf, 1) == "023 9"


def test_a_number_in_a_piece_that_is_gone_takes_nothing(tmp_path: Path) -> None:
    pieces = {"0": Piece(40, "elders")}
    facts: dict[str, Any] = {"pieces": pieces, "slots": [slot("elders", piece="0")], "shifts": [[("n0", 1), ("(0", 1)]]}
    assert painted(tmp_path, "a«(0» (zie p. «n0»)«)0» «v0,1,0»", sheet=True, **facts) == "a 40"


def linked(target: str, **facts: Any) -> Fragment:
    made = pages(1, links=[("de buren", target)], **facts)
    made.things[1].head = made.things[1].head[:-2] + template("/Annots[«o9»]>>")
    made.things[9] = Thing(template("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents«s0»«d0»/StructParent «k1»>>"))
    made.parents.append(template("«o3»"))
    return made


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


def test_a_link_that_leads_nowhere_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    joined(tmp_path / "b.pdf", (unit("a"), linked("doel")))
    assert "doel" in caplog.text


def test_what_is_shared_is_written_once(tmp_path: Path) -> None:
    def with_photo() -> Fragment:
        made = pages(1)
        made.things[4] = Thing(template(f"[«i{name_of(PHOTO)}»]"))
        made.things[1].head = made.things[1].head[:-2] + template("/Own «o4»>>")
        return made

    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), with_photo()), (unit("b"), with_photo()))
    first, second = (page.obj.Own[0] for page in pdf.pages)
    assert first.objgen == second.objgen
    assert first.read_raw_bytes() == b"\x80"


def test_what_is_shared_may_lead_to_what_is_shared(tmp_path: Path) -> None:
    outer = pack(Thing(template(f"<</Mask «i{name_of(PHOTO)}»>>"), b"x"))
    made = pages(1)
    made.things[1].head = made.things[1].head[:-2] + template(f"/Own «i{name_of(outer)}»>>")
    shared = {name_of(one): one for one in (outer, PHOTO)}
    join(plan([laid(unit("a"), made)], BLANK), shared.__getitem__, ABOUT, tmp_path / "b.pdf")
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        own: Any = pdf.pages[0].obj.Own
        assert own.Mask.read_raw_bytes() == b"\x80"


def test_a_page_that_is_not_used_is_not_written(tmp_path: Path) -> None:
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), pages(2, "een", spare=1)))
    assert len(pdf.pages) == 1
    assert not [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Tabs" in thing][1:]


def outline(entries: Any) -> list[Any]:
    """Titles, and under them others, as lists; of a closed one, in brackets."""
    found: list[Any] = []
    for entry in entries:
        found += [
            f"({entry.title})" if entry.is_closed else entry.title,
            *([outline(entry.children)] * bool(entry.children)),
        ]
    return found


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("1 1 1", "a b c"),
        ("1 2 2 1", "a [b c] d"),
        ("1 2 3 2 1", "a [b [c] d] e"),
        ("2 1 2", "a b [c]"),
        ("1 4 2 3 1", "a [b c [d]] e"),
        ("3 4 2 1", "a [b] c d"),
    ],
)
def test_bookmarks_stand_under_those_of_a_lower_level(tmp_path: Path, levels: str, expected: str) -> None:
    marks = [(int(level), title, 0, 0.0, 9.0, "open") for level, title in zip(levels.split(), "abcde", strict=False)]
    split = len(marks) // 2
    book = [(unit(name), pages(1, bookmarks=part)) for name, part in (("a", marks[:split]), ("b", marks[split:]))]
    _, pdf = joined(tmp_path / "b.pdf", *book)
    with pdf.open_outline() as found:
        shown = str(outline(found.root)).replace("'", "").replace(", ", " ")
    assert shown == f"[{expected}]"


def test_a_closed_bookmark_hides_what_is_under_it(tmp_path: Path) -> None:
    marks = [(1, "a", 0, 0.0, 9.0, "closed"), (2, "b", 0, 0.0, 9.0, "open"), (3, "c", 0, 0.0, 9.0, "open")]
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), pages(1, bookmarks=[*marks, (1, "d", 0, 0.0, 9.0, "open")])))
    root: Any = pdf.Root.Outlines
    assert (int(root.Count), int(root.First.Count), int(root.First.First.Count)) == (2, -2, 1)


def elements(thing: Any) -> list[str]:
    return [str(kid.S)[1:] for kid in thing.K]


def test_parts_stand_under_the_document(tmp_path: Path) -> None:
    parts = ["", "een", "een", "twee", ""]
    book = [(unit(str(n), part=part), pages(n + 1)) for n, part in enumerate(parts)]
    _, pdf = joined(tmp_path / "b.pdf", *book)
    root: Any = pdf.Root.StructTreeRoot
    assert elements(root.K) == ["P", "Part", "Part", *["P"] * 5]
    assert [len(kid.K) for kid in root.K.K if kid.S == "/Part"] == [5, 4]
    for kid in root.K.K:
        assert kid.P.objgen == root.K.objgen
        assert all(under.P.objgen == kid.objgen for under in kid.K if kid.S == "/Part")


def test_a_blank_page_does_not_end_a_part(tmp_path: Path) -> None:
    book = [(unit(name, part="een", starts="left"), pages(2)) for name in "abc"]
    _, pdf = joined(tmp_path / "b.pdf", *itertools.chain(book, [(unit("d", part="een", starts="right"), pages(1))]))
    assert elements(pdf.Root.StructTreeRoot.K) == ["Part"]


def test_pages_and_links_lead_back_to_their_elements(tmp_path: Path) -> None:
    anchors = [("doel", 0, 0.0, 0.0)]
    book = [(unit(name), linked("doel", anchors=anchors)) for name in "abc"]
    _, pdf = joined(tmp_path / "b.pdf", *book)
    root: Any = pdf.Root.StructTreeRoot
    parents = pikepdf.NumberTree(root.ParentTree)
    for page, element in zip(pdf.pages, root.K.K, strict=True):
        assert parents[int(page.obj.StructParents)][0].objgen == element.objgen
        assert parents[int(page.obj.Annots[0].StructParent)].objgen == element.objgen
    assert sorted(parents) == [*range(6)]
    assert int(root.ParentTreeNextKey) == 6


def test_many_names_are_found(tmp_path: Path) -> None:
    names = [f"n{number}" for number in range(3 * LEAF)] + ["café", "Z", "a b"]
    made = pages(1, anchors=[(name, 0, float(n), 0.0) for n, name in enumerate(names)], names=[(n, 3) for n in names])
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), made))
    root: Any = pdf.Root
    places = pikepdf.NameTree(root.Names.Dests)
    assert {name: int(places[name.replace("é", "%C3%A9")][2]) for name in names} == {n: i for i, n in enumerate(names)}
    keys = [bytes(key) for leaf in root.StructTreeRoot.IDTree.Kids for key in [*leaf.Names][::2]]
    assert keys == sorted(keys)
    limits = [bytes(end) for leaf in root.Names.Dests.Kids for end in leaf.Limits]
    assert limits == sorted(limits)


def test_pages_are_called_by_their_number_or_by_name(tmp_path: Path) -> None:
    book = [
        (unit("voor", label="Omslag"), pages(1)),
        (unit("a"), pages(3)),
        (unit("achter", label="Achterplat"), pages(1)),
    ]
    _, pdf = joined(tmp_path / "b.pdf", *book)
    assert [str(page.label) for page in pdf.pages] == ["Omslag", "2", "3", "4", "Achterplat"]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    _, pdf = joined(tmp_path / "b.pdf", (unit("a"), pages(1)))
    root: Any = pdf.Root
    assert str(root.Lang) == ABOUT.language
    assert str(pdf.docinfo.Title) == ABOUT.title
    assert str(pdf.docinfo.CreationDate) == "D:20260501"
    assert ABOUT.authors[0] in root.Metadata.read_raw_bytes().decode()
    assert root.OutputIntents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"
    assert bool(root.MarkInfo.Marked)


def test_photos_have_the_page_of_the_book(tmp_path: Path) -> None:
    photo = {"address": "foto.jpg", "page": 1, "mm": 122.0, "dpi": 300.0}
    found, _ = joined(tmp_path / "b.pdf", (unit("a"), pages(3)), (unit("b"), pages(2, photos=[photo])))
    assert found.photos == [{**photo, "page": 5}]


def test_the_same_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("een.pdf", "twee.pdf"):
        joined(tmp_path / name, (unit("a"), pages(2)), (unit("b"), linked("https://voorbeeld.be")))
    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_a_file_that_fails_leaves_the_last_one(tmp_path: Path) -> None:
    target = tmp_path / "b.pdf"
    target.write_bytes(b"de vorige")
    broken = pages(1)
    broken.things[4] = Thing(template("«i0»"))  # the hash of nothing that is there
    with pytest.raises(KeyError):
        joined(target, (unit("a"), broken))
    assert [path.name for path in tmp_path.iterdir()] == ["b.pdf"]
    assert target.read_bytes() == b"de vorige"
