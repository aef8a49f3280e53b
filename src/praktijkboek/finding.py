"""What is wrong, where, and how to mend it."""

from __future__ import annotations

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
    """A proven mend: the whole line as it is and as it should be."""

    line: int
    before: str
    after: str


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
