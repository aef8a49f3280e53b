"""One line for each finding, as compilers do: editors and grep read it."""

from __future__ import annotations

from praktijkboek.report.console import printable
from praktijkboek.survey import Result


def as_short(result: Result, *, tips: bool = False) -> str:
    """``file:line:column: severity: message [rule]``, a line each; empty where nothing was found."""
    return "\n".join(
        printable(f"{f.file}:{f.span.line}:{f.span.column}: {f.severity}: {f.message} [{f.rule}]")
        for f in result.shown(tips=tips)
    )
