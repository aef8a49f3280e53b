"""HTML to PDF in one pass, the plain way (``--whole``): what the book joined from fragments is compared with."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sphinx.util import logging as sphinx_logging

from praktijkboek.print import engine
from praktijkboek.print.doubles import drop_doubles
from praktijkboek.print.edition import Edition
from praktijkboek.print.fetcher import fetcher
from praktijkboek.print.fragments.join import Joined
from praktijkboek.print.heard import heard
from praktijkboek.print.kept_notes import kept_notes
from praktijkboek.print.metadata import VARIANT, add_colours, declare, label_pages, without_smoothing
from praktijkboek.print.print_shop import in_fours, prepare
from praktijkboek.print.references import fill_in
from praktijkboek.print.sharpness import printed_photos
from praktijkboek.print.tags.hook import Painting, painted_with
from praktijkboek.print.tags.links import merge
from praktijkboek.print.tags.reading import Reading

LOGGER = sphinx_logging.getLogger(__name__)


def write_pdf(page: str, files: Mapping[str, Path], edition: Edition, target: Path) -> Joined:
    """Lay out ``page`` as a whole and write it, tagged, to ``target``: what fragments are compared with.

    :param files: the pictures that the page may use, by the address that it uses
    :returns: what there is to know of it
    """
    options = {"pdf_variant": VARIANT, **edition.options}
    with _heard_by_sphinx(edition.words), kept_notes(), without_collector():
        document = engine.HTML(string=page, url_fetcher=fetcher(files)).render(**options)
        numbers: dict[str, int] = {}
        for number, laid_out in enumerate(document.pages, start=1):
            for anchor in laid_out.anchors:
                numbers.setdefault(anchor, number)
        page_boxes = [engine.page_box(page) for page in document.pages]
        drop_doubles(page_boxes, numbers)
        if edition.for_print_shop:
            page_boxes = in_fours(page_boxes)
        fill_in(page_boxes, numbers)
        document.pages = [engine.Page(box) for box in page_boxes]  # the links moved with the numbers
        reading = Reading(engine.html(document), document.pages)
        with painted_with(Painting(reading, merge(reading, document.pages, numbers))):
            written = {**options, **add_colours(document)}
            document.write_pdf(target, finisher=lambda whole, pdf: _finish(whole, pdf, edition), **written)
    return Joined(len(page_boxes), [*printed_photos(page_boxes)])


def _finish(document: Any, pdf: Any, edition: Edition) -> None:
    declare(pdf, document)
    label_pages(pdf, document)
    without_smoothing(pdf)
    if edition.for_print_shop:
        prepare(pdf)


@contextmanager
def without_collector() -> Iterator[None]:
    """Don't look for garbage: boxes and styles live until the end, and going through them is 7 of 28 s at 50 cases."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Pages(logging.Handler):
    """Shows how many pages are laid out."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one message on."""
        if page := re.search(r"Creating layout - Page (\d+)$", record.getMessage()):
            LOGGER.info("layout %s page %s", self.words, page.group(1))


@contextmanager
def _heard_by_sphinx(words: str) -> Iterator[None]:
    """Hand what is said to Sphinx: warnings stop the book like any other, pages show the progress."""
    logger, handler = logging.getLogger("weasyprint.progress"), _Pages(words)
    before = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        with heard(lambda text: LOGGER.warning("%s", text, type="weasyprint")):
            yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
