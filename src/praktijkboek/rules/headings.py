"""Rules on the parts of the text: the same headings in the same order, so that cases can be compared."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from praktijkboek.finding import Finding, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.parts import LESSONS, ORDER, REQUIRED, STOPPED, Form, parts
from praktijkboek.rules.rule import Rule

MANY = 3
"""From so many parts on they are named as a list."""

HOW = "## Aanpak\n\nBuren vroegen het dorp wat er nodig was."
WHAT = "## Aanbod\n\nBrood, groenten en koffie."
EXPLAINED = "## Waarom gestopt\n\nDe pacht liep af.\n\n## Lessen"
NAME_IT = "Schrijf achter de hekjes waarover het gaat, of haal de hekjes weg."
FILL_IT = "Schrijf er je tekst onder, of haal de tussentitel weg."


class PartMissing(Rule):
    """Elke praktijk vertelt hetzelfde verhaal: waarom, hoe, wat, met wie, en wat je ervan leert."""

    name, code = "deel-ontbreekt", "D01"
    bad = Example(replace=("## Knelpunten\n\nHet is zoeken naar vrijwilligers.", ""))
    good = Example.unchanged("## Knelpunten")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each required part is there; those that are missing are named where they should come."""
        if file.body.too_big or (not file.header_end and not file.body.headings):
            return  # the text was not read, or there is none: other rules say so
        if any("\n#" in html.text for html in file.body.html):
            return  # a piece of HTML that doesn't end has taken the headings below it: its rule says so
        found = [(part.span, part.name) for part in parts(file)]
        names = [name for _, name in found]
        missing: dict[Span, list[str]] = {}
        for name in ORDER:
            if name not in names and (name in REQUIRED or (name == STOPPED and file.value("fase") == "gestopt")):
                later = [span for span, other in found if other and ORDER.index(other) > ORDER.index(name)]
                missing.setdefault(min(later, default=Span(len(file.lines))), []).append(name)
        for span, group in missing.items():
            words = " en ".join(f"“{name}”" for name in group) if len(group) < MANY else f"“{'”, “'.join(group)}”"
            message = f"Het deel {words} ontbreekt." if len(group) == 1 else f"De delen {words} ontbreken."
            yield self.finding(file, span, message, f"Voeg de tussentitel `## {group[0]}` toe, met je tekst eronder.")


class PartUnknown(Rule):
    """Een eigen tussentitel breekt de vergelijking; binnen een deel mag je wel ondertitels zetten."""

    name, code = "deel-onbekend", "D02"
    bad = Example(body="## Financiën\n\nMeer over het geld.")
    good = Example(body="### Financiën\n\nMeer over het geld.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each heading of level 2 is one of ours, to the letter."""
        known = ", ".join(f"`## {name}`" for name in ORDER)
        for part in parts(file):
            if part.form is Form.HEADING and part.typed and part.name != part.typed:
                yield self.finding(
                    file,
                    part.span,
                    f"De tussentitel “{part.typed}” kennen we niet.{did_you_mean(part.name)}",
                    f"Schrijf `## {part.name}`."
                    if part.name
                    else f"Maak er een ondertitel van (`###`), of kies uit {known}.",
                    part.as_heading(file),
                )


class PartForm(Rule):
    """Alleen met `##` ervoor wordt de naam van een deel een tussentitel, ook voor wie met een schermlezer leest."""

    name, code = "deel-vorm", "D10"
    bad = Example(replace=("## Aanbod", "**Aanbod**"))
    good = Example.unchanged(WHAT)
    reasons = {  # noqa: RUF012 - never changed
        Form.LEVEL: "heeft het verkeerde aantal hekjes",
        Form.BOLD: "staat in het vet, maar is zo geen tussentitel",
        Form.PLAIN: "staat er als gewone tekst, en is zo geen tussentitel",
    }

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each part is a heading of level 2."""
        for part in parts(file):
            if part.form in self.reasons:
                message = f"Het deel “{part.name}” {self.reasons[part.form]}."
                yield self.finding(file, part.span, message, f"Schrijf `## {part.name}`.", part.as_heading(file))


class PartDouble(Rule):
    """Staat een deel er twee keer, dan vindt een lezer maar één van beide."""

    name, code = "deel-dubbel", "D03"
    bad = Example(body="## Aanbod\n\nNog iets over het aanbod.")
    good = Example(body="### Ook dat nog\n\nNog iets over het aanbod.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each part comes once."""
        seen: set[str] = set()
        for part in parts(file):
            if part.name and part.name in seen:
                message = f"Het deel “{part.name}” staat er al."
                help_ = "Voeg de twee stukken tekst samen onder één tussentitel."
                yield self.finding(file, part.span, message, help_)
            seen.add(part.name or "")


class PartOrder(Rule):
    """Dezelfde volgorde in elke praktijk: zo bladert een lezer meteen naar wat hij zoekt."""

    name, code = "deel-volgorde", "D04"
    bad = Example(replace=(f"{HOW}\n\n{WHAT}", f"{WHAT}\n\n{HOW}"))
    good = Example.unchanged(f"{HOW}\n\n{WHAT}")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Name the first part that stands too late."""
        highest, seen = "", set[str]()
        for part in parts(file):
            if part.name is None or part.name in seen:
                continue
            if highest and ORDER.index(part.name) < ORDER.index(highest):
                message = f"Het deel “{part.name}” hoort vóór “{highest}” te staan."
                yield self.finding(file, part.span, message, "Verplaats het: " + " · ".join(ORDER) + ".")
                return
            highest = part.name
            seen.add(part.name)


class PartEmpty(Rule):
    """Onder een tussentitel zonder tekst leest iemand niets."""

    name, code = "deel-leeg", "D11"
    bad = Example(body="### Openingsuren")
    good = Example(body="### Openingsuren\n\nElke dag open.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """There is something between a heading and the next one of its level; of the lessons their own rule says so."""
        headings = file.body.headings
        content = sorted(file.body.content)
        above = {LESSONS}
        for i, heading in enumerate(headings):
            after = headings[i + 1] if i + 1 < len(headings) else None
            end = after.span.line if after else len(file.lines) + 1
            deeper = after is not None and after.level > heading.level
            following = bisect_right(content, heading.last_line)
            filled = following < len(content) and content[following] < end
            told = heading.underlined or heading.text in above
            if heading.text in ORDER:
                above.add(heading.text)
            if not heading.text:
                yield self.finding(file, heading.span, "Deze tussentitel heeft geen woorden.", NAME_IT)
            elif not (filled or deeper or told):
                message = f"Onder de tussentitel “{heading.text}” staat niets."
                yield self.finding(file, heading.span, message, FILL_IT)


class TextBeforeParts(Rule):
    """Tekst boven het eerste deel hoort bij geen deel: een lezer die naar een deel springt, vindt ze niet."""

    name, code = "tekst-voor-deel", "D12"
    bad = Example(replace=("## Aanleiding", "Welkom bij ons.\n\n## Aanleiding"))
    good = Example(replace=("## Aanleiding\n", "## Aanleiding\n\nWelkom bij ons.\n"))

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The first part comes first; where it is missing, that is what is said."""
        found = parts(file)
        if not file.header_end or not any(part.name == REQUIRED[0] for part in found):
            return
        first = min(part.span.line for part in found)
        before = [line for line in file.body.content if line < first]
        if before and not any(heading.span.line < before[0] for heading in file.body.headings):
            message = "Deze tekst staat boven de eerste tussentitel."
            span = Span(before[0], 1, len(file.lines[before[0] - 1]) + 1)
            yield self.finding(file, span, message, f"Zet hem onder `## {REQUIRED[0]}`.")


class StopUnexplained(Rule):
    """Waarom een praktijk stopte, vertellen we alleen van praktijken die gestopt zijn."""

    name, code = "waarom-gestopt", "D05"
    bad = Example(replace=("## Lessen", EXPLAINED))
    good = Example(header="fase: gestopt\nstop: 2024", replace=("## Lessen", EXPLAINED))

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The part is there only where the phase says so."""
        phase = file.value("fase")
        for part in parts(file):
            if part.name == STOPPED and phase not in {None, "gestopt"}:
                message = f"Er is een deel “{STOPPED}”, maar de fase is `{phase}`."
                yield self.finding(file, part.span, message, "Schrijf `fase: gestopt`, of haal dit deel weg.")
