"""What stands in the lines of a paragraph, a heading or a cell: links, images, roles, notes and running text."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it.token import Token

from praktijkboek.reader.body import Body, Link, Marked
from praktijkboek.reader.place import Walk


def read_inline(tokens: Iterable[Token], walk: Walk, body: Body) -> None:
    """Add what ``tokens`` hold to ``body``, with the places that ``walk`` finds from left to right."""
    link: Token | None = None
    words: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            link, words = token, []
        elif token.type == "link_close" and link:
            target = str(link.attrs.get("href", ""))
            body.links.append(Link(target, walk.find(target), text="".join(words)))
            link = None
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" ")
            walk.next_line()
        elif token.type == "text":
            words.append(token.content)
            if token.content and not (link and link.markup == "autolink"):
                body.prose.append(Marked(token.content, walk.find(token.content), link is not None))
        else:
            words.append(token.content)
            _read_one(token, walk, body)


def _read_one(token: Token, walk: Walk, body: Body) -> None:
    """Add one thing that is neither text nor a link."""
    match token.type:
        case "image":
            target = str(token.attrs.get("src", ""))
            body.images.append(Link(target, walk.find(target), token.content))
        case "code_inline":
            walk.find(token.content)
        case "html_inline":
            body.html.append(Marked(token.content, walk.find(token.content)))
        case "footnote_ref":
            label = str(token.meta["label"])
            body.note_references.append(Marked(label, walk.find(f"[^{label}]")))
        case "myst_role":
            name = token.meta["name"]
            body.roles.append(Marked(name, walk.find("{" + name + "}")))
            walk.find(token.content)
