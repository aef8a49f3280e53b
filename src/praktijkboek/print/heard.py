"""What is said while pages are laid out and painted: by WeasyPrint in English, by our tags in Dutch."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SPEAKERS = ("weasyprint", "sphinx.praktijkboek.print.tags")
IN_DUTCH = {
    "Failed to load image at %r: %s": "De foto of tekening `%s` kan niet gedrukt worden: %s.",
    "Failed to render SVG image %s": "De tekening `%s` kan niet gedrukt worden; bewaar ze als PNG.",
    "Font-face %r cannot be loaded": "Het lettertype %r van het boek is niet te lezen: installeer alles opnieuw.",
}
"""What WeasyPrint says of a contributed picture, or of a font that an installation lacks."""


class _Handler(logging.Handler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self.tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one warning."""
        if record.msg in IN_DUTCH:
            self.tell(IN_DUTCH[record.msg] % (record.args or ()))
        elif record.name.startswith("weasyprint"):
            self.tell(f"WeasyPrint: {record.getMessage()}")
        else:
            self.tell(record.getMessage())


@contextmanager
def heard(tell: Callable[[str], None]) -> Iterator[None]:
    """While this lasts, ``tell`` gets every warning, and nobody else does."""
    handler = _Handler(tell)
    loggers = [logging.getLogger(name) for name in SPEAKERS]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.WARNING)
        logger.propagate = False
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger, (level, propagate) in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)
            logger.propagate = propagate
