"""Fragments become one PDF, of which every part leads to the others."""

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from praktijkboek.print.fragments.fragment import Fragment, Thing, pack
from praktijkboek.print.fragments.join import join
from praktijkboek.print.fragments.plan import plan
from praktijkboek.print.fragments.trees import LEAF
from praktijkboek.print.sharpness import Printed

from .made import ABOUT, BLANK, PHOTO, content, joined, laid, linked, name_of, pages, template, unit


def test_the_pages_stand_in_their_order(tmp_path: Path) -> None:
    found, pdf = joined(tmp_path / "b.pdf", (unit("a"), pages(2, "een")), (unit("b"), pages(1, "twee")))
    assert found.pages == len(pdf.pages) == 3
    assert [content(pdf, number) for number in (1, 2, 3)] == ["een", "een", "twee"]
    assert pdf.check_pdf_syntax() == []


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
    photo = Printed("foto.jpg", 2, 122.0, 300.0)
    found, _ = joined(tmp_path / "b.pdf", (unit("a"), pages(3)), (unit("b"), pages(2, photos=[photo])))
    assert found.photos == [replace(photo, page=5)]


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
