"""Words of the glossary become links where a case first uses them; in print they stand as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode

from praktijkboek.site.cases import slug_of

ENDINGS = "(?:en|s|’s|'s)?"
"""What a word has behind it in the plural: mobipunten, coöperaties, deelauto’s."""
NAME = re.compile(r"[A-Z]\S* (?:[’'][tn] |de |het )?[A-Z’']")
"""A capital and another one behind it: "Dorpspunt Beveren" is a name, and says nothing of dorpspunten."""
PLAIN = {"kopbeeld", "in-het-kort", "gelijkaardig", "noten", "bronnen", "over-deze-tekst", "citaat", "bewerk"}
"""Parts of a page that are no running text."""
LEFT_ALONE = (nodes.reference, nodes.title, nodes.literal, nodes.literal_block, nodes.caption, nodes.raw, nodes.math)

Spot = tuple[str, str]
"""A document and an identifier in it."""


def terms(env: BuildEnvironment) -> dict[str, Spot]:
    """The words of all glossaries, with where they are explained."""
    objects = env.domains.standard_domain.objects
    return {name: spot for (kind, name), spot in sorted(objects.items()) if kind == "term"}


def first_uses(text: str, words: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where words are first used in a text: start, end and the word; of two at one place the longest."""
    known = {word.casefold(): word for word in words}
    if not known:
        return
    longest = sorted(map(re.escape, known), key=len, reverse=True)
    for match in re.finditer(rf"(?<![\w-])({'|'.join(longest)}){ENDINGS}(?![\w-])", text, re.IGNORECASE):
        word = known.get(match[1].casefold())
        if word and not (word.islower() and NAME.match(text, match.start())):
            del known[word.casefold()]
            yield match.start(), match.end(), word


def link_terms(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Link each word of the glossary once in a case on the site."""
    if slug_of(page) is None or app.builder.format != "html":
        return
    waiting = terms(app.env)
    for text in list(doctree.findall(nodes.Text)):
        if not _is_running(text):
            continue
        parts, end = [], 0
        for start, stop, word in first_uses(str(text), waiting):
            document, identifier = waiting.pop(word)
            link = make_refnode(app.builder, page, document, identifier, nodes.Text(text[start:stop]))
            link["classes"].append("begrip")
            parts += [nodes.Text(text[end:start]), link]
            end = stop
        if parts:
            text.parent.replace(text, [*parts, nodes.Text(text[end:])])


def _is_running(text: nodes.Text) -> bool:
    node = text.parent
    while node is not None:
        if isinstance(node, LEFT_ALONE) or not PLAIN.isdisjoint(node.get("classes", ())):
            return False
        node = node.parent
    return True
