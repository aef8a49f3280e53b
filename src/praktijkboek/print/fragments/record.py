"""One unit to a fragment: laid out, painted, and taken apart into what a book is joined from."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pydyf

from praktijkboek.print import engine
from praktijkboek.print.edition import Edition
from praktijkboek.print.fragments.elements import UnitWriter
from praktijkboek.print.fragments.fonts import remember
from praktijkboek.print.fragments.fragment import Fragment, Recorded
from praktijkboek.print.fragments.late import Late
from praktijkboek.print.fragments.objects import Objects
from praktijkboek.print.fragments.painting import UnitPainting, drawn_by
from praktijkboek.print.fragments.setting import Setting
from praktijkboek.print.fragments.sides import both_sides
from praktijkboek.print.fragments.template import instruction
from praktijkboek.print.fragments.units import Unit
from praktijkboek.print.heard import heard
from praktijkboek.print.metadata import add_colours
from praktijkboek.print.sharpness import printed_photos
from praktijkboek.print.tags.hook import painted_with
from praktijkboek.print.tags.links import merge
from praktijkboek.print.tags.reading import PIXEL, Reading

SPARE = "notities"
"""The named page behind a case, for notes: the book has it where the next case would start on the wrong side."""

_SETTINGS: dict[str, Setting] = {}
"""By the name of their edition: style sheets and fonts are read once in a process."""
atexit.register(_SETTINGS.clear)  # while there still is what WeasyPrint 70 removes its fonts with


def record(unit: Unit, edition: Edition, files: Mapping[str, Path]) -> Recorded:
    """Lay out and paint a unit.

    :param files: the pictures that it may use, by the address that it uses
    """
    warnings: list[str] = []
    with heard(warnings.append):
        setting = _SETTINGS.get(edition.name) or Setting(edition)
        if not warnings:  # a style sheet that isn't there is said of each unit
            _SETTINGS[edition.name] = setting
        with both_sides():
            document = setting.lay_out(unit.html, files)
        recorder = Recorder(unit, edition, document)
        recorder.paint()
    return Recorded(recorder.fragment, recorder.shared, warnings)


class Recorder:
    """Paints a unit that was laid out, and takes it apart.

    :param document: WeasyPrint's
    """

    def __init__(self, unit: Unit, edition: Edition, document: Any) -> None:
        self.unit, self.edition, self.document = unit, edition, document
        boxes = [engine.page_box(page) for page in document.pages]
        self.late = Late(boxes, (anchor for page in document.pages for anchor in page.anchors))
        self.reading = Reading(engine.html(document), document.pages, f"{unit.name}-")
        links = merge(self.reading, document.pages, {}, self.late.place)
        self.painting = UnitPainting(self.reading, links, self.late, self._write_tree)
        self.fragment = Fragment(
            things={},
            pages=[],
            spare=sum(box.page_type.name == SPARE for box in boxes),
            photos=[*printed_photos(boxes)],
            anchors=self._anchors(),
            bookmarks=self._bookmarks(),
        )
        self.shared: dict[str, bytes] = {}

    def _anchors(self) -> list[tuple[str, int, float, float]]:
        found: dict[str, tuple[str, int, float, float]] = {}
        for number, page in enumerate(self.document.pages):
            for name, (x, y, *_) in page.anchors.items():
                found.setdefault(name, (name, number, x * PIXEL, (page.height - y) * PIXEL))
        return list(found.values())

    def _bookmarks(self) -> list[tuple[int, str, int, float, float, str]]:
        return [
            (level, title, number, x * PIXEL, (page.height - y) * PIXEL, state)
            for number, page in enumerate(self.document.pages)
            for level, title, (x, y), state in page.bookmarks
        ]

    def paint(self) -> None:
        """Paint all pages, and fill in the fragment."""
        for page in self.document.pages:
            page.bookmarks = []  # the book has one outline
        options = {**engine.DEFAULT_OPTIONS, **self.edition.options, "pdf_tags": True, **add_colours(self.document)}
        with ExitStack() as stack:
            stack.enter_context(painted_with(self.painting))
            stack.enter_context(drawn_by(self.painting))
            stack.enter_context(engine.replaced(engine.pdf, "resolve_links", _resolved))
            stack.enter_context(engine.replaced(pydyf.Object, "reference", property(_reference)))
            pdf = engine.pdf.generate_pdf(self.document, None, 1, **options)
            self._take_apart(pdf)

    def _write_tree(self, pdf: Any, streams: list[Any], groups: list[Any]) -> None:
        self.streams = streams
        self.writer = UnitWriter(pdf, streams, groups, self.painting)
        self.writer.write(self.reading.tree, self.unit.part)

    def _take_apart(self, pdf: Any) -> None:
        fragment, late = self.fragment, self.late
        objects = Objects(pdf, self.streams, self.painting, self.edition)
        fragment.things, fragment.pages = objects.things, objects.pages
        fragment.slots, fragment.pieces = late.slots, late.pieces
        fragment.shifts = [list(shift.items()) for shift in late.shifts]
        fragment.links = self.painting.links_within
        fragment.elements, fragment.parents = self.writer.elements, self.writer.parents
        fragment.names = [(name, int(reference.strip(b"\xff")[1:])) for name, reference in self.writer.names.items()]
        self.shared.update(objects.shared)
        self._remember_fonts()
        fragment.shared = sorted(self.shared)

    def _remember_fonts(self) -> None:
        for font in self.document.fonts.values():
            kept = remember(font, self.painting.line_ends.soft.get(font.hash))
            self.shared[kept["file"]] = font.file_content
            self.fragment.fonts.append(kept)


def _resolved(pages: list[Any]) -> list[tuple[Any, list[Any]]]:
    """What each page links to, in the place of ``weasyprint.pdf.resolve_links``: also what is elsewhere in the book."""
    return [(page.links, []) for page in pages]


def _reference(thing: Any) -> bytes:
    return instruction(f"o{thing.number}")
