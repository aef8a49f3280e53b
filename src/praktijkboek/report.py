"""Findings become text for a person, or JSON for a program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from praktijkboek.finding import Finding, Severity
from praktijkboek.survey import Result

COLOURS = {Severity.FOUT: "31", Severity.LET_OP: "33", Severity.TIP: "36"}
PLURALS = {Severity.FOUT: "fouten", Severity.LET_OP: "aandachtspunten", Severity.TIP: "tips"}
SINGULARS = {Severity.FOUT: "fout", Severity.LET_OP: "aandachtspunt", Severity.TIP: "tip"}
MAX_WIDTH = 120


def as_text(result: Result, *, colour: bool = False, tips: bool = False) -> str:
    """All findings with their lines, and a last line that counts them."""
    shown = [finding for finding in result.findings if tips or finding.severity is not Severity.TIP]
    blocks = ["\n".join(_block(finding, result.line(finding), colour)) for finding in shown]
    return "\n\n".join([*blocks, closing_line(result)])


def closing_line(result: Result) -> str:
    """What was found, in numbers."""
    cases = f"{result.checked} praktijk{'' if result.checked == 1 else 'en'} nagekeken"
    counts = Counter(finding.severity for finding in result.findings)
    if not result.checked:
        return "0 praktijken nagekeken: in `cases/` staat nog geen map met een `index.md`."
    parts = [
        f"{n} {SINGULARS[s] if n == 1 else PLURALS[s]}" for s in (Severity.FOUT, Severity.LET_OP) if (n := counts[s])
    ]
    if waived := len(result.waived):
        parts.append(f"{waived} uitzondering{'' if waived == 1 else 'en'}")
    return f"{cases}: {', '.join(parts)}." if parts else f"{cases}, niets op te merken."


def _block(finding: Finding, line: str, colour: bool) -> Iterator[str]:
    """Place, line with the words underlined, what is wrong, how to mend it."""
    span = finding.span
    paint = f"\033[1;{COLOURS[finding.severity]}m" if colour else ""
    end = "\033[0m" if colour else ""
    place = f"{finding.file}:{span.line}:{span.column}"
    yield f"{place}: {paint}{finding.severity}{end} [{finding.rule}]"
    if line.strip():
        yield from _excerpt(span.line, span.column, span.end_column, line, paint, end)
    yield f"  {finding.message}"
    yield f"  {finding.help}"
    if finding.fix:
        yield f"  Dat wordt: {finding.fix.after.strip()}"


def _excerpt(number: int, column: int, end_column: int, line: str, paint: str, end: str) -> Iterator[str]:
    margin = f"{number:>6} | "
    start = max(0, column - MAX_WIDTH // 2) if len(line) > MAX_WIDTH else 0
    text = line[start : start + MAX_WIDTH].replace("\t", " ")
    yield f"{margin}{text}"
    width = min(end_column - column, len(text) - (column - 1 - start))
    if width > 0:
        yield f"{' ' * (len(margin) - 2)}| {' ' * (column - 1 - start)}{paint}{'^' * width}{end}"


def as_json(result: Result) -> str:
    """One object, as ``design/case-file.md`` and the guide describe it."""
    findings = [
        {
            "file": finding.file,
            "line": finding.span.line,
            "column": finding.span.column,
            "end_column": finding.span.end_column,
            "rule": finding.rule,
            "code": finding.code,
            "severity": finding.severity.value,
            "message": finding.message,
            "help": finding.help,
            "fix": finding.fix and {"line": finding.fix.line, "before": finding.fix.before, "after": finding.fix.after},
        }
        for finding in result.findings
    ]
    return json.dumps({"cases": result.checked, "findings": findings}, ensure_ascii=False, indent=2)
