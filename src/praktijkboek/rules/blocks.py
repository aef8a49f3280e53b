"""Rules on what a text may hold: a short list of blocks and no program code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import TEXT_BLOCKS, Block
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.rule import Rule, replace_in_line
from praktijkboek.spelling import fold, suggest

BLOCKS = {name: frozenset({"alt"}) if name == "figure" else frozenset[str]() for name in TEXT_BLOCKS}
"""The blocks that a case may hold, with their options."""
OTHER_NAMES = {
    "tip": ("tips", "hint", "advies", "raad"),
    "note": ("nota", "noot", "opmerking", "info", "weetje"),
    "important": ("belangrijk",),
    "warning": ("waarschuwing", "opgelet", "let op", "letop", "caution", "danger", "attention", "pas op"),
    "figure": ("figuur", "foto", "afbeelding", "image", "beeld", "prent"),
    "citaat": ("quote", "citeer", "epigraph", "pull-quote", "quotation", "getuigenis"),
}
"""What authors call a block, in their own words or in those of other programs."""
BY_NAME = {name: block for block, names in OTHER_NAMES.items() for name in (block, *names)}
CHOICE = ", ".join(f"`{{{name}}}`" for name in BLOCKS)
WITH_ARGUMENT = frozenset({"figure", "citaat"})


def meant(name: str) -> str | None:
    """The block that is meant by a name; None for one that we don't know."""
    return BY_NAME.get(suggest(fold(name).strip("()[]"), BY_NAME, cutoff=0.8) or "")


def marks(file: CaseFile, block: Block) -> str:
    """The marks that a block begins with, such as ``:::``."""
    return _marks(file.lines[block.span.line - 1])


def _marks(line: str) -> str:
    line = line.strip(" >")
    return line[: len(line) - len(line.lstrip("`:~"))]


def on_one_line(block: Block, marks: str) -> bool:
    """Whether the marks that should close a block stand behind its text, on the line where it begins."""
    return block.braces and block.argument.endswith(marks) and len(block.argument) > len(marks)


def badly_closed(file: CaseFile) -> dict[Span, Block]:
    """The places of blocks that never end, each with the line of another number of marks that was meant to end it."""
    found: dict[Span, Block] = {}
    opened: dict[str, list[Span]] = {}
    for block in file.body.blocks:
        above = opened.setdefault(marks(file, block)[:1], [])
        if not block.name and above:
            found[above.pop()] = block
        elif block.name and not block.closed:
            above.append(block.span)
    return found


class BlockForbidden(Rule):
    """Andere blokken kunnen bestanden of programmacode in het boek halen, of breken de bladzijde."""

    name, code = "blok-verboden", "B01"
    bad = Example(body="```{raw} html\n<b>vet</b>\n```")
    good = Example(body=":::{tip}\nBegin klein.\n:::")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each block is on the list, and nothing stands behind its name that is no text."""
        for block in file.body.blocks:
            if block.braces and block.name in BLOCKS:
                if block.argument and block.name not in WITH_ARGUMENT:
                    yield self._argument(file, block)
            elif block.braces and not meant(block.name):
                message = f"Het blok `{block.name}` mag niet in een praktijk."
                yield self.finding(file, block.span, message, f"Schrijf gewone tekst, of kies uit {CHOICE}.")

    def _argument(self, file: CaseFile, block: Block) -> Finding:
        line, text = file.lines[block.span.line - 1], block.argument
        if on_one_line(block, marks(file, block)):
            text = f"{text.removesuffix(marks(file, block)).strip()}\n{marks(file, block)}"
        fix = Fix(block.span.line, line, f"{line[: block.span.end_column - 1]}\n{text}")
        message = f"Achter `{{{block.name}}}` staat tekst op dezelfde regel."
        return self.finding(file, block.span, message, "Zet de tekst op de volgende regel.", fix)


class BlockUnknown(Rule):
    """Een blok heeft een vaste naam tussen accolades; een andere naam kent het boek niet."""

    name, code = "blok-onbekend", "B05"
    bad = Example(body=":::{waarschuwing}\nBegin klein.\n:::")
    good = Example(body=":::{warning}\nBegin klein.\n:::")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each block has a name that we know, in braces."""
        ends = {end.span for end in badly_closed(file).values()}
        for block in file.body.blocks:
            right = meant(block.name)
            if block.braces and right and block.name not in BLOCKS:
                message = f"Het blok `{block.name}` kennen we niet.{did_you_mean(right)}"
                fix = replace_in_line(file, block.span, f"{{{block.name}}}", f"{{{right}}}")
                yield self.finding(file, block.span, message, f"Schrijf `{{{right}}}`.", fix)
            elif not block.braces and right:
                message = f"Rond `{block.name}` ontbreken de accolades."
                fix = replace_in_line(file, block.span, block.name, f"{{{right}}}")
                yield self.finding(file, block.span, message, f"Schrijf `{{{right}}}`.", fix)
            elif not block.braces and (block.name or (block.closed and not block.code)) and block.span not in ends:
                message = "Dit is geen blok dat we kennen."
                yield self.finding(file, block.span, message, f"Schrijf gewone tekst, of kies een blok: {CHOICE}.")


ALERT = re.compile(r"\[!([A-Za-z]+)\]\s*(.*)")
LONGEST_BLOCK = 50
"""The end of a block is looked for so many lines further."""
SHORT = re.compile(r"(:{1,2})\s*\{([a-z]+)\}")


class BlockShape(Rule):
    """Een blok begint en eindigt met drie dubbele punten; wat andere programma's gebruiken, blijft gewone tekst."""

    name, code = "blok-vorm", "B07"
    bad = Example(body="::{tip}\nBegin klein.\n::")
    good = Example(body=":::{tip}\nBegin klein.\n:::")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No text that was meant as a block."""
        for paragraph in file.body.paragraphs:
            row, line = paragraph.rows[0], paragraph.line
            if (short := SHORT.match(row)) and meant(short.group(2)):
                yield self._short(file, line, short)
            elif (alert := ALERT.match(row)) and (name := meant(alert.group(1))):
                yield self._alert(file, line, name, alert.group(2))

    def _short(self, file: CaseFile, line: int, short: re.Match[str]) -> Finding:
        colons, name = short.groups()
        message = f"Een blok begint met drie dubbele punten, niet met `{colons}`."
        near = range(line, min(line + LONGEST_BLOCK, len(file.lines)))
        last = next((n for n in near if file.lines[n].strip() == colons), line - 1) + 1
        before = file.lines[line - 1 : last]
        after = [f":::{{{meant(name)}}}{before[0][short.end() :]}", *before[1:-1], *[":::"][: last - line]]
        fix = Fix(line, "\n".join(before), "\n".join(after)) if last > line else None
        help_ = f"Schrijf `:::{{{meant(name)}}}`, en zet onder de tekst een regel met `:::`."
        return self.finding(file, Span(line, 1, short.end() + 1), message, help_, fix)

    def _alert(self, file: CaseFile, line: int, name: str, rest: str) -> Finding:
        """A block as GitHub writes it: a quotation that begins with ``[!TIP]``."""
        last = line
        first = not file.lines[line - 2].startswith(">")
        while first and last < len(file.lines) and file.lines[last].startswith(">"):
            last += 1
        before = file.lines[line - 1 : last]
        text = [row.removeprefix(">").removeprefix(" ") for row in before]
        after = [f":::{{{name}}}", *([rest] if rest else []), *text[1:], ":::"]
        fix = Fix(line, "\n".join(before), "\n".join(after)) if first and before[0].startswith(">") else None
        message = f"`{text[0].strip()[:60]}` wordt in het boek geen blok."
        help_ = f"Schrijf `:::{{{name}}}`, daaronder je tekst, en dan een regel met `:::`."
        return self.finding(file, Span(line, 1, len(before[0]) + 1), message, help_, fix)


class OptionForbidden(Rule):
    """Met een optie verandert een blok van uitzicht of van doel; alleen `:alt:` bij een foto helpt een lezer."""

    name, code = "optie-verboden", "B06"
    bad = Example(body=":::{tip}\n:class: groot\n\nBegin klein.\n:::")
    good = BlockForbidden.good

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each option of a block is on the list."""
        for block in file.body.blocks:
            if block.braces and block.name in BLOCKS:
                for option in sorted(block.options.keys() - BLOCKS[block.name]):
                    message = f"De optie `:{option}:` mag niet bij het blok `{block.name}`."
                    yield self.finding(file, block.span, message, "Haal die regel weg.")


class BlockUnfinished(Rule):
    """Een blok dat niet sluit, slokt de rest van de praktijk op; een leeg blok breekt het boek."""

    name, code = "blok-onaf", "B04"
    bad = Example(body="```{tip}\nBegin klein.")
    good = Example(body="```{tip}\nBegin klein.\n```")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each block is closed and holds something."""
        pairs = badly_closed(file)
        told = {block.span for block in file.body.blocks if on_one_line(block, marks(file, block))}
        first = min((*told, *(end.span for end in pairs.values())), default=Span(len(file.lines) + 1))
        for block in file.body.blocks:
            line = block.span.line
            if end := pairs.get(block.span):
                yield self._other_length(file, block, end)
            elif block.span in told or (block.span >= first and not block.closed):
                continue  # what comes below is read as part of a block that ends elsewhere
            elif not block.closed and not block.name and not block.code:
                message = f"De regel met {marks(file, block)} sluit hier niets af."
                fix = Fix(line, file.lines[line - 1], "")
                yield self.finding(file, block.span, message, "Haal deze regel weg.", fix)
            elif not block.closed:
                message = "Het blok dat hier begint, wordt nergens afgesloten."
                help_ = f"Zet onder de tekst van het blok een regel met alleen {marks(file, block)} erop."
                yield self.finding(file, block.span, message, help_, _closed(file, block))
            elif block.empty and block.braces and self._needs_text(block):
                message = f"Het blok `{block.name}` is leeg."
                help_ = f"Schrijf je tekst tussen de regels met {marks(file, block)}, of haal het blok weg."
                yield self.finding(file, block.span, message, help_)

    def _other_length(self, file: CaseFile, block: Block, end: Block) -> Finding:
        right, line = marks(file, block), end.span.line
        typed = file.lines[line - 1]
        message = f"Dit blok begint met {right}, en wordt dus niet afgesloten door {marks(file, end)}."
        fix = Fix(line, typed, typed.replace(marks(file, end), right, 1))
        return self.finding(file, Span(line, 1, len(typed) + 1), message, f"Schrijf op deze regel {right}.", fix)

    @staticmethod
    def _needs_text(block: Block) -> bool:
        """Whether a block has to hold text: a photo has none, and text on the wrong line has its own message."""
        return block.name in BLOCKS.keys() - {"figure"} and (not block.argument or block.name in WITH_ARGUMENT)


def _closed(file: CaseFile, block: Block) -> Fix:
    """The block closed under its first paragraph: most hold no more."""
    last = block.span.line
    while last < len(file.lines) and file.lines[last].strip():
        last += 1
    line = file.lines[last - 1]
    return Fix(last, line, f"{line}\n{marks(file, block)}")


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
