"""Web addresses on paper: behind a link stands where it leads, short enough to type."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from docutils import nodes

LONGEST = 45
"""Signs of the longest address that is printed whole; of a longer one only the host."""
HIDDEN = re.compile(r"^(https?://(www\.)?|mailto:|tel:)|/$")
"""What nobody types or reads of an address."""


class Adres(nodes.inline):
    """An address in words, kept whole or broken behind a slash or a full stop."""


def short(address: str) -> str:
    """What a reader types: ``https://www.kw.be/`` is ``kw.be``; of a long address only the host."""
    shown = HIDDEN.sub("", address)
    if len(shown) <= LONGEST or not address.startswith("http"):
        return shown.partition("?")[0] if address.startswith("mailto:") else shown
    return HIDDEN.sub("", f"https://{urlsplit(address).hostname}")


def write_out(doctree: nodes.document) -> None:
    """Put its address behind every link that leads out of the book; at the end of the line in a list of sources."""
    for link in list(doctree.findall(nodes.reference)):
        address = link.get("refuri", "")
        if not HIDDEN.match(address) or not isinstance(link.parent, nodes.TextElement):
            continue
        words = Adres("", short(address), classes=["adres"])
        if _says_itself(link, address):
            link[:] = [words]
        elif _is_source(link):
            link.parent += [nodes.Text(" ·\u00a0"), words]
        elif not isinstance(link.parent, nodes.title):
            words.insert(0, nodes.Text("("))
            words += nodes.Text(")")
            place = link.parent.index(link) + 1
            link.parent[place:place] = [nodes.Text(" "), words]


def _says_itself(link: nodes.reference, address: str) -> bool:
    """Whether the text of a link is its address, whole or without what nobody types."""
    return HIDDEN.sub("", link.astext().strip()).casefold() == HIDDEN.sub("", address).casefold()


def _is_source(link: nodes.reference) -> bool:
    node: nodes.Node | None = link
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    return node is not None and "bronnen" in node["classes"]
