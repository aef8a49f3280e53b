"""What a rule on one case is: its check looks at the text as it was read."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from praktijkboek.finding import Finding, Fix, Span
from praktijkboek.reader import CaseFile, Problem
from praktijkboek.rule import AnyRule


class Rule(AnyRule):
    """A local rule: it looks at one case."""

    @abstractmethod
    def check(self, file: CaseFile) -> Iterator[Finding]:
        """What is wrong in ``file``."""


class ProblemRule(Rule):
    """A rule that puts what the reader ran into in words."""

    kinds: ClassVar[frozenset[str]]

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """One finding for each problem of these kinds."""
        for problem in file.problems:
            if problem.kind in self.kinds:
                message, help_ = self.explain(problem)
                yield self.finding(file, problem.span, message, help_, self.fix(file, problem))

    @abstractmethod
    def explain(self, problem: Problem) -> tuple[str, str]:
        """What is wrong, and how to mend it: two Dutch sentences."""

    def fix(self, file: CaseFile, problem: Problem) -> Fix | None:
        """The reader's own mend, or the value that was meant where it stands on one line as it was typed."""
        proposal = problem.context.get("proposal")
        if problem.fix:
            return problem.fix
        return replace_in_line(file, problem.span, problem.value, proposal) if proposal else None


BRACKETS = re.compile(r"\[[^\[\]]*\]")
LONGEST_MENDED = 5_000
"""Longer lines are not shown mended: 20,000 links on one line of 300 kB would be 6 GB of mended lines."""


def replace_in_line(file: CaseFile, span: Span, typed: Any, proposal: str) -> Fix | None:
    """Put ``proposal`` in the place of what was ``typed`` at ``span``; None where it doesn't stand there so."""
    line = file.lines[span.line - 1]
    start = span.column - 1
    brackets = BRACKETS.match(line, start)
    if isinstance(typed, list) and brackets:
        typed = brackets.group()
    if not isinstance(typed, str) or len(line) > LONGEST_MENDED or not line.startswith(typed, start):
        return None
    return Fix(span.line, line, line[:start] + proposal + line[start + len(typed) :])


def field_words(path: tuple[str | int, ...]) -> str:
    """A field in words: ``maker`` bij ``fotos`` (nummer 1)."""
    *around, last = path
    if isinstance(last, int):
        return f"`{around[-1]}` (nummer {last + 1})"
    if not around:
        return f"`{last}`"
    if isinstance(around[-1], int):
        return f"`{last}` bij `{around[-2]}` (nummer {around[-1] + 1})"
    return f"`{last}` bij `{around[-1]}`"
