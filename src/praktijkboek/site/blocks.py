"""The blocks of a case that Sphinx and MyST don't have."""

from __future__ import annotations

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
        quotation = nodes.block_quote("", *self.parse_content_to_nodes(), classes=["citaat"])
        if self.arguments:
            quotation += nodes.attribution("", self.arguments[0])
        return [quotation]
