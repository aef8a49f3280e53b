"""The objects of a painted unit, as they are kept: pages in pieces, and photos apart, as others may have them too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pydyf

from praktijkboek.print.edition import Edition
from praktijkboek.print.fragments import colours
from praktijkboek.print.fragments.file import compressed
from praktijkboek.print.fragments.fragment import Thing, pack
from praktijkboek.print.fragments.painting import UnitPainting
from praktijkboek.print.fragments.template import MARK, in_piece, instruction
from praktijkboek.print.metadata import without_smoothing
from praktijkboek.print.print_shop import prepare

LEAST = 2000
"""Bytes of painting without an instruction that are compressed once, here, rather than at each joining."""
OWN = re.compile(rb"\xffo(\d+)\xff")
NOT_KEPT = 3
"""The first objects of pydyf are no object, the page tree and the catalog: the book has its own."""
PAGE_TREE = 1


class Objects:
    """What is kept of a document that WeasyPrint painted.

    :param pdf: pydyf's object
    :param streams: those of the pages
    """

    def __init__(self, pdf: Any, streams: list[Any], painting: UnitPainting, edition: Edition) -> None:
        without_smoothing(pdf)
        if edition.for_print_shop:
            prepare(pdf)
        self.things: dict[int, Thing] = {}
        self.shared: dict[str, bytes] = {}
        self.pages: list[int] = list(pdf.pages["Kids"][::3])
        self._painting = painting
        self._renamed = {PAGE_TREE: instruction("gpages")}
        self._page_of = {id(stream): page for page, stream in enumerate(streams)}
        self._next = len(pdf.objects)
        objects = pdf.objects[NOT_KEPT:]
        for page in self.pages:
            self._dress(pdf.objects[page], pdf)
        for thing in objects:
            if isinstance(thing, pydyf.Stream) and _is_shared(thing):
                self._share(thing, pdf)
        self._renamed[painting.fonts.number] = instruction("gfonts")
        for thing in objects:
            if thing.number not in self._renamed:
                self._keep(thing, pdf)

    def _dress(self, page: Any, pdf: Any) -> None:
        """Let a page have its links one by one."""
        for i, reference in enumerate(page.get("Annots", ())):
            link = pdf.objects[int(OWN.fullmatch(reference)[1])]  # type: ignore[index]  # ours
            page["Annots"][i] = in_piece(self._painting.piece_of_link(link), reference)
        page["StructParents"] = instruction(f"k{page['StructParents']}")

    def _share(self, thing: Any, pdf: Any) -> None:
        if thing.number in self._renamed:
            return
        if "SMask" in thing.extra:
            mask = int(OWN.fullmatch(thing.extra["SMask"])[1])  # type: ignore[index]  # ours
            self._share(pdf.objects[mask], pdf)
        data = colours.profile() if "N" in thing.extra else pack(Thing(*self._written(thing)))
        name = sha256(data).hexdigest()
        self.shared[name] = data
        self._renamed[thing.number] = instruction(f"i{name}")

    def _keep(self, thing: Any, pdf: Any) -> None:
        page = self._page_of.get(id(thing))
        if not isinstance(thing, pydyf.Stream):
            self.things[thing.number] = Thing(self._named(thing.data))
        elif page is not None:
            self._cut(thing, page, pdf)
        elif MARK in (data := _joined(thing)):
            self.things[thing.number] = Thing(self._named(pydyf.Dictionary(thing.extra).data), data, thing.page)
        else:
            self.things[thing.number] = Thing(*self._written(thing))

    def _cut(self, stream: Any, page: int, pdf: Any) -> None:
        """A page's stream, as several: what is never the same twice apart from what is."""
        names: list[bytes] = []
        for data, is_late in cut(_joined(stream)):
            names.append(instruction(f"o{self._next}"))
            if is_late:
                self.things[self._next] = Thing(b"<<>>", data, page)
            else:
                self.things[self._next] = Thing(b"<</Filter /FlateDecode>>", compressed(data))
            self._next += 1
        whole = pdf.objects[self.pages[page]]
        around = whole["Contents"] if isinstance(whole["Contents"], list) else [whole["Contents"]]
        whole["Contents"] = pydyf.Array(
            one for part in around for one in (names if part == stream.reference else [part])
        )

    def _written(self, stream: Any) -> tuple[bytes, bytes]:
        """Dictionary and data of a stream, compressed if it wants to be."""
        extra, data = pydyf.Dictionary(stream.extra), _joined(stream)
        if stream.compress:
            extra["Filter"], data = "/FlateDecode", compressed(data)
        return self._named(extra.data), data

    def _named(self, data: bytes) -> bytes:
        """A template in which what is not the fragment's own has its name in the book."""
        return OWN.sub(lambda found: self._renamed.get(int(found[1]), found[0]), data)


def cut(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """The operations of a page in parts, each with whether there are instructions in it.

    A part ends where a line does. What is in a piece isn't parted from its instructions.
    """
    late, depth = b"", 0
    for i, part in enumerate(data.split(MARK)):
        if i % 2:
            depth += {b"(": 1, b")": -1}.get(part[:1], 0)
            late += MARK + part + MARK
            continue
        start, end = part.find(b"\n") + 1, part.rfind(b"\n") + 1
        if i == 0:
            start = 0
        if depth or end - start < LEAST:
            late += part
            continue
        if late + part[:start]:
            yield late + part[:start], True
        yield part[start:end], False
        late = part[end:]
    if late:
        yield late, True


def _joined(stream: Any) -> bytes:
    return b"\n".join(
        part if isinstance(part, bytes) else part.data if hasattr(part, "data") else str(part).encode()
        for part in stream.stream
    )


def _is_shared(stream: Any) -> bool:
    """Whether it is a photo or a colour profile."""
    return stream.extra.get("Subtype") == "/Image" or "N" in stream.extra
