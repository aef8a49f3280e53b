"""Soft hyphens in running text, put in by us: WeasyPrint then breaks words only where they are (``hyphens: manual``).

Its own ``hyphens: auto`` sometimes leaves one syllable alone on a line, and breaks headings, names and addresses too.
"""

from __future__ import annotations

import re
from functools import cache

from docutils import nodes
from pyphen import Pyphen

from praktijkboek.print.footnotes import Voetnoot

LEAST, BEFORE, AFTER = 7, 3, 3
"""Letters of the shortest word that is broken, before the first and behind the last break."""
SHORT_END = 7
"""A last word of at most so many letters doesn't stand alone on a line."""
SOFT, HARD_SPACE = "\u00ad", "\u00a0"
PATTERNS = Pyphen(lang="nl_NL", left=BEFORE, right=AFTER)
EXCEPTIONS = {
    word.replace("-", ""): word
    for word in (
        "bak-kers-ate-lier", "coor-di-na-ten", "dorps-avond", "info-punt", "info-ver-ga-de-ring",
        "klaar-ston-den", "kloos-ter-kran-tje", "web-adres", "web-adres-sen", "zorg-or-ga-ni-sa-tie",
    )
}  # fmt: skip
"""Words that the patterns break in the wrong place, each with its breaks: found by reading all those of the book."""
NOT_THERE = re.compile(f"{SOFT}(?=[äëïöü])|(?<=f){SOFT}(?=[bfhijklt])")
"""Before a trema, which a broken word loses (``ingrediënten``, ``ingredi-enten``); within a ligature, whose letters
WeasyPrint 70 then leaves out of the PDF's text (``stoffen`` would be read as ``stoen``)."""
WORD = re.compile(rf"(?<![\w.@/:’'-])[a-zà-ÿ]{{{LEAST},}}(?![\w@/’'-]|[.:]\w)")
"""A word in small letters that is no part of an address, a compound with hyphens or a name."""
LAST = re.compile(rf" (?=[^\s{HARD_SPACE}]{{1,{SHORT_END}}}$)")
WHOLE = {"lead", "rubriek", "reeks"}
"""Classes of paragraphs that keep their words whole."""
APART = (
    nodes.title, nodes.table, nodes.field_list, nodes.caption, nodes.literal, nodes.literal_block, nodes.attribution,
    nodes.term, Voetnoot,
)  # fmt: skip
"""What is read word by word, is a line or two of small type, or stands in a narrow column: no word is broken there."""


def hyphenate(doctree: nodes.document) -> None:
    """Put soft hyphens in the running text of ``doctree``, and bind a short last word to the one before it."""
    for paragraph in doctree.findall(nodes.paragraph):
        if WHOLE.isdisjoint(paragraph["classes"]) and not _within(paragraph, APART):
            _hyphenate(paragraph)


def _hyphenate(paragraph: nodes.paragraph) -> None:
    texts = list(paragraph.findall(nodes.Text))
    for text in texts:
        is_last = text is texts[-1]
        if not _within(text, APART) and not _is_address(text):
            text.parent.replace(text, nodes.Text(broken(text.astext(), is_last)))


def broken(text: str, is_last: bool = False) -> str:
    """``text`` with soft hyphens; its last word stays whole if a paragraph ends with it."""
    if not is_last:
        return WORD.sub(lambda match: _breaks(match.group()), text)
    text = LAST.sub(HARD_SPACE, text)
    start, space, end = text.rpartition(" ")
    return broken(start) + space + end


def halved(word: str) -> str:
    """``word`` with one soft hyphen, as near to its middle as a break may be; the word itself if it has none."""
    parts = PATTERNS.inserted(word).split("-")
    breaks = [len("".join(parts[:i])) for i in range(1, len(parts))]
    if not breaks:
        return word
    middle = min(breaks, key=lambda place: abs(place - len(word) / 2))
    return word[:middle] + SOFT + word[middle:]


@cache
def _breaks(word: str) -> str:
    return NOT_THERE.sub("", (EXCEPTIONS.get(word) or PATTERNS.inserted(word)).replace("-", SOFT))


def _within(node: nodes.Node, kinds: tuple[type[nodes.Node], ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if isinstance(parent, kinds):
            return True
        parent = parent.parent
    return False


def _is_address(text: nodes.Text) -> bool:
    return isinstance(text.parent, nodes.reference) and "://" in text.astext()
