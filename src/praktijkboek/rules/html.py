"""A rule on HTML: a text has marks of its own for what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix
from praktijkboek.reader import CaseFile
from praktijkboek.reader.blanks import blanks, is_element
from praktijkboek.rule import Example
from praktijkboek.rules.rule import LONGEST_MENDED, Rule

MENDS = (
    (re.compile(r"(?i)<(?P<name>b|strong)>(?P<words>[^<>]+)</(?P=name)>"), r"**\g<words>**"),
    (re.compile(r"(?i)<(?P<name>i|em)>(?P<words>[^<>]+)</(?P=name)>"), r"*\g<words>*"),
    (re.compile(r"(?i)</?(?:u|font|span)>"), ""),
    (re.compile(r"(?i)<br ?/?>(?=.)"), r"\\\n"),
    (re.compile(r"(?i)<br ?/?>$"), ""),
    (re.compile(r"(?i)<a href=\"(?P<address>[^\"<> ]+)\">(?P<words>[^<>]+)</a>"), r"[\g<words>](\g<address>)"),
    (re.compile(r"(?i)<img src=\"(?P<name>[^\"<> ]+)\" alt=\"(?P<alt>[^\"<>]+)\" ?/?>"), r"![\g<alt>](\g<name>)"),
    (re.compile(r"<!--[^<>]*-->"), ""),
)
"""Simple HTML, and what says the same in a text."""
HELP = {
    "img": "Schrijf een foto zo: `![wat er te zien is](gevel.jpg)`.",
    "br": "Begin een nieuwe alinea met een lege regel, of zet `\\` op het einde van de regel.",
    "u": "Onderstrepen kan niet in het boek: schrijf gewone tekst, of `**vet**`.",
    "a": "Schrijf een link zo: `[tekst](https://www.voorbeeld.be)`.",
    "table": "Schrijf een tabel met rechte strepen: `| dag | uur |` en daaronder `|---|---|`.",
    "!--": "Haal deze opmerking weg: wie het bestand opent, kan ze lezen.",
}
"""What to do about HTML of a kind."""


class Html(Rule):
    """HTML wordt op papier en in een schermlezer iets anders dan je bedoelt, en kan een pagina kapen."""

    name, code = "html", "B03"
    bad = Example(body="Dit is <b>vet</b>.")
    good = Example(body="Dit is **vet**.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No HTML; one finding a line. Of ``<Naam>`` the rule on blanks says what is wrong, and it always does."""
        lines: set[int] = set()
        for html in file.body.html:
            blank = not is_element(html.text) and blanks(file.lines[html.span.line - 1])
            if html.span.line not in lines and not blank:
                lines.add(html.span.line)
                shown = html.text.split("\n")[0][:60]
                kind = re.match(r"</?(!--|[a-z]+)", html.text.lower())
                help_ = HELP.get(kind.group(1) if kind else "", "")
                help_ = help_ or "Schrijf gewone tekst: `**vet**`, `*schuin*`, `[tekst](adres)`."
                message = f"HTML is niet toegestaan: `{shown}`."
                yield self.finding(file, html.span, message, help_, _mend(file, html.span.line))


def _mend(file: CaseFile, number: int) -> Fix | None:
    """The line with its simple HTML as marks of a text; None where there is none."""
    before = line = file.lines[number - 1]
    if len(line) > LONGEST_MENDED:
        return None
    for shape, right in MENDS:
        line = shape.sub(right, line)
    return Fix(number, before, line.rstrip()) if line != before else None
