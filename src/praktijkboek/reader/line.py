"""One line of a header, taken to pieces, and what is open around it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from praktijkboek.case import Case, Group
from praktijkboek.reader.facts import canonical, fields_of, group_of, is_list
from praktijkboek.reader.value import Takes

PARTS = re.compile(
    r"""(?P<indent>[ ]*)
        (?P<dash>-(?:[ ]+|$))?
        (?:(?P<key>["'*_]{0,3}[^\W\d_][\w'’-]{0,60}?["'*_]{0,3})
           (?P<colon>[ ]*[:：=;](?=\s|$)[ ]*|[ ]*[:：=](?!//)))?
        (?P<value>.*)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Line:
    """``indent`` in columns; ``dash``, ``key`` and ``colon`` as they were typed, with the spaces behind them."""

    indent: int
    dash: str
    key: str
    colon: str
    value: str

    @classmethod
    @functools.lru_cache(maxsize=256)  # a line is looked at once by itself and once as what comes below another
    def of(cls, text: str) -> Line:
        """Take a line to pieces."""
        match = PARTS.fullmatch(text)
        assert match, "every part of the pattern may be empty"
        return cls(len(match["indent"]), *(match[part] or "" for part in ("dash", "key", "colon", "value")))

    @property
    def name(self) -> str:
        """The key as fields are named; empty without one."""
        return canonical(self.key.strip("\"'*_"))

    @property
    def text(self) -> str:
        """The line put together again."""
        return " " * self.indent + self.dash + self.key + self.colon + self.value


@dataclass
class Place:
    """Where in the header we are: the group or list that is open, and the columns at which its lines begin."""

    parent: str = ""
    dash_at: int | None = None
    keys_at: int | None = None
    dashed: bool = False
    """Whether the dashes of this list are ours."""
    words: bool = False
    """Whether the field above takes any words, and not only a date, a number or a term."""
    last: str | None = None
    """The value of the field above, which a line without a name may continue."""

    @property
    def group(self) -> type[Group] | None:
        """The fields that belong here; None in a list of words and outside any."""
        return group_of(Case, self.parent) if self.parent else None

    def model(self, line: Line) -> type[Group]:
        """What the field on a line belongs to: the open group, or the case itself."""
        return self.group if self.group and line.name in fields_of(self.group) else Case

    def takes(self, line: Line) -> Takes:
        """What the field on a line holds."""
        model = self.model(line)
        if line.name in {"url", "website"}:
            return Takes.ADDRESS
        if is_list(model, line.name):
            return Takes.LIST
        return Takes.GROUP if group_of(model, line.name) else Takes.TEXT

    @property
    def in_list(self) -> bool:
        """Whether items with dashes belong here."""
        return bool(self.parent) and is_list(Case, self.parent)
