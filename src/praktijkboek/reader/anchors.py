"""The places in a text that a link can lead to, as MyST-Parser makes them."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors.index import slugify, unique_slug
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from praktijkboek.reader.body import Heading

DEEPEST = 3
"""``myst_heading_anchors`` in ``book/conf.py``: deeper headings have no anchor."""


def heading_anchors(headings: Iterable[Heading]) -> frozenset[str]:
    """The anchors of a case's headings; the second of two equal ones ends with ``-1``."""
    return _numbered(heading.anchor for heading in headings if heading.level <= DEEPEST)


def chapter_anchors(chapter: Path) -> frozenset[str]:
    """The anchors of the headings in the file ``chapter``, and of the places that it names with ``(name)=``.

    :raises OSError: if the file can't be read
    """
    tokens = _parser().parse(chapter.read_text(encoding="utf-8", errors="replace"))
    named = (token.content for token in tokens if token.type == "myst_target")
    return _numbered(_slugs(tokens)).union(named)


def _slugs(tokens: list[Token]) -> Iterator[str]:
    for opening, inline in itertools.pairwise(tokens):
        if opening.type == "heading_open" and int(opening.tag[1:]) <= DEEPEST:
            words = (child.content for child in inline.children or () if child.type in {"text", "code_inline"})
            yield slugify("".join(words))


def _numbered(slugs: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    for slug in slugs:
        unique_slug(slug, seen)
    return frozenset(seen)


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(myst_block_plugin)
