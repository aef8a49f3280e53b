"""The parser of cases: it knows text, a few blocks and links, and nothing that could be carried out.

Chapters go to MyST-Parser's own parser. A case goes to one that is built here from what is allowed (``KINDS``,
``BLOCKS``): it looks at no settings in the text, has no HTML, no roles and no substitutions, and never asks docutils or
Sphinx for a directive, so that there is none to reach. What is not allowed is left out, with a warning.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.sphinx_ import MystParser

from praktijkboek.reader.markdown import add_syntax
from praktijkboek.site.blocks import quotation
from praktijkboek.site.trust import is_picture_name, is_trusted, is_web_address, warn_left_out

KINDS = (
    *("paragraph", "inline", "text", "em", "strong", "softbreak", "hardbreak", "code_inline", "link", "image"),
    *("bullet_list", "ordered_list", "list_item", "blockquote", "hr", "heading", "table", "dl", "code_block"),
    *("fence", "colon_fence", "footnote_ref", "footnote_reference", "myst_role"),
)
"""What a text may consist of; a ``myst_role`` is only there to be refused."""
BLOCKS: dict[str, type[nodes.Element]] = {
    "tip": nodes.tip,
    "note": nodes.note,
    "important": nodes.important,
    "warning": nodes.warning,
    "figure": nodes.figure,
    "citaat": nodes.block_quote,
}
MOST_BLOCKS = 8
"""How many blocks may stand in each other."""
DEEPEST = 24
"""How many lists, quotations, emphases and so on may stand in each other."""
OPENING = re.compile(r"\{([a-z]+)\}\s*(.*)", re.DOTALL)


class BookParser(MystParser):
    """MyST-Parser's parser for chapters, the confined one for cases."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse the page that Sphinx reads now into ``document``."""
        env = document.settings.env
        if is_trusted(env.docname):
            super().parse(inputstring, document)
            return
        document.settings.file_insertion_enabled = document.settings.raw_enabled = False
        parser = confined_parser(env.myst_config.heading_anchors)
        parser.options["document"] = document
        parser.render(inputstring)


def confined_parser(heading_anchors: int) -> MarkdownIt:
    """A parser with the syntax that the checker reads, with settings of its own."""
    parser = add_syntax(MarkdownIt("commonmark", {"html": False}, renderer_cls=ConfinedRenderer))
    parser.disable(["html_block", "html_inline"])
    parser.options["myst_config"] = MdParserConfig(heading_anchors=heading_anchors)
    return parser


class ConfinedRenderer(SphinxRenderer):
    """Makes nodes of the kinds of text that are allowed; ``rules`` is the one gate that everything goes through."""

    def __init__(self, parser: MarkdownIt) -> None:
        super().__init__(parser)
        self.rules = {f"render_{kind}": getattr(self, f"render_{kind}") for kind in KINDS}
        self._blocks = 0

    def _refuse(self, line: int, what: str) -> None:
        warn_left_out(what, self.sphinx_env.docname, line)

    def _render_tokens(self, tokens: list[Token]) -> None:
        """Render, but leave out what stands so deep in each other that Python would stop."""
        shallow: list[Token] = []
        for block in _outermost(tokens):
            if max(token.level + max((c.level for c in token.children or ()), default=0) for token in block) > DEEPEST:
                self._refuse((block[0].map or [0])[0] + 1, "Tekst die te diep in elkaar zit")
            else:
                shallow += block
        super()._render_tokens(shallow)

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """Refuse: a role is an instruction."""
        self._refuse(token_line(token, 0), f"`{{{token.meta['name']}}}`")

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """A block if it has braces, and else text as it was typed."""
        if token.info.lstrip().startswith("{"):
            self.render_colon_fence(token)
        else:
            self.render_code_block(token)

    def render_code_block(self, token: SyntaxTreeNode) -> None:
        """Text as it was typed, in no language."""
        node = self.create_highlighted_code_block(token.content, "none")
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    def render_colon_fence(self, token: SyntaxTreeNode) -> None:
        """One of the blocks on the list, made here; docutils is not asked."""
        opening = OPENING.fullmatch(token.info.strip())
        name, argument = opening.groups() if opening else (token.info.strip(), "")
        argument = _plain(argument) if name == "figure" else argument
        options, text, below = _split(token.content)
        allowed = name in BLOCKS and self._blocks < MOST_BLOCKS and options.keys() <= self.OPTIONS.get(name, set())
        if (
            not allowed
            or (argument and name not in {"figure", "citaat"})
            or (name == "figure" and not is_picture_name(argument))
        ):
            self._refuse(token_line(token, 0), f"Het blok `{name} {argument}`".rstrip())
            return
        self._blocks += 1
        body = nodes.Element()
        with self.current_node_context(body):
            self.nested_render_text(text, token_line(token) + below)
        self._blocks -= 1
        node = self._made(name, argument, options, body.children)
        self.add_line_and_source_path(node, token)
        self.current_node.append(node)

    OPTIONS: ClassVar[dict[str, set[str]]] = {"figure": {"alt"}}

    def _made(self, name: str, argument: str, options: dict[str, str], body: list[nodes.Node]) -> nodes.Element:
        """The node of a block."""
        if name == "citaat":
            return quotation(body, argument)
        if name != "figure":
            return BLOCKS[name]("", *body)
        figure = nodes.figure("", nodes.image(uri=argument, **options))
        if body and isinstance(body[0], nodes.paragraph):
            caption, *body = body
            figure += nodes.caption("", "", *caption.children)
        if body:
            figure += nodes.legend("", *body)
        return figure

    def render_image(self, token: SyntaxTreeNode) -> None:
        """A picture from the case's own folder."""
        name = _plain(self.md.normalizeLinkText(str(token.attrGet("src") or "")))
        if not is_picture_name(name):
            self._refuse(token_line(token, 0), f"De foto `{name}`")
            return
        picture = nodes.image(uri=name, alt=self.renderInlineAsText(list(token.children or ())))
        self.add_line_and_source_path(picture, token)
        self.current_node.append(picture)

    def render_link(self, token: SyntaxTreeNode) -> None:
        """A link to the web, to a mail address or telephone number, to a part of this page or to another page."""
        address = str(token.attrGet("href") or "")
        if address.startswith("#"):
            self.render_link_anchor(token, address)
        elif is_web_address(address):
            self.render_link_url(token)
        elif self._is_page(address):
            self.render_link_project(token)
        else:
            self._refuse(token_line(token, 0), f"De link `{address}`")
            self.render_children(token)

    def _is_page(self, address: str) -> bool:
        """Whether a path leads to a page of the book."""
        path = self.md.normalizeLinkText(address).partition("#")[0]
        if ":" in path or "\0" in path:
            return False
        env = self.sphinx_env
        return env.path2doc(env.relfn2path(path, env.docname)[1]) in env.found_docs


def _plain(address: str) -> str:
    """The name of a picture without ``./`` in front."""
    return posixpath.normpath(address) if address else ""


def _outermost(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each paragraph, list, quotation... that stands in no other."""
    start = 0
    for end, token in enumerate(tokens, start=1):
        if token.level == 0 and token.nesting <= 0:
            yield tokens[start:end]
            start = end


def _split(content: str) -> tuple[dict[str, str], str, int]:
    """The options on top of a block, its text, and how many lines the options take."""
    lines = content.split("\n")
    if lines[0].startswith("---"):
        return {"---": ""}, "", 0
    typed = list(itertools.takewhile(lambda line: re.match(r"\s*:(?!::)", line), lines))
    pairs = [re.fullmatch(r":([a-z]+):\s*(.*)", line) for line in typed]
    options = {
        pair.group(1) if pair else line: pair.group(2) if pair else "" for pair, line in zip(pairs, typed, strict=True)
    }
    return options, "\n".join(lines[len(typed) :]), len(typed)
