"""Numbers and commands in words."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from praktijkboek.finding import Finding, Severity
from praktijkboek.report.console import printable
from praktijkboek.survey import Result

ONE = {Severity.FOUT: "fout", Severity.LET_OP: "aandachtspunt", Severity.TIP: "tip"}
MORE = {Severity.FOUT: "fouten", Severity.LET_OP: "aandachtspunten", Severity.TIP: "tips"}


def counted(findings: Iterable[Finding]) -> str:
    """``7 fouten, 1 aandachtspunt``; tips are not counted."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(_number(counts[s], s) for s in (Severity.FOUT, Severity.LET_OP) if counts[s])


def _number(count: int, severity: Severity) -> str:
    return f"{count} {ONE[severity] if count == 1 else MORE[severity]}"


def closing_line(result: Result) -> str:
    """What was found, in numbers, and what we can mend; tips are not counted."""
    if not result.checked:
        return "0 praktijken nagekeken: in `cases/` staat nog geen map met een `index.md`."
    cases = f"{result.checked} praktijk{'' if result.checked == 1 else 'en'} nagekeken"
    words = counted(result.findings)
    if waived := len(result.waived):
        words += f"{', ' if words else ''}{waived} uitzondering{'' if waived == 1 else 'en'}"
    line = f"{cases}: {words}" if words else f"{cases}, niets op te merken"
    mendable = [finding for finding in result.shown(tips=False) if finding.fix]
    if not mendable:
        return f"{line}."
    return f"{line}; {len(mendable)} kunnen we zelf rechtzetten: {command('fix', _place(result.findings))}"


def hidden_tips(result: Result) -> str:
    """How many tips there are that were not asked for; empty where there are none."""
    count = sum(finding.severity is Severity.TIP for finding in result.findings)
    return f"Ook {_number(count, Severity.TIP)}: {command('check', '--tips')}" if count else ""


def _place(findings: Iterable[Finding]) -> str:
    """The folder to mend, where all findings are in one."""
    files = {Path(finding.file) for finding in findings}
    file = files.pop() if len(files) == 1 else Path()
    return (file.name if file.parent == Path() else file.parent.as_posix()) if file.name else ""


def command(verb: str, *arguments: str) -> str:
    """What to type: a session of nox where that started us (PRAKTIJKBOEK_NOX holds how), or the command itself."""
    typed = [f'"{word}"' if " " in word else word for word in map(printable, arguments) if word]
    if start := os.environ.get("PRAKTIJKBOEK_NOX"):
        return " ".join([start, verb, *(["--", *typed] if typed else [])])
    return " ".join(["praktijkboek", verb, *typed])
