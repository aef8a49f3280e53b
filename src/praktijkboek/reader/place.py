"""Where a piece of text stands in a file, when only its words are known."""

from __future__ import annotations

from collections.abc import Sequence

from praktijkboek.finding import Span

MAX_ROWS = 50
"""How many lines further a piece of text is looked for: marks that are typed otherwise are soon given up."""


class Places:
    """Finds pieces of text in ``lines``; of two equal pieces on a line the second is found second."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.used: dict[int, int] = {}
        """How many characters of a line, counted from 1, were handed out."""

    def find(self, needle: str, line: int, *, keep: bool = False) -> Span:
        """The place of ``needle`` on ``line``, or the line as a whole; ``keep`` leaves it to be found again."""
        start = self.used.get(line, 0)
        column = self.lines[line - 1].find(needle, start) if needle and line <= len(self.lines) else -1
        if column < 0:
            return Span(line)
        if not keep:
            self.used[line] = column + len(needle)
        return Span(line, column + 1, column + 1 + len(needle))

    def walk(self, first: int, end: int) -> Walk:
        """A walk through the lines from ``first`` up to ``end``, which is not included."""
        return Walk(self, first, min(end, len(self.lines) + 1))


class Walk:
    """Goes through some lines from left to right; ``line`` is where it is."""

    def __init__(self, places: Places, line: int, end: int) -> None:
        self.places = places
        self.line = line
        self.end = end

    def find(self, needle: str) -> Span:
        """The next place of ``needle``, or the line where the walk is."""
        for line in range(self.line, min(self.end, self.line + MAX_ROWS)):
            span = self.places.find(needle, line)
            if span.end_column > span.column:
                self.line = line
                return span
        return Span(self.line)

    def next_line(self) -> None:
        """Go to the beginning of the next line."""
        self.line = min(self.line + 1, self.end - 1)
