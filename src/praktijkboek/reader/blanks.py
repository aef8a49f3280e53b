"""Words that wait for an answer: ``<Naam van het buurtpunt>``, ``[NAAM]``, xxx, a line of dots."""

from __future__ import annotations

import re

from markdown_it.common.html_blocks import block_names

OTHER_NAMES = """
a abbr acronym applet area audio b bdi bdo bgsound big blink br button canvas cite code command content data datalist
del dfn em embed fencedframe font geolocation hgroup i image img input ins isindex kbd keygen label listing map mark
marquee math meta meter multicol nextid nobr noembed noscript object output permission picture plaintext portal pre
progress q rb rbc rp rt rtc ruby s samp script select selectedcontent shadow slot small source spacer span strike
strong style sub sup svg template textarea time tt u var video wbr xmp
"""
"""HTML's other elements, those that browsers still know from earlier standards too."""
HTML_NAMES = frozenset([*block_names, *OTHER_NAMES.split()])
"""What begins with one of these is a piece of HTML: the rule on HTML says what is wrong with it."""
BLANK = re.compile(
    r"(?<!\()(?<!\]: )<(?P<first>[^\W\d_]+)(?:[ ,;?!][^<>=]*|\.(?: [^<>=]*)?)?>"
    r"|(?<![\w/(.-])(?:TODO|TBD|[xX]{3,6})(?![\w/-]|\.\w)|(?i:\blorem ipsum\b[^.]*)"
)
"""Words in the place of words. The target of a link may look so."""
FILL = r"(?:invullen|aanvullen|(?:in|aan) te vullen|vul (?:\w+ ){0,3}(?:in|aan))"
BRACKETED = re.compile(
    rf"(?<![\]!\\])\[(?:[A-ZÀ-Þ][A-ZÀ-Þ '’-]{{2,}}|(?i:[^\[\]^]{{0,60}}\b{FILL}\b[^\[\]]{{0,30}}))\](?![(\[:])"
    rf"|\((?i:(?:hier |nog |zelf )?{FILL})\)"
)
"""``[NAAM]``, ``[naam invullen]``, ``(vul hier in)``; no link, picture or footnote."""
NOTHING = re.compile(r"\s*(?:(?:[-*+>]|\d+[.)])\s+)*(?P<rest>[\[(]?(?:\.{2,}|…|\?+|_{4,})[\])]?)\s*")
"""A line, an item of a list or a value that holds only dots, a question mark or a line to write on."""


def blanks(text: str) -> list[tuple[int, int]]:
    """Where one line still waits for an answer: pairs of positions, counted from 0, the second one past the last."""
    if nothing := NOTHING.fullmatch(text):
        return [nothing.span("rest")]
    found = (match for pattern in (BLANK, BRACKETED) for match in pattern.finditer(text))
    return sorted(match.span() for match in found if not _is_code(match) and not is_element(match.group()))


def _is_code(found: re.Match[str]) -> bool:
    return found.string.count("`", 0, found.start()) % 2 == 1


def is_element(text: str) -> bool:
    """Whether ``text`` begins with a tag of an element that HTML knows."""
    tag = re.match(r"</?([^\W_]+)", text)
    return tag is not None and tag.group(1).casefold() in HTML_NAMES
