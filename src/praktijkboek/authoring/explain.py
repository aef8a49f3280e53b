"""Explain a rule: why it is there, how not, how to, and what the checker says of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from praktijkboek.authoring.example import write_example
from praktijkboek.check import check_paths
from praktijkboek.exemptions import EXEMPTION_RULES
from praktijkboek.field_guide import guide
from praktijkboek.finding import Finding, Severity
from praktijkboek.reader.facts import canonical
from praktijkboek.report import command
from praktijkboek.rule import AnyRule
from praktijkboek.rules import ALL
from praktijkboek.spelling import fold, suggest
from praktijkboek.trouble import Trouble

MEANING = {
    Severity.FOUT: "fout: zo kan de praktijk niet in het boek.",
    Severity.LET_OP: "let op: de praktijk komt in het boek, en de redactie krijgt bericht.",
    Severity.TIP: "tip: je ziet ze alleen met --tips.",
}
VOID = "fout: zo geldt de uitzondering niet, en kijken we de praktijk na zonder."
WAIVABLE = {
    True: "De redactie kan er voor één praktijk een uitzondering op maken.",
    False: "Een uitzondering op deze regel is niet mogelijk.",
}


def find_rule(typed: str) -> AnyRule:
    """The rule with this name or code.

    :raises Trouble: if there is none; it names the rule that was meant
    """
    names = {fold(name): rule for rule in ALL for name in (rule.name, rule.code)}
    if rule := names.get(fold(typed)):
        return rule
    near = suggest(typed, [rule.name for rule in ALL], cutoff=0.6)
    near = near or next((rule.name for rule in ALL if fold(typed) in rule.name), None)
    hint = f"bedoelde je `{near}`?" if near else f"`{command('rules')}` toont ze allemaal."
    raise Trouble(f"De regel `{typed}` kennen we niet: {hint}")


def why(rule: AnyRule) -> str:
    """The reason of a rule, on one line."""
    return " ".join((rule.__doc__ or "").split())


def said(rule: AnyRule) -> Finding | None:
    """What the checker really says of the bad example; None where the example needs files that are not here."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_example(rule.bad, Path(name) / "cases")
        return next((finding for finding in check_paths([folder]).findings if finding.rule == rule.name), None)


def explained(typed: str) -> str:
    """All about a field or a rule, in lines for the screen.

    :raises Trouble: if there is neither
    """
    entry = next((entry for entry in guide() if canonical(typed) == canonical(entry.name)), None)
    if entry is None:
        return as_explanation(find_rule(typed))
    words = [f"Kies uit: {', '.join(entry.words)}."] if entry.words else []
    needed = {"ja": "nodig", "nee": "niet verplicht"}.get(entry.needed, f"nodig {entry.needed}")
    return "\n\n".join([f"{entry.name} (veld, {needed})", entry.what, *words, _example("Bijvoorbeeld:", entry.example)])


def as_explanation(rule: AnyRule) -> str:
    """All about one rule, in lines for the screen."""
    parts = [f"{rule.name} ({rule.code})", why(rule), _example("Niet zo:", rule.bad.typed)]
    if finding := said(rule):
        parts.append(f"Dan zeggen we:\n  {finding.message}\n  {finding.help}")
    return "\n\n".join([*parts, _example("Wel zo:", rule.good.typed), f"Hoe erg: {meaning(rule)}"])


def meaning(rule: AnyRule) -> str:
    """What it costs to break a rule, and whether somebody may be exempted: Dutch sentences."""
    if rule in EXEMPTION_RULES:
        return VOID if rule.severity is Severity.FOUT else MEANING[rule.severity]
    return f"{MEANING[rule.severity]} {WAIVABLE[rule.waivable]}"


def _example(label: str, typed: str) -> str:
    return "\n".join([label, *(f"  {line}".rstrip() for line in typed.split("\n"))])


def as_list() -> str:
    """All rules, a line each: code, severity, name, why."""
    width = max(len(rule.name) for rule in ALL)
    return "\n".join(f"{rule.code}  {rule.severity:<6}  {rule.name:<{width}}  {why(rule)}" for rule in ALL)


def as_objects() -> list[dict[str, str | bool]]:
    """All rules for a program, as they are listed."""
    return [
        {
            "name": rule.name,
            "code": rule.code,
            "severity": rule.severity.value,
            "waivable": rule.waivable,
            "why": why(rule),
            "bad": rule.bad.typed,
            "good": rule.good.typed,
        }
        for rule in ALL
    ]
