"""Rules on facts that must agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from praktijkboek.field_types import YES
from praktijkboek.finding import Finding, Severity
from praktijkboek.notation import PartialDate
from praktijkboek.reader import CaseFile
from praktijkboek.reader.problem import Path
from praktijkboek.rule import Example
from praktijkboek.rules.rule import Rule


def _typed(file: CaseFile, name: str) -> bool:
    """Whether the author wrote the field, right or wrong."""
    return (name,) in file.facts.key_spans


class FieldNeeded(Rule):
    """Een praktijk in België staat op de kaart; daarvoor zijn gemeente en postcode nodig, en een begin."""

    name, code = "veld-nodig", "F01"
    bad = Example(drop=("postcode",))
    good = Example(header="postcode: 9850")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Look at the fields that another field makes necessary."""
        if not file.facts.values:
            return
        needed = {
            "gemeente": ("gemeente: Deinze", "een praktijk in België", file.value("land") == "BE"),
            "postcode": ("postcode: 9850", "een praktijk in België", file.value("land") == "BE"),
            "start": ("start: 2021-09", "een praktijk die al gestart is", self._started(file)),
            "stop": ("stop: 2024-06", "een praktijk die gestopt is", file.value("fase") == "gestopt"),
        }
        for name, (example, reason, applies) in needed.items():
            if applies and not _typed(file, name):
                yield self.finding(
                    file,
                    file.key_span(name),
                    f"Het veld `{name}` is nodig voor {reason}.",
                    f"Voeg een regel toe, bijvoorbeeld: `{example}`.",
                )

    @staticmethod
    def _started(file: CaseFile) -> bool:
        return file.value("fase") not in {None, "verkenning"}


class InTheFuture(Rule):
    """Een praktijk vertelt wat geweest is; wat nog moet komen, is een plan, of een tikfout."""

    name, code = "in-de-toekomst", "F04"
    bad = Example(header="start: 2999")
    good = Example(header="start: 2021-09")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Compare every date with today."""
        for path, value in _dates(file):
            if not _is_future(value):
                continue
            help_ = "Kijk het jaartal na."
            if path[0] in {"start", "stop"}:
                help_ = "Schrijf wanneer het echt begon of stopte; is het nog een plan, kies dan `fase: verkenning`."
            typed = value.typed if isinstance(value, PartialDate) else value.isoformat()
            message = f"`{path[-1]}: {typed}` ligt in de toekomst."
            yield self.finding(file, file.facts.span(path), message, help_)


def _dates(file: CaseFile) -> Iterator[tuple[Path, PartialDate | date]]:
    """All dates that are right, with their places."""
    for name in ("start", "stop", "nagelezen", "bijgewerkt"):
        if isinstance(value := file.value(name), PartialDate | date):
            yield (name,), value
    for name, part in (("bronnen", "datum"), ("cijfers", "jaar"), ("fotos", "jaar")):
        for i, group in enumerate(file.value(name) or ()):
            if value := getattr(group, part):
                yield (name, i, part), value


def _is_future(value: PartialDate | date) -> bool:
    """Whether a date is certainly after today."""
    today = date.today()
    if isinstance(value, PartialDate):
        return (value.year, value.month, value.day) > (today.year, today.month, today.day)
    return value > today


class StopDisagrees(Rule):
    """Een einddatum hoort bij een praktijk die gestopt is, en komt na het begin."""

    name, code = "stop-klopt-niet", "F05"
    bad = Example(header="stop: 2024")
    good = Example(
        header="fase: gestopt\nstop: 2024",
        replace=("## Lessen", "## Waarom gestopt\n\nDe pacht liep af.\n\n## Lessen"),
    )

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Compare stop with phase and start."""
        start, stop, phase = (file.value(name) for name in ("start", "stop", "fase"))
        if stop is None or phase is None:
            return
        span = file.facts.span(("stop",))
        if phase != "gestopt":
            help_ = "Schrijf `fase: gestopt`, of haal de regel `stop` weg."
            yield self.finding(file, span, f"Er staat een einddatum, maar de fase is `{phase}`.", help_)
        elif isinstance(start, PartialDate) and stop < PartialDate(start.year, start.month if stop.month else 0):
            yield self.finding(
                file,
                span,
                f"De praktijk stopte ({stop}) voor ze begon ({start}).",
                "Kijk `start` en `stop` na.",
            )


class NothingOffered(Rule):
    """Een buurtpunt biedt iets aan: minstens één functie of één soort vervoer."""

    name, code = "geen-aanbod", "F06"
    bad = Example(header="functies: []\nvervoer: []")
    good = Example(header="functies: [buurtwinkel]\nvervoer: []")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Count functions and transport."""
        functions, transport = file.value("functies"), file.value("vervoer")
        if functions == [] and transport in ([], ["onbekend"]):
            message = "Er is geen enkele functie en geen vervoer ingevuld."
            yield self.finding(
                file,
                file.key_span("functies"),
                message,
                "Kies minstens één woord bij `functies` of bij `vervoer`.",
            )


class ConsentMissing(Rule):
    """Wie herkenbaar in het boek komt, moet dat goed vinden; het bewijs blijft bij jou."""

    name, code = "toestemming-ontbreekt", "F07"
    bad = Example(
        header="fotos:\n  - bestand: gevel.jpg\n    alt: Twee vrijwilligers voor de gevel\n    maker: Dorpsraad\n"
        "    licentie: CC-BY-4.0\n    herkenbaar: ja",
        body="![Twee vrijwilligers voor de gevel](gevel.jpg)",
    )
    good = Example(
        header="fotos:\n  - bestand: gevel.jpg\n    alt: Twee vrijwilligers voor de gevel\n    maker: Dorpsraad\n"
        "    licentie: CC-BY-4.0\n    herkenbaar: ja\n    toestemming: ja",
        body="![Twee vrijwilligers voor de gevel](gevel.jpg)",
    )

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Look at every photo on which people can be recognised."""
        for i, photo in file.groups("fotos"):
            if str(photo.get("herkenbaar")).casefold() == YES and "toestemming" not in photo:
                yield self.finding(
                    file,
                    file.facts.span(("fotos", i, "herkenbaar")),
                    f"Op `{photo.get('bestand', 'deze foto')}` zijn mensen herkenbaar, maar de toestemming ontbreekt.",
                    "Vraag hun toestemming en voeg `toestemming: ja` toe, of kies een andere foto.",
                )


class SourceVague(Rule):
    """Een lezer moet de bron kunnen terugvinden: op een webadres of bij een uitgever."""

    name, code = "bron-onvindbaar", "F08"
    bad = Example(header="bronnen:\n  - titel: Artikel over de opening")
    good = Example(header="bronnen:\n  - titel: Artikel over de opening\n    uitgever: Gemeenteblad Deinze")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each source has an address or a publisher."""
        for i, source in file.groups("bronnen"):
            if "url" not in source and "uitgever" not in source:
                yield self.finding(
                    file,
                    file.facts.span(("bronnen", i)),
                    f"Bij de bron “{source.get('titel', '')}” staat niet waar ze te vinden is.",
                    "Voeg `url:` of `uitgever:` toe.",
                )


class FigureWithoutYear(Rule):
    """Een cijfer zonder jaar veroudert ongemerkt."""

    name, code = "cijfer-zonder-jaar", "F09"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(header="cijfers:\n  - wat: ritten\n    waarde: 1.233\n    eenheid: per jaar")
    good = Example(header="cijfers:\n  - wat: ritten\n    waarde: 1.233\n    eenheid: per jaar\n    jaar: 2023")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each figure has its year."""
        for i, figure in file.groups("cijfers"):
            if "jaar" not in figure:
                yield self.finding(
                    file,
                    file.facts.span(("cijfers", i)),
                    f"Bij het cijfer “{figure.get('wat', '')}” staat geen jaar.",
                    "Zet er het jaar bij: `jaar: 2023`.",
                )
