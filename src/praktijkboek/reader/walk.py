"""The tokens of markdown-it become a body: nothing of the text is carried out, every place is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.anchors.index import slugify

from praktijkboek.finding import Span
from praktijkboek.reader.body import (
    TEXT_BLOCKS,
    Block,
    Body,
    Heading,
    Lines,
    Link,
    Marked,
    OrderedList,
    Paragraph,
    Row,
)
from praktijkboek.reader.inline import read_inline
from praktijkboek.reader.markdown import parser
from praktijkboek.reader.place import Places

MOST_CHARACTERS = 100_000
"""A case has 10,000; of more than this markdown-it can make minutes of work (a megabyte of ``[`` took 23 s)."""
MAX_BLOCK_DEPTH = 8
PHOTO_BLOCKS = ("figure", "image", "foto", "figuur", "afbeelding")
"""Blocks that show a photo, also by the names that authors give them; only ``figure`` may be used."""
ANCHOR_LEVELS = 3
"""How deep a heading may be to have an anchor: ``myst_heading_anchors`` in ``book/conf.py``."""


def read_body(lines: Sequence[str], first: int) -> Body:
    """Read the body that starts on line ``first`` (counted from 1) of the file ``lines``."""
    text = "\n".join(lines[first - 1 :])
    if len(text) > MOST_CHARACTERS:
        return Body(too_big=True)
    walker = _Walker(lines)
    walker.walk(text, first)
    return walker.body


class _Walker:
    """Goes through the tokens once; ``lines`` are the file's, for columns."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.body = Body()
        self.places = Places(lines)
        self._anchors: dict[str, int] = {}
        self._columns = 0

    def walk(self, text: str, first: int, depth: int = 0) -> None:
        """Read ``text`` that starts on the file's line ``first``."""
        tokens = parser().parse(text)
        for i, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(tokens, i, first, depth)
            elif token.map:
                start, end = token.map
                self._block(tokens, i, Lines(first + start, first + end - 1), depth)

    def _block(self, tokens: Sequence[Token], i: int, at: Lines, depth: int) -> None:
        token, span = tokens[i], Span(at.first)
        if token.level == 0 and token.type != "heading_open":
            self.body.content.append(at.first)
        match token.type:
            case "heading_open":
                self.body.headings.append(self._heading(token, tokens[i + 1], at))
            case "fence" | "colon_fence":
                self._fence(token, at.first, depth)
            case "html_block":
                self.body.html.append(Marked(token.content.strip(), span))
            case "tr_open":
                self._row(tokens, i, at.first)
            case "footnote_reference_open":
                label = str(token.meta["label"])
                self.body.notes.append(Marked(label, self.places.find(f"[^{label}]", at.first)))
                self.body.note_lines.append(at)
            case "ordered_list_open" if token.level == 0:
                self.body.ordered_lists.append(_ordered_list(tokens, i, span))
            case _:
                self._lines(token, at)

    def _lines(self, token: Token, at: Lines) -> None:
        """Keep which lines a thing takes of which no more has to be known."""
        if token.type == "code_block":
            self.body.code.append(Lines(at.first, at.first + len(token.content.rstrip().split("\n")) - 1))
        elif token.type == "hr":
            self.body.dashes.append(at)
        elif token.type == "bullet_list_open" and token.level == 0:
            self.body.bullet_lists.append(at)

    def _heading(self, opening: Token, inline: Token, at: Lines) -> Heading:
        level = int(opening.tag[1:])
        shown = "".join(child.content for child in inline.children or () if child.type in {"text", "code_inline"})
        anchor = self._anchor(slugify(shown)) if level <= ANCHOR_LEVELS else ""
        first_row = inline.content.split("\n")[0]
        place = self.places.find(first_row, at.first, keep=True)
        return Heading(level, inline.content, place, anchor, at.last, opening.markup in {"-", "="})

    def _anchor(self, slug: str) -> str:
        """What MyST makes of a slug: the second of two equal ones ends in ``-1``."""
        anchor, number = slug, self._anchors.get(slug, 0)
        while slug and anchor in self._anchors:
            number += 1
            anchor = f"{slug}-{number}"
        self._anchors[slug] = number
        self._anchors.setdefault(anchor, 0)
        return anchor

    def _row(self, tokens: Sequence[Token], i: int, line: int) -> None:
        """A row of a table: markdown-it fills up the short ones, and takes from the long ones what is too much."""
        if tokens[i - 1].type == "thead_open":
            end = next(j for j in range(i, len(tokens)) if tokens[j].type == "tr_close")
            self._columns = sum(token.type == "th_open" for token in tokens[i:end])
        elif tokens[i].level == 2:  # noqa: PLR2004 - in a table that stands by itself
            typed = self.lines[line - 1].strip()
            cells = escapedSplit(typed.removeprefix("|").removesuffix("|"))
            self.body.rows.append(Row(Span(line), len(cells), self._columns))

    def _fence(self, token: Token, line: int, depth: int) -> None:
        match = re.match(r"\{([^}]*)\}\s*(.*)", token.info.strip())
        braces, (name, argument) = bool(match), match.groups() if match else ((token.info.split() or [""])[0], "")
        content = token.content.split("\n")
        options, content_at = _options(content) if braces else ({}, 0)
        text = "\n".join(content[content_at:])
        place = self.places.find(f"{{{name}}}" if braces else name, line)
        name = "te diep" if depth >= MAX_BLOCK_DEPTH else name
        closed = self._is_closed(token, line)
        self.body.blocks.append(
            Block(name, argument, options, place, not text.strip(), closed, braces, token.type == "fence")
        )
        if braces and name in PHOTO_BLOCKS:
            self.body.images.append(Link(argument, self.places.find(argument, line), options.get("alt", "")))
        nameless = not name and token.type == "colon_fence"
        if name != "te diep" and (not closed or nameless or (braces and name in TEXT_BLOCKS)):
            # what an unclosed block swallows is judged too: it is the rest of the case
            self.walk(text, line + 1 + content_at, depth + 1)

    def _is_closed(self, token: Token, line: int) -> bool:
        """Whether the block that starts on ``line`` ends with its marks, and not with the text around it."""
        start, end = token.map or (0, 1)
        last = self.lines[min(line + end - start - 1, len(self.lines)) - 1]
        return end - start > 1 and last.strip(" >").startswith(token.markup)

    def _inline(self, tokens: Sequence[Token], i: int, first: int, depth: int) -> None:
        token, opening = tokens[i], tokens[i - 1]
        start, end = token.map or (0, 0)
        if opening.type == "paragraph_open":
            rows = tuple(token.content.split("\n"))
            alone = opening.level == 0 and depth == 0
            self.body.paragraphs.append(Paragraph(first + start, rows, alone, _is_bold(token)))
        read_inline(token.children or (), self.places.walk(first + start, first + end), self.body)


def _is_bold(inline: Token) -> bool:
    """Whether a paragraph is one piece of bold text."""
    kinds = [child.type for child in inline.children or () if child.type != "text" or child.content.strip()]
    return kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"] and kinds.count("strong_open") == 1


def _options(content: Sequence[str]) -> tuple[dict[str, str], int]:
    """The ``:name: value`` lines on top of a block, and how many they are.

    MyST reads more than that as options (a block of YAML, names in quotes, spaces in front): those come out under a
    name that no block allows.
    """
    if content and content[0].strip().startswith("---"):
        return {"---": ""}, 0
    options: dict[str, str] = {}
    for i, line in enumerate(content):
        if not line.strip().startswith(":") or line.strip().startswith(":::"):
            return options, i
        match = re.fullmatch(r":([a-z]+): *(.*)", line)
        name, value = match.groups() if match else (line.strip(), "")
        options[name] = value
    return options, len(content)


def _ordered_list(tokens: Sequence[Token], start: int, span: Span) -> OrderedList:
    items: list[str] = []
    for i in range(start + 1, len(tokens)):
        token = tokens[i]
        if token.type == "ordered_list_close" and token.level == tokens[start].level:
            break
        if token.type == "list_item_open" and token.level == tokens[start].level + 1:
            items.append("")
        elif token.type == "inline":
            items[-1] = items[-1] or token.content
    return OrderedList(tuple(items), span)
