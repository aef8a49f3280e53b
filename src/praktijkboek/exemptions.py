"""Exemptions from a rule, as the maintainers write them in ``pyproject.toml``: per case, with a reason.

.. code:: toml

    [[tool.praktijkboek.uitzonderingen]]
    praktijk = "de-melkerij"
    regel = "foto-te-klein"
    reden = "de enige foto van de opening; de maker is overleden"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.rule import AnyRule, Example, did_you_mean
from praktijkboek.settings import EXEMPTIONS, FILE, read_settings
from praktijkboek.spelling import suggest
from praktijkboek.trouble import Trouble

WORDS = ("praktijk", "regel", "reden")
OPENING = re.compile(r"\s*\[\[\s*tool\.praktijkboek\.uitzonderingen\s*\]\]")
ENTRY = '[[tool.praktijkboek.uitzonderingen]]\npraktijk = "{}"\nregel = "{}"\nreden = "{}"'
PLACE = f"dit staat in `{FILE}`"


@dataclass(frozen=True, slots=True)
class Exemption:
    """One entry, with its place; a word that is missing or no text is empty."""

    path: Path
    span: Span
    praktijk: str
    regel: str
    reden: str
    unknown: tuple[str, ...] = ()
    """Words that an entry doesn't have."""


def read_exemptions(root: Path) -> list[Exemption]:
    """The entries of ``root/pyproject.toml``; none where there is no such file.

    :raises Trouble: if the file is no TOML, or an entry has no line of its own
    """
    table, text = read_settings(root)
    entries = table.get(EXEMPTIONS, [])
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if OPENING.match(line)]
    if not isinstance(entries, list) or len(lines) != len(entries):
        raise Trouble(
            f"{FILE}: schrijf elke uitzondering onder een eigen regel `[[tool.praktijkboek.uitzonderingen]]`."
        )
    return [_exemption(root / FILE, Span(line), entry) for line, entry in zip(lines, entries, strict=True)]


def _exemption(path: Path, span: Span, entry: Mapping[str, Any]) -> Exemption:
    case, rule, reason = (value.strip() if isinstance(value := entry.get(word), str) else "" for word in WORDS)
    return Exemption(path, span, case, rule, reason, tuple(sorted(entry.keys() - set(WORDS))))


class ExemptionIncomplete(AnyRule):
    """Wie later een uitzondering leest, moet weten voor welke praktijk ze is, van welke regel, en waarom ze mocht."""

    name, code = "uitzondering-onvolledig", "M10"
    bad = Example(elsewhere=ENTRY.format("de-melkerij", "titel-dubbel", ""), remark=PLACE)
    good = Example(elsewhere=ENTRY.format("de-melkerij", "titel-dubbel", "de twee winkels heten echt zo"), remark=PLACE)

    def check(self, exemption: Exemption) -> Iterator[Finding]:
        """The three words are there, and no others."""
        missing = [word for word in WORDS if not getattr(exemption, word)]
        if missing or exemption.unknown:
            wrong = [f"`{word}` ontbreekt" for word in missing] + [f"`{w}` kennen we niet" for w in exemption.unknown]
            message = f"Deze uitzondering klopt niet: {', '.join(wrong)}."
            help_ = "Schrijf `praktijk`, `regel` en `reden`, elk met een tekst tussen aanhalingstekens."
            yield self.finding(exemption, exemption.span, message, help_)


class ExemptionUnknown(AnyRule):
    """Een uitzondering voor iets dat niet bestaat, beschermt niets; meestal is het een tikfout."""

    name, code = "uitzondering-onbekend", "M11"
    bad = Example(elsewhere=ENTRY.format("de-melkerij", "titel-dubel", "ze heten echt zo"), remark=PLACE)
    good = Example(elsewhere=ENTRY.format("de-melkerij", "titel-dubbel", "ze heten echt zo"), remark=PLACE)

    def check(self, exemption: Exemption, cases: Collection[str], rules: Collection[str]) -> Iterator[Finding]:
        """The case and the rule exist."""
        for word, known, what in (
            (exemption.praktijk, cases, "praktijk"),
            (exemption.regel, rules, "regel"),
        ):
            if word not in known:
                message = f"De {what} `{word}` van deze uitzondering is er niet.{did_you_mean(suggest(word, known))}"
                help_ = "Verbeter de naam, of haal de uitzondering weg."
                yield self.finding(exemption, exemption.span, message, help_)
                return


class ExemptionForbidden(AnyRule):
    """Van sommige regels wijkt niemand af: zonder feiten is er geen bladzijde, en veiligheid geldt voor iedereen."""

    name, code = "uitzondering-verboden", "M12"
    bad = Example(elsewhere=ENTRY.format("de-melkerij", "html", "we willen een filmpje"), remark=PLACE)
    good = Example(elsewhere=ENTRY.format("de-melkerij", "titel-dubbel", "ze heten echt zo"), remark=PLACE)

    def check(self, exemption: Exemption, rules: Mapping[str, bool]) -> Iterator[Finding]:
        """The rule may be waived."""
        if not rules.get(exemption.regel, True):
            message = f"Van de regel `{exemption.regel}` kan geen uitzondering gemaakt worden."
            help_ = "Haal de uitzondering weg en laat de praktijk verbeteren."
            yield self.finding(exemption, exemption.span, message, help_)


class ExemptionUnused(AnyRule):
    """Een uitzondering die niet meer nodig is, zou een nieuwe fout verbergen."""

    name, code, severity = "uitzondering-ongebruikt", "M13", Severity.LET_OP
    bad = Example(remark="de uitzondering voor `titel-dubbel` staat er nog, maar de titel is intussen veranderd")
    good = Example(remark="de uitzondering is weg, want de titel is veranderd")

    def check(self, exemption: Exemption, used: Collection[Exemption]) -> Iterator[Finding]:
        """Something was waived."""
        if exemption not in used:
            message = f"De praktijk `{exemption.praktijk}` heeft de uitzondering van `{exemption.regel}` niet nodig."
            yield self.finding(exemption, exemption.span, message, "Haal de uitzondering weg.")


INCOMPLETE, UNKNOWN, FORBIDDEN, UNUSED = EXEMPTION_RULES = (
    ExemptionIncomplete(),
    ExemptionUnknown(),
    ExemptionForbidden(),
    ExemptionUnused(),
)


def wrong_with(exemption: Exemption, cases: Collection[str], rules: Mapping[str, bool]) -> list[Finding]:
    """What makes an exemption void.

    :param rules: the names of all rules, with whether they may be waived
    """
    return (
        list(INCOMPLETE.check(exemption))
        or list(UNKNOWN.check(exemption, cases, rules))
        or list(FORBIDDEN.check(exemption, rules))
    )


def waive(
    findings: Iterable[tuple[str, Finding]], exemptions: Collection[Exemption], unsure: Collection[str] = ()
) -> tuple[list[Finding], list[Finding]]:
    """What is left of the findings (each with the slug of its case), and what was waived.

    What is left holds a finding for each of the ``exemptions`` that nothing needed.

    :param unsure: rules that did not see all that they look at; an exemption from them may be needed after all
    """
    by_rule = {(exemption.praktijk, exemption.regel): exemption for exemption in exemptions}
    left, waived, used = list[Finding](), list[Finding](), set[Exemption]()
    for slug, finding in findings:
        exemption = by_rule.get((slug, finding.rule))
        if exemption:
            used.add(exemption)
            waived.append(finding)
        else:
            left.append(finding)
    sure = (exemption for exemption in exemptions if exemption.regel not in unsure)
    return [*left, *(found for exemption in sure for found in UNUSED.check(exemption, used))], waived
