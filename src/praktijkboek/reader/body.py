"""The structure of a body: headings, links, images, blocks and lists, each with its place.

The body is parsed by markdown-it with the syntax that MyST has for cases; nothing of it is carried out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import make_fence_rule
from markdown_it.token import Token
from mdit_py_plugins.anchors.index import slugify
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from praktijkboek.finding import Span

MAX_BLOCK_DEPTH = 8
TEXT_BLOCKS = ("tip", "note", "important", "warning", "figure", "citaat")
"""The blocks that hold text like the text around them; the content of others is not looked at."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 2 is ``##``."""

    level: int
    text: str
    span: Span

    @property
    def anchor(self) -> str:
        """What a link to this heading ends with, behind ``#``; MyST-Parser makes its ids with the same function."""
        return slugify(self.text)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or, where ``alt`` is not None, an image."""

    target: str
    span: Span
    alt: str | None = None


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
    """A piece of text with a place: raw HTML, or the name of a role."""

    text: str
    span: Span


@dataclass
class Body:
    """All that the rules ask about."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    ordered_lists: list[OrderedList] = field(default_factory=list)
    html: list[Marked] = field(default_factory=list)
    roles: list[Marked] = field(default_factory=list)
    notes: list[Marked] = field(default_factory=list)
    note_references: list[Marked] = field(default_factory=list)

    def section(self, span: Span) -> Heading | None:
        """The heading of level 2 above a place."""
        above = [heading for heading in self.headings if heading.level == 2 and heading.span <= span]  # noqa: PLR2004
        return above[-1] if above else None


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True).use(myst_role_plugin).use(
        deflist_plugin
    )
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - the rules judge addresses
    colon_fence = make_fence_rule(markers=(":",), token_type="colon_fence", exact_match=False)
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    parser.block.ruler.before("fence", "colon_fence", colon_fence, alternatives)
    return parser


def read_body(lines: Sequence[str], first: int) -> Body:
    """Read the body that starts on line ``first`` (counted from 1) of the file ``lines``."""
    walker = _Walker(lines)
    walker.walk("\n".join(lines[first - 1 :]), first)
    return walker.body


class _Walker:
    """Goes through the tokens once; ``lines`` are the file's, for columns."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.body = Body()
        self._used: dict[int, int] = {}

    def walk(self, text: str, first: int, depth: int = 0) -> None:
        """Read ``text`` that starts on the file's line ``first``."""
        tokens = _parser().parse(text)
        for i, token in enumerate(tokens):
            start, end = token.map or (0, 0)
            span = Span(first + start)
            if token.type == "heading_open":
                self.body.headings.append(self._heading(token, tokens[i + 1], first + start))
            elif token.type in {"fence", "colon_fence"}:
                self._fence(token, first + start, depth)
            elif token.type == "html_block":
                self.body.html.append(Marked(token.content.strip(), span))
            elif token.type == "ordered_list_open" and token.level == 0:
                self.body.ordered_lists.append(_ordered_list(tokens, i, span))
            elif token.type == "footnote_reference_open":
                label = str(token.meta["label"])
                self.body.notes.append(Marked(label, self._place(f"[^{label}]", first + start, first + start + 1)))
            elif token.type == "inline":
                self._inline(token, first + start, first + end)

    def _heading(self, opening: Token, inline: Token, line: int) -> Heading:
        return Heading(int(opening.tag[1:]), inline.content, self._place(inline.content, line, line + 1))

    def _fence(self, token: Token, line: int, depth: int) -> None:
        match = re.match(r"\{([^}]*)\}\s*(.*)", token.info.strip())
        braces, (name, argument) = bool(match), match.groups() if match else ((token.info.split() or [""])[0], "")
        content = token.content.split("\n")
        options, content_at = _options(content) if braces else ({}, 0)
        text = "\n".join(content[content_at:])
        place = self._place(f"{{{name}}}" if braces else name, line, line + 1)
        name = "te diep" if depth >= MAX_BLOCK_DEPTH else name
        closed = self._is_closed(token, line)
        self.body.blocks.append(
            Block(name, argument, options, place, not text.strip(), closed, braces, token.type == "fence")
        )
        if not braces:
            return
        if name in {"figure", "image"}:
            self.body.images.append(Link(argument, self._place(argument, line, line + 1), options.get("alt", "")))
        if name in TEXT_BLOCKS:
            self.walk(text, line + 1 + content_at, depth + 1)

    def _is_closed(self, token: Token, line: int) -> bool:
        """Whether the block that starts on ``line`` ends with its marks, and not with the text around it."""
        start, end = token.map or (0, 1)
        last = self.lines[min(line + end - start - 1, len(self.lines)) - 1]
        return end - start > 1 and last.strip(" >").startswith(token.markup)

    def _inline(self, token: Token, line: int, end: int) -> None:
        for child in token.children or []:
            if child.type == "image":
                target = str(child.attrs.get("src", ""))
                self.body.images.append(Link(target, self._place(target, line, end), child.content))
            elif child.type == "link_open":
                target = str(child.attrs.get("href", ""))
                self.body.links.append(Link(target, self._place(target, line, end)))
            elif child.type == "html_inline":
                self.body.html.append(Marked(child.content, self._place(child.content, line, end)))
            elif child.type == "footnote_ref":
                label = str(child.meta["label"])
                self.body.note_references.append(Marked(label, self._place(f"[^{label}]", line, end)))
            elif child.type == "myst_role":
                name = child.meta["name"]
                self.body.roles.append(Marked(name, self._place("{" + name + "}", line, end)))

    def _place(self, needle: str, line: int, end: int) -> Span:
        """Where ``needle`` stands between two lines: the next place that was not handed out yet."""
        for number in range(line, min(end, len(self.lines) + 1)):
            column = self.lines[number - 1].find(needle, self._used.get(number, 0)) if needle else -1
            if column >= 0:
                self._used[number] = column + len(needle)
                return Span(number, column + 1, column + 1 + len(needle))
        return Span(line)


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
    for i, token in enumerate(tokens[start + 1 :], start + 1):
        if token.type == "ordered_list_close" and token.level == tokens[start].level:
            break
        if token.type == "list_item_open" and token.level == tokens[start].level + 1:
            items.append(next((t.content for t in tokens[i:] if t.type == "inline"), ""))
    return OrderedList(tuple(items), span)
