"""Findings become text for a person, or a list for a program: one small module for each form.

All but ``sarif`` start fast: they know findings, and no rules.
"""

from praktijkboek.report.console import Console
from praktijkboek.report.github import as_github, write_summary
from praktijkboek.report.machine import as_json
from praktijkboek.report.mending import as_diff, as_mended, last_line
from praktijkboek.report.short import as_short
from praktijkboek.report.text import as_text
from praktijkboek.report.wording import closing_line, command, counted

__all__ = [
    "Console",
    "as_diff",
    "as_github",
    "as_json",
    "as_mended",
    "as_short",
    "as_text",
    "closing_line",
    "command",
    "counted",
    "last_line",
    "write_summary",
]
