"""What is wrong, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice


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


MOST_EQUAL = 100
"""So many findings of one rule in one case are shown: nobody reads more, and a hostile text can hold 100,000."""


def first_of(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings of one rule in one case; where there are more, the last one says so."""
    shown = iter(findings)
    yield from islice(shown, MOST_EQUAL)
    for more in islice(shown, 1):
        message = f"Dit staat nog vaker in deze praktijk; we tonen de eerste {MOST_EQUAL}."
        help_ = "Herstel eerst die, en kijk dan opnieuw na."
        yield replace(more, message=message, help=help_, fix=None)
