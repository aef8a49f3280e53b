"""The places in a chapter that a link can lead to."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors.index import slugify
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

DEEPEST = "h3"
"""``myst_heading_anchors`` in ``book/conf.py``: deeper headings have no anchor."""


def read_anchors(chapter: Path) -> frozenset[str]:
    """The anchors of the headings in ``chapter``, and the names that MyST gives to a place with ``(name)=``."""
    return frozenset(_anchors(chapter.read_text(encoding="utf-8", errors="replace")))


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(myst_block_plugin)


def _anchors(text: str) -> Iterator[str]:
    seen: set[str] = set()
    tokens = _parser().parse(text)
    for i, token in enumerate(tokens):
        if token.type == "myst_target":
            yield token.content
        elif token.type == "heading_open" and token.tag <= DEEPEST:
            slug = anchor = slugify(tokens[i + 1].content)
            number = 0
            while anchor in seen:
                number += 1
                anchor = f"{slug}-{number}"
            seen.add(anchor)
            yield anchor
