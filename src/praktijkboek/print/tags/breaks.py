"""Where a line ends between two words, and where in one.

WeasyPrint 70 paints no space where a line ends, so that "bus / verdwenen" is heard as one word; ISO 32000-1, 14.8.2.5,
wants one. What is broken after a hyphen of its own ("West- / Vleteren") or in a web address gets none.
"""

from __future__ import annotations

from typing import Any

HYPHEN = "\u2010"
"""What CSS puts at the end of a broken line."""
UNSEEN = str.maketrans("", "", "\u00ad\u200b")
"""Where a word may be broken: soft hyphens and spaces without width."""
SEEN = 12
"""Characters on both sides of a line's end by which its place in the text is found."""


class Breaks:
    """The ends of lines, found while the texts are read in order."""

    def __init__(self) -> None:
        self.spaces: set[Any] = set()
        """The boxes with text behind which a space belongs."""
        self.broken: set[Any] = set()
        """Those with text that ends with a hyphen where a word is broken."""
        self._last: Any = None
        self._ended: Any = None
        self._texts: dict[int, str] = {}

    def read(self, box: Any) -> None:
        """Note that a box with text is next."""
        if self._ended is not None and not self._is_in_word(self._ended, box):
            self.spaces.add(self._ended)
        self._last, self._ended = box, None

    def join(self) -> None:
        """Note a place where an address may be broken: no space comes there, whether a line ends there or not."""
        self._last = self._ended = None

    def end_line(self) -> None:
        """Note that a line ends with the text that was last read, if any: a line of code may be empty."""
        if self._last is None:
            return
        if self._last.text.endswith(HYPHEN):
            self.broken.add(self._last)
        else:
            self._ended = self._last
        self._last = None

    def _is_in_word(self, before: Any, after: Any) -> bool:
        if before.element is not after.element:
            return False
        joined = before.text.translate(UNSEEN)[-SEEN:] + after.text.translate(UNSEEN)[:SEEN]
        return joined in self._text(before.element)

    def _text(self, element: Any) -> str:
        found = self._texts.get(id(element))
        if found is None:
            words = "".join(element.itertext()).translate(UNSEEN).split()
            found = self._texts[id(element)] = " ".join(words)
        return found
