"""Our tags in the place of WeasyPrint's: text is marked while it is painted, and the tree is written at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

import pydyf

from praktijkboek.print import engine
from praktijkboek.print.tags.line_ends import LineEnds
from praktijkboek.print.tags.links import Link
from praktijkboek.print.tags.node import Run
from praktijkboek.print.tags.reading import Reading
from praktijkboek.print.tags.writing import Writer


class Painting:
    """What is known while the pages are painted."""

    def __init__(self, reading: Reading, links: list[Link]) -> None:
        self.reading, self.links = reading, links
        self.line_ends = LineEnds()
        self.streams: list[Any] = []
        """Those in which something was marked."""
        self.page = -1
        """The page that is painted, from 0."""

    @contextmanager
    def set_apart(self, stream: Any, box: Any) -> Iterator[None]:
        """What comes around all that is painted of a box: nothing, but in fragments."""
        del stream, box
        yield

    @contextmanager
    def reworked(self, stream: Any, box: Any) -> Iterator[None]:
        """What is done to the text of a box when it was painted: nothing, but in fragments."""
        del stream, box
        yield

    def finish_text(self, stream: Any, box: Any) -> None:
        """Part words, and join the parts of a broken one, for who doesn't see where lines end."""
        if box in self.reading.breaks.broken:
            self.line_ends.soften(stream)
        elif box in self.reading.breaks.spaces:
            self.line_ends.part(stream)

    def add_tags(self, pdf: Any, document: Any, version: object, page_streams: list[Any]) -> None:
        """Write the tree, in the place of ``weasyprint.pdf.add_tags``."""
        del version
        for link in self.links:
            self.finish_link(link, document.pages[link.page].height)
        own = {id(stream) for stream in page_streams}
        groups = [stream for stream in self.streams if id(stream) not in own]
        self.write_tree(pdf, page_streams, groups)

    def finish_link(self, link: Link, height: float) -> None:
        """Say of a link what is known, on a page that is so high."""
        link.finish(height)

    def write_tree(self, pdf: Any, page_streams: list[Any], groups: list[Any]) -> None:
        """Write the structure tree of what was marked in the pages, and in what is painted as a group."""
        Writer(pdf, page_streams, groups).write(self.reading.tree)

    def add_fonts(self, original: Callable[..., Any], pdf: Any, fonts: Any, *options: Any) -> Any:
        """Write the fonts, in the place of ``weasyprint.pdf.build_fonts_dictionary``."""
        self.line_ends.prepare(fonts)
        written = original(pdf, fonts, *options)
        self.line_ends.write(pdf, written)
        return written


def _stream_class() -> type:
    class MarkedStream(engine.stream.Stream):  # type: ignore[misc]
        """A stream in which text is marked with its structure element, and all else as decoration."""

        def __init__(self, painting: Painting, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.painting = painting
            painting.page += "extra" not in options  # what a page holds has one
            self.page = painting.page
            self.runs: list[Run] = []
            """What was marked, by its number."""
            self._closed: Run | None = None

        @contextmanager
        def marked(self, box: Any, tag: str) -> Iterator[None]:
            with self.painting.set_apart(self, box), self._as_part(box), self.painting.reworked(self, box):
                yield

        @contextmanager
        def _as_part(self, box: Any) -> Iterator[None]:
            reading = self.painting.reading
            run = reading.runs.get(box)
            goes_on = self._closed is not None and self._closed in {run, reading.blanks.get(box)}
            if goes_on and self.stream[-1] == b"EMC":
                self.stream.pop()
                run = self._closed
            elif run is None:
                with self.artifact():
                    yield
                return
            else:
                self.open(run)
            yield
            self.painting.finish_text(self, box)
            self.stream.append(b"EMC")
            self._closed = run

        def open(self, run: Run) -> None:
            """Start to mark what is painted as text of a run."""
            if not self.runs:
                self.painting.streams.append(self)
            run.marks.append((self, len(self.runs)))
            self.stream.append(f"/{run.node.tag} <</MCID {len(self.runs)}>> BDC".encode())
            self.runs.append(run)

        @contextmanager
        def artifact(self) -> Iterator[None]:
            self._closed = None
            with super().artifact():
                yield

    return MarkedStream


@contextmanager
def painted_with(painting: Painting) -> Iterator[None]:
    """Let WeasyPrint write our tags instead of its own."""
    pdf, stream = engine.pdf, engine.stream
    streams = partial(_stream_class(), painting)
    replacements = (
        (pdf, "add_tags", painting.add_tags),
        (pdf, "build_fonts_dictionary", partial(painting.add_fonts, pdf.build_fonts_dictionary)),
        (pdf, "Stream", streams),
        (stream, "Stream", streams),  # what ``clone`` makes
        (pydyf.PDF, "page_references", property(_page_references)),
    )
    with ExitStack() as stack:
        for owner, name, new in replacements:
            stack.enter_context(engine.replaced(owner, name, new))
        yield


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Pydyf 0.13 makes them anew each time, for each bookmark: quadratic."""
    count = pdf.pages["Count"]
    kept: tuple[int, tuple[bytes, ...]] = getattr(pdf, "kept_references", (-1, ()))
    if kept[0] != count:
        kept = pdf.kept_references = count, tuple(f"{n} 0 R".encode() for n in pdf.pages["Kids"][::3])
    return kept[1]
