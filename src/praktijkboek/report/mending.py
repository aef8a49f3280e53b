"""What ``fix`` did, for a person: the new lines, what is left, or the difference as programmers read it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from praktijkboek.finding import Finding
from praktijkboek.report.console import Console, printable
from praktijkboek.report.excerpt import mended as mended_lines
from praktijkboek.report.wording import command, counted

MOST_LEFT = 8
"""So many of what is left are named; ``check`` shows them all."""


def as_mended(file: str, applied: Sequence[Finding], left: Sequence[Finding], console: Console) -> str:
    """What was mended in one file, and what is left there."""
    rest = f", {counted(left)} over" if left else ", niets over"
    head = f"{printable(file)}: {len(applied)} rechtgezet{rest}" if applied else f"{printable(file)}: {counted(left)}"
    return "\n".join([head, *_applied(applied, console), *_left(left)])


def _applied(applied: Sequence[Finding], console: Console) -> Iterator[str]:
    for finding in applied:
        yield f"  {printable(finding.message)}"
        if finding.fix:
            yield from mended_lines(finding.fix, console)


def _left(left: Sequence[Finding]) -> Iterator[str]:
    if left:
        yield "  Dit blijft voor jou:"
    for finding in left[:MOST_LEFT]:
        yield f"{finding.span.line:>6} | {printable(finding.message)}"
    if len(left) > MOST_LEFT:
        yield f"{'':>6} | … en nog {len(left) - MOST_LEFT}"


def as_diff(file: str, before: Sequence[str], after: Sequence[str], console: Console) -> str:
    """A unified diff that ``git apply`` and ``patch`` take."""
    colours = {"-": "31", "+": "32", "@": "36"}
    lines = difflib.unified_diff(before, after, f"a/{file}", f"b/{file}", lineterm="")
    return "\n".join(console.paint(printable(line), colours.get(line[:1], "")) for line in lines)


def last_line(mended: int, files: int, left: Sequence[Finding], *, written: bool) -> str:
    """What happened, in numbers."""
    where = f" in {files} {'bestand' if files == 1 else 'bestanden'}" if mended else ""
    done = f"{mended} {'rechtgezet' if written else 'recht te zetten'}{where}" if mended else "Niets om recht te zetten"
    rest = f"{counted(left)} over: {command('check')}" if left else "er blijft niets over"
    return f"{done}; {rest}" if left else f"{done}; {rest}." if mended else f"{done}."
