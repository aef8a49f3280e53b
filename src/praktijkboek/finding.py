"""What is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; the value is the word that people read."""

    FOUT = "fout"
    """The case can't be published."""
    LET_OP = "let op"
    """The case is published and the maintainers are told."""
    TIP = "tip"
    """Shown only when asked for."""


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A piece of one line. Lines and columns count characters from 1; ``end_column`` is one past the last."""

    line: int
    column: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Fix:
    r"""A proven mend: whole lines as they are and as they should be.

    ``before`` stands on ``line`` (counted from 1) and, where it holds ``\n``, on the lines below; ``after`` may be
    more or fewer lines.
    """

    line: int
    before: str
    after: str

    def apply(self, lines: Sequence[str]) -> list[str]:
        """The lines of a file with this mend in them."""
        start = self.line - 1
        return [*lines[:start], *self.after.split("\n"), *lines[start + len(self.before.split("\n")) :]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake with one cause, in the author's words.

    ``file`` is the path as a person would type it, ``message`` one Dutch sentence that says what is wrong,
    ``help`` one that says how to mend it.
    """

    file: str
    span: Span
    rule: str
    code: str
    severity: Severity
    message: str
    help: str
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """By file, then place, so that a list reads from top to bottom."""
        return self.file, self.span, self.rule, self.message
