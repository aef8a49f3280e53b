"""One line of a header, taken to pieces."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from praktijkboek.reader.facts import canonical

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
