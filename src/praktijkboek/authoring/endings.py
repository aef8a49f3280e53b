"""The lines of a file with the line ends that they had."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from praktijkboek.finding import Fix


@dataclass(frozen=True, slots=True)
class Text:
    r"""``lines`` as the checker read them, each with its end: ``\r\n`` of Windows, ``\n``, or nothing on the last."""

    lines: tuple[str, ...]
    ends: tuple[str, ...] = ()
    original: bytes = b""
    """The file as it stood on the disk; nothing in it was mended."""

    @classmethod
    def read(cls, data: bytes, lines: Sequence[str]) -> Text:
        """The ``lines`` that were read from ``data``, whatever its encoding: the line ends are looked for in it."""
        bare = data.replace(b"\0", b"")
        ends = [end.decode() for end in re.findall(rb"\r\n|\r|\n", bare)]
        usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
        found = ends if len(ends) == len(lines) - 1 else [usual] * (len(lines) - 1)
        return cls(tuple(lines), (*found, ""), data)

    @property
    def encoded(self) -> bytes:
        """The text as it is to be written: UTF-8, without a mark in front."""
        return "".join(line + end for line, end in zip(self.lines, self.ends, strict=True)).encode()

    def mended(self, fixes: Sequence[Fix]) -> Text:
        """The text with mends that don't touch each other."""
        lines, ends = list(self.lines), list(self.ends)
        usual = Counter(ends[:-1]).most_common(1)[0][0] if ends[:-1] else "\n"
        for fix in sorted(fixes, key=lambda fix: fix.line, reverse=True):
            start, new = fix.line - 1, fix.after.split("\n")
            old = ends[start : start + len(fix.before.split("\n"))]
            same = [*old[:-1], *[usual] * len(new)][: len(new) - 1]
            ends[start : start + len(old)] = [*same, old[-1]]
            lines = fix.apply(lines)
        return Text(tuple(lines), tuple(ends), self.original)
