"""What a rule is: a name, a reason, a good and a bad example, and a check."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.reader import CaseFile, Problem

LONG = re.compile(r"`([^`]{60})[^`]{20,}`")
"""A value that is too long to be repeated whole in a message."""


@dataclass(frozen=True, slots=True)
class Example:
    """A change to a case that is right: tests and the guide are made from it.

    ``header`` replaces the fields that it names, ``drop`` takes fields out, ``body`` is added to the section
    "Aanbod", ``replace`` changes a text of the whole file into another, ``folder`` is the name of the case's folder;
    ``remark`` says in Dutch what these don't show.
    """

    header: str = ""
    drop: tuple[str, ...] = ()
    body: str = ""
    replace: tuple[str, str] = ("", "")
    folder: str = ""
    remark: str = ""

    @classmethod
    def unchanged(cls, text: str) -> Example:
        """The case as it is, where ``text`` is the piece that matters."""
        return cls(replace=(text, text))

    @property
    def typed(self) -> str:
        """What an author types: only the lines that matter; what is left out stands in a Dutch remark."""
        old, new = self.replace
        many = len(self.drop) > MANY
        gone = ["de velden van de kop"] if many else [f"de regel `{name}:`" for name in self.drop]
        gone += [f"`{line}`" for line in old.splitlines() if line and not new]
        pieces = (
            f"cases/{self.folder}/index.md" if self.folder else "",
            self.header,
            f"(zonder {' en '.join(gone)})" if gone else "",
            new,
            self.body,
            f"({self.remark})" if self.remark else "",
        )
        return "\n\n".join(piece.rstrip("\n") for piece in pieces if piece).translate(VISIBLE)


MANY = 3
"""More fields than this that are left out are not named one by one."""
VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if code != ord("\n")}
    | dict.fromkeys([*range(0xDC80, 0xDD00), 0xFEFF], "\ufffd")
    | {0xA0: "·"}
)
"""How an example shows what can't be seen: pictures of control characters, and a mark for a byte that is no letter."""


class AnyRule(ABC):
    """What local and book-wide rules share. The docstring of a rule says why it is there, in Dutch."""

    name: ClassVar[str]
    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.FOUT
    bad: ClassVar[Example]
    good: ClassVar[Example]

    def finding(self, file: CaseFile, span: Span, message: str, help_: str, fix: Fix | None = None) -> Finding:
        """A finding of this rule in ``file``."""
        message = LONG.sub(r"`\1…`", re.sub(r"\s*\n\s*", " ", message))
        return Finding(str(file.path), span, self.name, self.code, self.severity, message, help_, fix)


class Rule(AnyRule):
    """A local rule: it looks at one case."""

    @abstractmethod
    def check(self, file: CaseFile) -> Iterator[Finding]:
        """What is wrong in ``file``."""


class BookRule(AnyRule):
    """A book-wide rule: it looks at a case among the others."""

    @abstractmethod
    def check(self, file: CaseFile, book: Mapping[str, CaseFile]) -> Iterator[Finding]:
        """What is wrong in ``file``, seen beside all cases of the book (by slug)."""


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


def replace_in_line(file: CaseFile, span: Span, typed: Any, proposal: str) -> Fix | None:
    """Put ``proposal`` in the place of what was ``typed`` at ``span``; None where it doesn't stand there so."""
    line = file.lines[span.line - 1]
    start = span.column - 1
    brackets = re.compile(r"\[[^\[\]]*\]").match(line, start)
    if isinstance(typed, list) and brackets:
        typed = brackets.group()
    if not isinstance(typed, str) or not line.startswith(typed, start):
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


def did_you_mean(proposal: object) -> str:
    """The question that a proposal ends a sentence with; empty without one."""
    return f" Bedoelde je `{proposal}`?" if proposal else ""
