"""Which structure type an HTML element is."""

from __future__ import annotations

from typing import Any

SVG = "{http://www.w3.org/2000/svg}svg"
PICTURES = {"img", SVG}
BLOCKS = {
    **dict.fromkeys(("section", "aside", "nav"), "Sect"),
    **dict.fromkeys(("div", "header", "footer", "hgroup", "figure", "details", "form", "fieldset"), "Div"),
    **dict.fromkeys(("p", "pre", "address", "summary"), "P"),
    **{tag: tag.upper() for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "tr", "th", "td")},
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    "article": "Art",
    "main": "Part",
    "blockquote": "BlockQuote",
    "li": "LI",
    "dt": "Lbl",
    "dd": "LBody",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
}
INLINE = {"a": "Link", "code": "Code", "kbd": "Code", "samp": "Code", "q": "Quote"}
BLOCK_LEVEL = {"Part", "LBody", "Figure", "TOC", "TOCI", *BLOCKS.values()}
"""What stands beside paragraphs rather than in one."""
NOTE = "voetnoot"
"""The class of a footnote: ``<span class="voetnoot">``, with ``float: footnote``."""
CONTENTS = "inhoud"
"""The class of the ``nav`` whose lists are tables of contents."""
IN_CONTENTS = {"L": "TOC", "LI": "TOCI"}


def classes(element: Any) -> list[str]:
    """The classes of an element."""
    names: list[str] = element.get("class", "").split()
    return names


def is_hidden(element: Any) -> bool:
    """Whether an element is decoration: nothing of it is read."""
    if element.get("aria-hidden") == "true":
        return True
    return element.tag in PICTURES and alternative(element) == ""


def is_note(element: Any) -> bool:
    """Whether an element is a footnote."""
    return NOTE in classes(element) or element.get("role") == "doc-footnote"


def alternative(element: Any) -> str | None:
    """The text in the place of a picture; empty for decoration, None if there is none."""
    if element.tag == "img":
        alt: str | None = element.get("alt")
        return alt
    label: str = element.get("aria-label") or element.findtext("{http://www.w3.org/2000/svg}title") or ""
    return label.strip()


def role(element: Any) -> str | None:
    """The structure type of an element; None for one whose text is its parent's."""
    tag = element.tag
    if is_note(element):
        return "Note"
    if tag in PICTURES:
        return "Figure"
    if tag == "a" and not element.get("href"):
        return None
    if found := BLOCKS.get(tag) or INLINE.get(tag):
        return found
    return "Span" if element.get("lang") or (tag == "abbr" and element.get("title")) else None


def numbering(element: Any) -> str:
    """How the items of a list are numbered."""
    return {"ol": "Decimal", "ul": "Disc"}.get(element.tag, "None")
