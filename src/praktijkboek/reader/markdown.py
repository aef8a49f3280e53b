"""The Markdown that cases may be written in, as markdown-it reads it."""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.myst_role import myst_role_plugin


@functools.cache
def parser() -> MarkdownIt:
    """The syntax that MyST has for cases; addresses stay as they were typed, for the rules to judge."""
    markdown = add_syntax(MarkdownIt("commonmark"))
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return markdown


def add_syntax(markdown: MarkdownIt) -> MarkdownIt:
    """Let a parser see what a case may be made of beside CommonMark; the checker and the site read the same."""
    markdown.enable("table")
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.use(myst_role_plugin).use(deflist_plugin)
    colon_fence = make_fence_rule(markers=(":",), token_type="colon_fence", exact_match=False)
    alternatives: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    markdown.block.ruler.before("fence", "colon_fence", colon_fence, alternatives)
    return markdown
