"""The blocks of a case that Sphinx and MyST don't have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class Quotation(SphinxDirective):
    """``{citaat} vrijwilliger``: what somebody said, with a role behind it and no name."""

    optional_arguments: ClassVar[int] = 1
    final_argument_whitespace: ClassVar[bool] = True
    has_content: ClassVar[bool] = True

    def run(self) -> list[nodes.Node]:
        """A block quotation with its attribution."""
        return [quotation(self.parse_content_to_nodes(), *self.arguments)]


def quotation(body: Sequence[nodes.Node], role: str = "") -> nodes.block_quote:
    """What somebody said, with the role of who said it; also made from the field ``citaat``."""
    quote = nodes.block_quote("", *body, classes=["citaat"])
    if role:
        quote += nodes.attribution("", role)
    return quote
