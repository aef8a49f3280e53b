"""Rules on the parts of the text: the same headings in the same order, so that cases can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Heading
from praktijkboek.rules.rule import Example, Rule, did_you_mean
from praktijkboek.vocabulary import suggest

REQUIRED = ("Aanleiding", "Aanpak", "Aanbod", "Organisatie en geld", "Resultaten", "Knelpunten", "Lessen")
STOPPED = "Waarom gestopt"
ORDER = (*REQUIRED[:-1], STOPPED, REQUIRED[-1], "Zelf doen", "Meer weten")
LESSONS = REQUIRED[-1]
GENERATED = ("In het kort", "Gelijkaardige praktijken", "Noten", "Bronnen", "Over deze tekst", "Gelijkaardig")
"""The titles, and the name in an address, of what the book itself adds to a case."""
PART_LEVEL = 2
FEWEST_LESSONS, MOST_LESSONS = 3, 7
MANY = 3
"""From so many parts on they are named as a list."""

HOW = "## Aanpak\n\nBuren vroegen het dorp wat er nodig was."
WHAT = "## Aanbod\n\nBrood, groenten en koffie."
EXPLAINED = "## Waarom gestopt\n\nDe pacht liep af.\n\n## Lessen"
TIPS = "1. Vraag eerst.\n2. Begin klein.\n3. Vertel het verder.\n"


def part_of(heading: Heading) -> str | None:
    """The part that a heading stands for, however it is spelled; None for a heading that we don't know."""
    return heading.text if heading.text in ORDER else suggest(heading.text, ORDER, cutoff=0.8)


def parts(file: CaseFile) -> list[tuple[Heading, str | None]]:
    """The headings of level 2 with the parts that they stand for."""
    return [(heading, part_of(heading)) for heading in file.body.headings if heading.level == PART_LEVEL]


class PartMissing(Rule):
    """Elke praktijk vertelt hetzelfde verhaal: waarom, hoe, wat, met wie, en wat je ervan leert."""

    name, code = "deel-ontbreekt", "D01"
    bad = Example(replace=("## Knelpunten", ""))
    good = Example.unchanged("## Knelpunten")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each required part is there; those that are missing are named where they should come."""
        if not file.header_end and not file.body.headings:
            return  # no text at all: the header's rules say so
        found = parts(file)
        names = [part for _, part in found]
        missing: dict[Span, list[str]] = {}
        for part in ORDER:
            if part not in names and (part in REQUIRED or (part == STOPPED and file.value("fase") == "gestopt")):
                later = [heading.span for heading, p in found if p and ORDER.index(p) > ORDER.index(part)]
                missing.setdefault(min(later, default=Span(len(file.lines))), []).append(part)
        for span, group in missing.items():
            words = " en ".join(f"“{part}”" for part in group) if len(group) < MANY else f"“{'”, “'.join(group)}”"
            message = f"Het deel {words} ontbreekt." if len(group) == 1 else f"De delen {words} ontbreken."
            yield self.finding(file, span, message, f"Voeg de tussentitel `## {group[0]}` toe, met je tekst eronder.")


class PartUnknown(Rule):
    """Een eigen tussentitel breekt de vergelijking; binnen een deel mag je wel ondertitels zetten."""

    name, code = "deel-onbekend", "D02"
    bad = Example(body="## Financiën\n\nMeer over het geld.")
    good = Example(body="### Financiën\n\nMeer over het geld.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each heading of level 2 is one of ours, to the letter."""
        for heading, part in parts(file):
            if part == heading.text:
                continue
            line = file.lines[heading.span.line - 1]
            known = ", ".join(f"`## {name}`" for name in ORDER)
            yield self.finding(
                file,
                heading.span,
                f"De tussentitel “{heading.text}” kennen we niet.{did_you_mean(part)}",
                f"Schrijf `## {part}`." if part else f"Maak er een ondertitel van (`###`), of kies uit {known}.",
                Fix(heading.span.line, line, f"## {part}") if part and line.startswith("#") else None,
            )


class PartDouble(Rule):
    """Staat een deel er twee keer, dan vindt een lezer maar één van beide."""

    name, code = "deel-dubbel", "D03"
    bad = Example(body="## Aanbod\n\nNog iets over het aanbod.")
    good = Example(body="### Ook dat nog\n\nNog iets over het aanbod.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each part comes once."""
        seen: set[str] = set()
        for heading, part in parts(file):
            if part and part in seen:
                message = f"Het deel “{part}” staat er al."
                yield self.finding(
                    file, heading.span, message, "Voeg de twee stukken tekst samen onder één tussentitel."
                )
            seen.add(part or "")


class PartOrder(Rule):
    """Dezelfde volgorde in elke praktijk: zo bladert een lezer meteen naar wat hij zoekt."""

    name, code = "deel-volgorde", "D04"
    bad = Example(replace=(f"{HOW}\n\n{WHAT}", f"{WHAT}\n\n{HOW}"))
    good = Example.unchanged(f"{HOW}\n\n{WHAT}")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Name the first part that stands too late."""
        highest, seen = "", set[str]()
        for heading, part in parts(file):
            if part is None or part in seen:
                continue
            if highest and ORDER.index(part) < ORDER.index(highest):
                message = f"Het deel “{part}” hoort vóór “{highest}” te staan."
                yield self.finding(file, heading.span, message, "Verplaats het: " + " · ".join(ORDER) + ".")
                return
            highest = part
            seen.add(part)


class StopUnexplained(Rule):
    """Waarom een praktijk stopte, vertellen we alleen van praktijken die gestopt zijn."""

    name, code = "waarom-gestopt", "D05"
    bad = Example(replace=("## Lessen", EXPLAINED))
    good = Example(header="fase: gestopt\nstop: 2024", replace=("## Lessen", EXPLAINED))

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The part is there only where the phase says so."""
        phase = file.value("fase")
        for heading, part in parts(file):
            if part == STOPPED and phase not in {None, "gestopt"}:
                message = f"Er is een deel “{STOPPED}”, maar de fase is `{phase}`."
                yield self.finding(file, heading.span, message, "Schrijf `fase: gestopt`, of haal dit deel weg.")


class TitleInText(Rule):
    """De titel komt uit de kop; een tweede titel in de tekst zou er dubbel staan."""

    name, code = "titel-in-tekst", "D06"
    bad = Example(body="# De Melkerij")
    good = Example(body="### De Melkerij zelf\n\nEen oud gebouw.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No heading of level 1."""
        for heading in file.body.headings:
            if heading.level == 1:
                yield self.finding(
                    file,
                    heading.span,
                    "De titel staat al in de kop; in de tekst hoort geen tussentitel met één `#`.",
                    "Haal de regel weg, of maak er een ondertitel van met `###`.",
                )


class TitleReserved(Rule):
    """Sommige titels zet het boek zelf; een tweede met dezelfde naam maakt links dubbelzinnig."""

    name, code = "titel-gereserveerd", "D09"
    bad = Example(body="### Bronnen\n\nDe krant.")
    good = Example(body="### Wat we lazen\n\nDe krant.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No heading inside a part has the name of a part or of what the book adds."""
        taken = {name.casefold() for name in (*ORDER, *GENERATED)}
        for heading in file.body.headings:
            if heading.level > PART_LEVEL and heading.text.casefold() in taken:
                message = f"De ondertitel “{heading.text}” is al de naam van een deel."
                yield self.finding(file, heading.span, message, "Kies een andere ondertitel.")


class LevelSkipped(Rule):
    """Wie met een schermlezer leest, springt van titel naar titel; een overgeslagen niveau is een gat."""

    name, code = "niveau-overgeslagen", "D07"
    bad = Example(body="#### Te diep\n\nTekst.")
    good = Example(body="### Diep genoeg\n\nTekst.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """A heading is at most one level deeper than the one above."""
        level = PART_LEVEL
        for heading in file.body.headings:
            if heading.level > level + 1:
                yield self.finding(
                    file,
                    heading.span,
                    f"Deze tussentitel springt van niveau {level} naar {heading.level}.",
                    f"Schrijf `{'#' * (level + 1)} {heading.text}`.",
                )
            level = max(heading.level, PART_LEVEL)


class LessonsList(Rule):
    """De lessen zijn wat een lezer meeneemt: drie tot zeven korte tips, genummerd."""

    name, code = "lessen-lijst", "D08"
    bad = Example(replace=(TIPS, "1. Vraag eerst.\n"))
    good = Example.unchanged(TIPS)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Count the items of the numbered list under "Lessen"."""
        heading = next((heading for heading, part in parts(file) if part == LESSONS), None)
        if heading is None:
            return
        lists = [found for found in file.body.ordered_lists if file.body.section(found.span) == heading]
        count = sum(len(found.items) for found in lists)
        if not FEWEST_LESSONS <= count <= MOST_LESSONS:
            there = f"staan {count} genummerde lessen" if count else "staat geen genummerde lijst"
            yield self.finding(
                file,
                heading.span,
                f"Onder “{LESSONS}” {there}.",
                f"Schrijf {FEWEST_LESSONS} tot {MOST_LESSONS} tips, elk op een eigen regel: `1. Vraag eerst ...`.",
            )
