"""Findings for GitHub and Forgejo Actions: annotations beside the lines, and the full list as a summary."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path

from praktijkboek.finding import Finding, Severity
from praktijkboek.report.console import printable
from praktijkboek.report.wording import closing_line
from praktijkboek.survey import Result

LEVELS = {Severity.FOUT: "error", Severity.LET_OP: "warning", Severity.TIP: "notice"}
MOST_BYTES = 1024 * 1024
"""A summary of more than 1 MiB is not shown at all."""
CUT = "\n\nDe lijst is te lang voor deze bladzijde: `praktijkboek check` toont ze helemaal.\n"


def as_github(result: Result, *, tips: bool = False) -> str:
    """One workflow command for each finding, what must be mended first: only ten of a kind are shown."""
    order = list(LEVELS)
    shown = sorted(result.shown(tips=tips), key=lambda finding: order.index(finding.severity))
    return "\n".join([*(_command(finding) for finding in shown), closing_line(result)])


def _command(finding: Finding) -> str:
    span = finding.span
    properties = {"file": finding.file, "line": span.line, "col": span.column}
    if span.end_column > span.column:
        properties["endColumn"] = span.end_column
    properties["title"] = f"{finding.severity}: {finding.rule}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{LEVELS[finding.severity]} {listed}::{_data(f'{finding.message} {finding.help}')}"


def _data(text: str) -> str:
    """Text behind ``::``, in the escapes that the runner undoes; other control characters become pictures."""
    lines = (printable(line) for line in text.replace("\r", "\n").split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def write_summary(result: Result, *, tips: bool = False) -> None:
    """Add the full list to the file that ``GITHUB_STEP_SUMMARY`` names; do nothing where it names none.

    :raises OSError: if the file can't be written
    """
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        file = Path(name)
        room = MOST_BYTES - (file.stat().st_size if file.exists() else 0)
        with file.open("ab") as stream:
            stream.write(_fitting(as_markdown(result, tips=tips), room))


def _fitting(text: str, room: int) -> bytes:
    """``text`` in UTF-8, cut at the end of a line where it is more than ``room`` bytes."""
    data = text.encode("utf-8", errors="replace")
    if len(data) <= room:
        return data
    kept = data[: max(0, room - len(CUT.encode()))]
    return kept[: kept.rfind(b"\n") + 1] + CUT.encode() if kept else b""


def as_markdown(result: Result, *, tips: bool = False) -> str:
    """The findings by case; what authors typed is text there, never markup."""
    lines = ["## Praktijkboek: nagekeken", "", _text(closing_line(result)), ""]
    for file, findings in groupby(result.shown(tips=tips), key=lambda finding: finding.file):
        lines += [f"### {_text(file)}", ""]
        lines += [
            f"- **{f.severity}**, regel {f.span.line}: {_text(f.message)} {_text(f.help)} ({_text(f.rule)})"
            for f in findings
        ]
        lines.append("")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """Text in which each piece between backticks is code, and every other sign is only itself."""
    pieces = printable(text).split("`")
    if len(pieces) % 2 == 0:  # an author's own backtick: no telling what belongs together
        return _only_itself(printable(text))
    return "".join(
        f"<code>{_only_itself(piece)}</code>" if i % 2 else _only_itself(piece) for i, piece in enumerate(pieces)
    )


def _only_itself(text: str) -> str:
    return "".join(c if c.isalnum() or c in " .,?" or c > "\x7f" else f"&#{ord(c)};" for c in text)
