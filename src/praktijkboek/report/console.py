"""What the screen can show: its colours, its width, its letters; and text that does nothing but show."""

from __future__ import annotations

import codecs
import io
import os
import shutil
import sys
import unicodedata
from dataclasses import dataclass
from typing import TextIO

PIPE_WIDTH = 120
"""A line of a case is shown up to here where there is no screen."""
FEWEST, MOST = 40, 110

ASCII = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "→": "->", "·": "-", "×": "x"}
    | {"€": "EUR", "\u00a0": " "}
)
"""What takes the place of a character that a screen does not have."""


@dataclass(frozen=True, slots=True)
class Console:
    """How text is shown. ``columns`` is the width of a screen in characters, None in a pipe: sentences stay whole."""

    colour: bool = False
    columns: int | None = None

    @classmethod
    def of(cls, stream: TextIO) -> Console:
        """The console behind a stream, as NO_COLOR and FORCE_COLOR want it."""
        columns = min(MOST, max(FEWEST, shutil.get_terminal_size().columns)) if stream.isatty() else None
        return cls(_wants_colour(stream), columns)

    @property
    def width(self) -> int:
        """How many characters of a line of a case are shown."""
        return self.columns or PIPE_WIDTH

    def paint(self, text: str, code: str) -> str:
        """``text`` in a colour (the number of ANSI's SGR), where there are colours."""
        return f"\033[{code}m{text}\033[0m" if self.colour and text and code else text


def _wants_colour(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    knows = os.name != "nt" or "WT_SESSION" in os.environ  # an old Windows console shows the codes themselves
    return stream.isatty() and os.environ.get("TERM") != "dumb" and knows


def prepare(stream: TextIO) -> None:
    """Let a stream take every text: UTF-8 on Windows, elsewhere its own letters with a plain one for those it lacks."""
    if isinstance(stream, io.TextIOWrapper):
        windows = os.name == "nt" and "PYTHONIOENCODING" not in os.environ
        stream.reconfigure(encoding="utf-8" if windows else None, errors="plain")


def for_programs(stream: TextIO) -> None:
    """Let a stream speak UTF-8, whatever the screen: a program reads it."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


def _plain(error: UnicodeError) -> tuple[str | bytes, int]:
    """Replace what can't be encoded: é becomes e, and what has no plain letter ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = unicodedata.normalize("NFKD", error.object[error.start : error.end].translate(ASCII))
    bare = "".join(c for c in lacking if not unicodedata.combining(c))
    return bare.encode("ascii", "replace").decode(), error.end


codecs.register_error("plain", _plain)

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the order of what is read around."""


def printable(text: str) -> str:
    """``text`` as one line that does nothing to a screen, with as many characters: an escape becomes its picture."""
    return "".join(_picture(c) for c in text)


def _picture(c: str) -> str:
    if c in "\t\n\r":
        return " "
    if c < " ":
        return chr(0x2400 + ord(c))
    strange = c in BIDI or unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}
    return "\ufffd" if strange else c


def columns_of(text: str) -> int:
    """How many columns of a screen ``text`` takes: Chinese letters and emoji two, accents that join a letter none."""
    return sum(_columns(c) for c in text)


def _columns(c: str) -> int:
    if unicodedata.category(c) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(c) in {"W", "F"} else 1


def say(text: object, stream: TextIO | None = None) -> None:
    """Print sentences, each line of which does nothing but show, also to what reads the log of a build."""
    print("\n".join(map(_said, str(text).split("\n"))), file=stream or sys.stdout, flush=True)


def _said(line: str) -> str:
    shown = printable(line)
    return f"| {shown}" if shown.lstrip().startswith(("::", "##[")) else shown  # a command to GitHub's runner
