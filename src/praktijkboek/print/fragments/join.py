"""Fragments become one PDF: what only the whole file knows is filled in, and all is written once, in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from praktijkboek.print.fragments import colours
from praktijkboek.print.fragments.file import File
from praktijkboek.print.fragments.fonts import Fonts
from praktijkboek.print.fragments.fragment import Fragment, unpack
from praktijkboek.print.fragments.pages import Pages
from praktijkboek.print.fragments.plan import Placed, page_numbers
from praktijkboek.print.fragments.structure import Structure
from praktijkboek.print.fragments.template import fill
from praktijkboek.print.fragments.things import write_things
from praktijkboek.print.fragments.trees import Names, Outline, destination, reference
from praktijkboek.print.fragments.values import Known, Values, string
from praktijkboek.print.metadata import SRGB, About
from praktijkboek.print.sharpness import Printed

UNFINISHED = ".deel"
"""What stands behind the name of a file that is being written."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What there is to know of a file that was written.

    :param pages: how many there are
    :param photos: as in ``Fragment``, with the number of their page in the book
    """

    pages: int
    photos: list[Printed] = field(default_factory=list)


def join(
    placed: Sequence[Placed],
    shared: Callable[[str], bytes],
    about: About,
    target: Path,
    *,
    sheet: bool = False,
    addresses: Callable[[str], str] = str,
) -> Joined:
    """Write fragments as one PDF; ``target`` is replaced when it is whole.

    :param placed: the fragments with their pages; each is asked for once, in this order, and let go again
    :param shared: gives what is stored once, by its hash
    :param sheet: whether this is one case by itself
    :param addresses: in a sheet, the web address of an anchor that is not in it
    """
    joined = Joined(sum(one.pages for one in placed))
    with _replacing(target) as file:
        book = _Book(file, Known(page_numbers(placed), sheet, addresses), shared)
        for one in placed:
            joined.photos.extend(book.add(one))
        book.finish(about)
    return joined


@contextmanager
def _replacing(target: Path) -> Iterator[File]:
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        with unfinished.open("wb") as output:
            yield File(output)
        os.replace(unfinished, target)  # noqa: PTH105 - Path.replace is the same
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


class _Book:
    """What grows while the fragments are written, one after another."""

    def __init__(self, file: File, known: Known, shared: Callable[[str], bytes]) -> None:
        self._file, self._known, self._shared = file, known, shared
        self._pages = Pages(file)
        self._structure = Structure(file)
        self._outline = Outline()
        self._places = Names()
        self._fonts = Fonts()
        self._font_dictionary = file.reserve()
        self._written: dict[str, bytes] = {}
        """References to what is stored once, by its hash."""
        profile = colours.profile()
        self._profile = self._written[sha256(profile).hexdigest()] = self._write_shared(profile)

    def add(self, placed: Placed) -> Iterator[Printed]:
        """Write a fragment; its photos, with the number of their page."""
        fragment, unit = placed.laid.fragment(), placed.laid.unit
        node = self._pages.reserve()
        around = self._structure.around(unit.part, fragment)
        values = Values(fragment, placed.first, self._structure.parents.next, self._known, self._reference)
        values[b"gpages"] = reference(node)
        values[b"gfonts"] = reference(self._font_dictionary)
        values[b"gparent"] = reference(around.number)
        write_things(self._file, fragment, values, placed.pages)
        pages = [values[b"o%d" % number] for number in fragment.pages[: placed.pages]]
        self._pages.add(node, pages, unit.label)
        self._structure.add(fragment, values, around)
        self._fonts.add(fragment.fonts)
        self._add_places(fragment, pages)
        return (replace(photo, page=placed.first + photo.page - 1) for photo in fragment.photos)

    def _add_places(self, fragment: Fragment, pages: list[bytes]) -> None:
        for name, page, x, y in fragment.anchors:
            if page < len(pages):
                self._places.add(name, destination(pages[page], x, y))
        for level, title, page, x, y, state in fragment.bookmarks:
            if page < len(pages):
                self._outline.add(level, title, destination(pages[page], x, y), state == "open")

    def _reference(self, name: str) -> bytes:
        """The reference to what is stored once, which is written when it is first asked for."""
        if name not in self._written:
            self._written[name] = self._write_shared(self._shared(name))
        return self._written[name]

    def _write_shared(self, packed: bytes) -> bytes:
        thing = unpack(packed)
        head = fill(thing.head, lambda words: self._reference(words[1:].decode("ascii")), lambda _: False)
        number = self._file.reserve()
        if thing.data is None:
            self._file.small(number, head)
        else:
            self._file.stream(number, head, thing.data)
        return reference(number)

    def finish(self, about: About) -> None:
        """Write what leads to everything."""
        file = self._file
        self._fonts.write(file, self._font_dictionary, self._shared)
        root, information, metadata = (file.reserve() for _ in range(3))
        file.stream(metadata, b"<</Type/Metadata/Subtype/XML>>", about.xmp())
        said = b"".join(b"/%s %s" % (key.encode("ascii"), string(text)) for key, text in about.information().items())
        file.small(information, b"<<%s>>" % said)
        outline = self._outline.write(file)
        entries = [
            b"/Type/Catalog",
            self._pages.write(),
            b"/Outlines %d 0 R" % outline if outline else b"",
            b"/Names<</Dests%s>>" % self._places.write(file),
            b"/StructTreeRoot %s" % self._structure.write(),
            b"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
            b"/Lang%s/Metadata %d 0 R" % (string(about.language), metadata),
            b"/OutputIntents[%s]" % self._intent(),
        ]
        file.small(root, b"<<%s>>" % b"".join(entries))
        file.finish(root, information)

    def _intent(self) -> bytes:
        """For what colours are meant, as WeasyPrint 70 says it."""
        form = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier%s/Info%s/DestOutputProfile %s>>"
        return form % (string(SRGB), string(SRGB), self._profile)
