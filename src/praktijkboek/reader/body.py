"""What a body is made of: headings, links, images, blocks, lists and running text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from praktijkboek.finding import Span

TEXT_BLOCKS = ("tip", "note", "important", "warning", "figure", "citaat")
"""The blocks that hold text like the text around them; the content of others is not looked at."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 2 is ``##``; ``last_line`` is another than the span's for one that is made by a line of dashes."""

    level: int
    text: str
    span: Span
    anchor: str
    """What a link to this heading ends with, behind ``#``, as MyST makes it; empty where it makes none."""
    last_line: int
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the ``text`` that a reader sees or, where ``alt`` is not None, an image."""

    target: str
    span: Span
    alt: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block such as ``:::{tip}``: its ``:name: value`` lines are ``options``; a code fence has no ``braces``."""

    name: str
    argument: str
    options: dict[str, str]
    span: Span
    empty: bool = False
    closed: bool = True
    braces: bool = True
    code: bool = False
    """Whether it is a fence of backticks or tildes: without braces that is program code, and harmless."""


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list that stands by itself; ``items`` are the texts of its items."""

    items: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of text with a place: raw HTML, the name of a role, or a stretch of running text."""

    text: str
    span: Span
    linked: bool = False
    """Whether it is (in) the words of a link."""

    def part(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``; of the whole line where the text was typed otherwise than it reads."""
        if self.span.end_column - self.span.column != len(self.text):
            return Span(self.span.line)
        return Span(self.span.line, self.span.column + start, self.span.column + end)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of plain text from ``line`` on, without what stands before them in a list or a quotation."""

    line: int
    rows: tuple[str, ...]
    alone: bool
    """Whether it stands by itself, in no list, quotation or block."""
    bold: bool
    """Whether all of it is bold."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Some lines of the file, ``last`` included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that has ``cells``, where the row on top has ``columns``."""

    span: Span
    cells: int
    columns: int


@dataclass(eq=False)
class Body:
    """All that the rules ask about. A body equals only itself, so that what is made of it can be kept."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    ordered_lists: list[OrderedList] = field(default_factory=list)
    bullet_lists: list[Lines] = field(default_factory=list)
    html: list[Marked] = field(default_factory=list)
    roles: list[Marked] = field(default_factory=list)
    notes: list[Marked] = field(default_factory=list)
    note_lines: list[Lines] = field(default_factory=list)
    """The lines of each of them."""
    note_references: list[Marked] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    prose: list[Marked] = field(default_factory=list)
    """The running text, without addresses, program code and marks."""
    code: list[Lines] = field(default_factory=list)
    """Text that four spaces make program code."""
    rows: list[Row] = field(default_factory=list)
    dashes: list[Lines] = field(default_factory=list)
    """Lines of dashes that draw a line across the page."""
    content: list[int] = field(default_factory=list)
    """The lines on which something begins that is no heading."""
    too_big: bool = False
    """Whether the text was so long that it was not read."""
