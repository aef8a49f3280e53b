"""Rules on what a text may hold: a short list of blocks and no program code."""

from __future__ import annotations

from collections.abc import Iterator

from praktijkboek.finding import Finding
from praktijkboek.reader import CaseFile
from praktijkboek.rules.rule import Example, Rule, did_you_mean
from praktijkboek.vocabulary import suggest

BLOCKS = {
    "tip": frozenset[str](),
    "note": frozenset[str](),
    "important": frozenset[str](),
    "warning": frozenset[str](),
    "figure": frozenset({"alt"}),
    "citaat": frozenset[str](),
}
"""The blocks that a case may hold, with their options."""


class BlockForbidden(Rule):
    """Andere blokken kunnen bestanden of programmacode in het boek halen, of breken de bladzijde."""

    name, code = "blok-verboden", "B01"
    bad = Example(body="```{raw} html\n<b>vet</b>\n```")
    good = Example(body=":::{tip}\nBegin klein.\n:::")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each block and each of its options is on the list."""
        for block in file.body.blocks:
            if block.name not in BLOCKS:
                meant = suggest(block.name, BLOCKS)
                message = f"Het blok `{block.name}` mag niet in een praktijk.{did_you_mean(meant)}"
                yield self.finding(file, block.span, message, "Kies uit " + ", ".join(f"`{b}`" for b in BLOCKS) + ".")
                continue
            for option in block.options.keys() - BLOCKS[block.name]:
                message = f"De optie `:{option}:` mag niet bij het blok `{block.name}`."
                yield self.finding(file, block.span, message, "Haal die regel weg.")


class RoleForbidden(Rule):
    """Een woord met accolades ervoor is een opdracht aan het programma; een tekst heeft die niet nodig."""

    name, code = "rol-verboden", "B02"
    bad = Example(body="Haal {download}`het verslag <verslag.pdf>` op.")
    good = Example(body="Haal [het verslag](https://www.voorbeeld.be/verslag.pdf) op.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No roles."""
        for role in file.body.roles:
            message = f"`{{{role.text}}}` mag niet in een praktijk."
            yield self.finding(file, role.span, message, "Schrijf gewone tekst, of een link: `[tekst](adres)`.")


class Html(Rule):
    """HTML wordt op papier en in een schermlezer iets anders dan je bedoelt, en kan een pagina kapen."""

    name, code = "html", "B03"
    bad = Example(body="Dit is <b>vet</b>.")
    good = Example(body="Dit is **vet**.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No HTML; one finding a line."""
        lines: set[int] = set()
        for html in file.body.html:
            if html.span.line not in lines:
                lines.add(html.span.line)
                shown = html.text.split("\n")[0][:60]
                message = f"HTML is niet toegestaan: `{shown}`."
                yield self.finding(
                    file, html.span, message, "Schrijf gewone tekst: `**vet**`, `*schuin*`, `[tekst](adres)`."
                )
