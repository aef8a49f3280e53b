"""Findings for a person: place, the line with the words underlined, what is wrong, how to mend it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from praktijkboek.finding import Finding, Severity
from praktijkboek.report.console import Console, printable
from praktijkboek.report.excerpt import mended, underlined
from praktijkboek.report.wording import closing_line, command, counted, hidden_tips
from praktijkboek.survey import Result

COLOURS = {Severity.FOUT: "1;31", Severity.LET_OP: "1;33", Severity.TIP: "1;36"}
QUIET = "2"


def as_text(result: Result, console: Console | None = None, *, tips: bool = False) -> str:
    """All findings with their lines, and a last line that counts them."""
    console = console or Console()
    shown = result.shown(tips=tips)
    by_file: dict[str, list[Finding]] = {}
    for finding in shown:
        by_file.setdefault(finding.file, []).append(finding)
    blocks = ["\n".join(_block(finding, result.line(finding), console)) for finding in shown]
    if len(by_file) > 1:
        blocks.append("\n".join(f"  {printable(file)}: {counted(found) or 'tips'}" for file, found in by_file.items()))
    return "\n\n".join([*blocks, "\n".join(_ending(result, shown, console, tips=tips))])


def _ending(result: Result, shown: Sequence[Finding], console: Console, *, tips: bool) -> Iterator[str]:
    yield from _wrapped(closing_line(result), console, indent="")
    if not tips and (also := hidden_tips(result)):
        yield also
    if shown:
        yield console.paint(f"Meer over een regel: {command('explain', shown[0].rule)}", QUIET)


def _block(finding: Finding, line: str, console: Console) -> Iterator[str]:
    span, colour = finding.span, COLOURS[finding.severity]
    place = printable(f"{finding.file}:{span.line}:{span.column}")
    yield f"{place}: {console.paint(finding.severity, colour)} [{finding.rule}]"
    if line.strip():
        yield from underlined(line, span, console, colour)
    yield from _wrapped(finding.message, console)
    yield from _wrapped(finding.help, console)
    if finding.fix:
        yield from mended(finding.fix, console)


def _wrapped(sentence: str, console: Console, indent: str = "  ") -> list[str]:
    """A sentence in lines that fit the screen; whole in a pipe. Words, and so paths and addresses, stay whole."""
    text = printable(sentence)
    if console.columns is None:
        return [indent + text]
    return textwrap.wrap(
        text,
        console.columns - 1,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
