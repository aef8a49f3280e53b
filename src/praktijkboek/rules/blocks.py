"""Rules on what a text may hold: a short list of blocks and no program code."""

from __future__ import annotations

from collections.abc import Iterator

from praktijkboek.finding import Finding
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import TEXT_BLOCKS, Block
from praktijkboek.rules.rule import Example, Rule, did_you_mean
from praktijkboek.template import blanks
from praktijkboek.vocabulary import suggest

BLOCKS = {name: frozenset({"alt"}) if name == "figure" else frozenset[str]() for name in TEXT_BLOCKS}
"""The blocks that a case may hold, with their options."""


class BlockForbidden(Rule):
    """Andere blokken kunnen bestanden of programmacode in het boek halen, of breken de bladzijde."""

    name, code = "blok-verboden", "B01"
    bad = Example(body="```{raw} html\n<b>vet</b>\n```")
    good = Example(body=":::{tip}\nBegin klein.\n:::")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each block and each of its options is on the list."""
        for block in file.body.blocks:
            if not block.braces:
                yield from self._without_braces(file, block)
            elif block.name not in BLOCKS:
                meant = suggest(block.name, BLOCKS)
                message = f"Het blok `{block.name}` mag niet in een praktijk.{did_you_mean(meant)}"
                yield self.finding(file, block.span, message, "Kies uit " + ", ".join(f"`{b}`" for b in BLOCKS) + ".")
            else:
                if block.argument and block.name not in {"figure", "citaat"}:
                    message = f"Achter `{{{block.name}}}` staat tekst op dezelfde regel."
                    yield self.finding(file, block.span, message, "Zet de tekst op de volgende regel.")
                for option in sorted(block.options.keys() - BLOCKS[block.name]):
                    message = f"De optie `:{option}:` mag niet bij het blok `{block.name}`."
                    yield self.finding(file, block.span, message, "Haal die regel weg.")

    def _without_braces(self, file: CaseFile, block: Block) -> Iterator[Finding]:
        """A fence without braces shows program code; nearly always a block was meant."""
        if meant := suggest(block.name, BLOCKS):
            message = f"Rond `{block.name}` ontbreken de accolades."
            yield self.finding(file, block.span, message, f"Schrijf `{{{meant}}}`.")
        elif block.name or not block.code:
            message = "Dit is geen blok dat we kennen."
            help_ = "Schrijf gewone tekst, of kies een blok: " + ", ".join(f"`{{{b}}}`" for b in BLOCKS) + "."
            yield self.finding(file, block.span, message, help_)


class BlockUnfinished(Rule):
    """Een blok dat niet sluit, slokt de rest van de praktijk op; een leeg blok breekt het boek."""

    name, code = "blok-onaf", "B04"
    bad = Example(body="```{tip}\nBegin klein.")
    good = Example(body="```{tip}\nBegin klein.\n```")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each block is closed and holds something."""
        for block in file.body.blocks:
            line = file.lines[block.span.line - 1].strip()
            marks = line[: len(line) - len(line.lstrip("`:~"))]
            if not block.closed:
                message = "Het blok dat hier begint, wordt nergens afgesloten."
                yield self.finding(file, block.span, message, f"Zet onder de tekst van het blok een regel `{marks}`.")
            elif block.empty and block.braces and block.name in BLOCKS.keys() - {"figure"}:
                message = f"Het blok `{block.name}` is leeg."
                yield self.finding(
                    file, block.span, message, f"Schrijf je tekst tussen de regels met `{marks}`, of haal het blok weg."
                )


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
            if html.span.line not in lines and not blanks(html.text):
                lines.add(html.span.line)
                shown = html.text.split("\n")[0][:60]
                message = f"HTML is niet toegestaan: `{shown}`."
                yield self.finding(
                    file, html.span, message, "Schrijf gewone tekst: `**vet**`, `*schuin*`, `[tekst](adres)`."
                )
