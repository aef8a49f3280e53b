"""What every rule has: a name, a reason, a good and a bad example. Rules on one text build on it in ``rules/``."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.outline import Outline, Surroundings

LONG = re.compile(r"`([^`]{60})[^`]{20,}`")
"""A value that is too long to be repeated whole in a message."""


@dataclass(frozen=True, slots=True)
class Example:
    """A change to a case that is right: tests and the guide are made from it.

    ``header`` replaces the fields that it names, ``drop`` takes fields out, ``body`` is added to the section
    "Aanbod", ``replace`` changes a text of the whole file into another, ``folder`` is the name of the case's folder;
    ``elsewhere`` are lines of another file, ``remark`` says in Dutch what all these don't show.
    """

    header: str = ""
    drop: tuple[str, ...] = ()
    body: str = ""
    replace: tuple[str, str] = ("", "")
    folder: str = ""
    elsewhere: str = ""
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
            self.elsewhere,
            f"({self.remark})" if self.remark else "",
        )
        return "\n\n".join(_cut(piece.rstrip("\n")) for piece in pieces if piece).translate(VISIBLE)


MANY = 3
"""More fields than this that are left out are not named one by one."""
MOST_LINES, FIRST_LINES = 20, 3
"""Of more lines than ``MOST_LINES`` only the first ones are shown."""
LONGEST, FIRST_LETTERS = 500, 120
"""Of a line of more characters than ``LONGEST`` only the first ones are shown."""


def _cut(piece: str) -> str:
    """What an author types, in so few lines that a person reads them; a remark counts the rest."""
    lines = piece.split("\n")
    if len(lines) > MOST_LINES:
        return "\n".join([*lines[:FIRST_LINES], f"(en zo nog {len(lines) - FIRST_LINES} regels verder)"])
    if len(piece) > LONGEST and len(lines) == 1:
        first = piece[:FIRST_LETTERS].rpartition(" ")[0] or piece[:FIRST_LETTERS]
        return f"{first}\n(en zo nog {len(piece[len(first) :].split())} woorden verder)"
    return piece


VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if code != ord("\n")}
    | dict.fromkeys([*range(0xDC80, 0xDD00), 0xFEFF], "\ufffd")
    | {0xA0: "·", 0x200B: "·"}
)
"""How an example shows what can't be seen: pictures of control characters, and a mark for a byte that is no letter."""


class Placed(Protocol):
    """What a finding can stand in: it has a file."""

    @property
    def path(self) -> Path:
        """The file that somebody wrote."""


class AnyRule(ABC):
    """What all rules share. The docstring of a rule says why it is there, in Dutch."""

    name: ClassVar[str]
    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.FOUT
    waivable: ClassVar[bool] = False
    """Whether a maintainer may exempt a case: never from what facts, safety or people's rights depend on."""
    bad: ClassVar[Example]
    good: ClassVar[Example]

    def finding(self, file: Placed, span: Span, message: str, help_: str, fix: Fix | None = None) -> Finding:
        """A finding of this rule in ``file``."""
        message = LONG.sub(r"`\1…`", re.sub(r"\s*\n\s*", " ", message))
        return Finding(str(file.path), span, self.name, self.code, self.severity, message, help_, fix)


class BookRule(AnyRule):
    """A book-wide rule: it looks at a case among the others."""

    @abstractmethod
    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """What is wrong in ``case``, seen beside the other cases of the book."""


def did_you_mean(proposal: object) -> str:
    """The question that a proposal ends a sentence with; empty without one."""
    return f" Bedoelde je `{proposal}`?" if proposal else ""
