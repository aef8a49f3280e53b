"""One case as it was sent in: its folder, its facts and its body."""

from __future__ import annotations

import functools
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from praktijkboek.book import INDEX, MOST_TEXT_BYTES
from praktijkboek.case import Case
from praktijkboek.contents import TooDeep, contents
from praktijkboek.finding import Span
from praktijkboek.reader.body import Body
from praktijkboek.reader.facts import Facts, read_facts
from praktijkboek.reader.header import Header, read_as_typed, read_header
from praktijkboek.reader.photo_facts import Picture, read_picture
from praktijkboek.reader.problem import Problem
from praktijkboek.reader.source import decode, too_long
from praktijkboek.reader.walk import read_body


@dataclass(frozen=True)
class CaseFile:
    """A case that was read, right or wrong. Lines count from 1."""

    folder: Path
    lines: tuple[str, ...]
    header_end: int
    facts: Facts
    body: Body
    problems: tuple[Problem, ...]
    lossless: bool = True
    """Whether every character of the file could be read; if not, nothing is ever written to it."""

    @property
    def slug(self) -> str:
        """The folder's name: address, anchor and name of the case."""
        return self.folder.name

    @property
    def path(self) -> Path:
        """The file that the author wrote."""
        return self.folder / INDEX

    def value(self, name: str) -> Any:
        """A fact that is right, or the model's default where nothing was typed; None for a fact that is wrong."""
        if name in self.facts.values:
            return self.facts.values[name]
        if (name,) in self.facts.key_spans:
            return None
        default = Case.model_fields[name].get_default(call_default_factory=True, validated_data={})
        return default if not Case.model_fields[name].is_required() else None

    def groups(self, name: str) -> list[tuple[int, dict[str, Any]]]:
        """The groups in a list such as ``fotos``, right or wrong, as they were typed; with their places in the list."""
        typed = self.facts.typed.get(name)
        items = typed if isinstance(typed, list) else []
        return [(i, group) for i, group in enumerate(items) if isinstance(group, dict)]

    def key_span(self, name: str) -> Span:
        """The place of a field's name, or the end of the header where it is missing."""
        return self.facts.key_spans.get((name,), Span(max(self.header_end, 1)))

    @functools.cached_property
    def case(self) -> Case | None:
        """The typed case; None while a field is wrong or missing."""
        return None if self.facts.problems or not self.facts.values else Case.model_construct(**self.facts.values)

    @functools.cached_property
    def files(self) -> frozenset[str]:
        """The files that stand in the folder, as relative paths with forward slashes; shortcuts and pipes too."""
        return frozenset(self._kinds)

    @functools.cached_property
    def ordinary_files(self) -> frozenset[str]:
        """Those of them that are neither shortcut nor pipe."""
        return frozenset(name for name, ordinary in self._kinds.items() if ordinary)

    @property
    def too_deep(self) -> str:
        """A folder in the folder that lies so deep that it is not looked at; empty where there is none."""
        return self._contents[1]

    @property
    def _kinds(self) -> dict[str, bool]:
        return self._contents[0]

    @functools.cached_property
    def _contents(self) -> tuple[dict[str, bool], str]:
        """Each file with whether it is an ordinary one, as far as can be read; and the folder that was too deep."""
        kinds: dict[str, bool] = {}
        try:
            for name, entry in contents(self.folder):
                kinds[name] = entry.is_file(follow_symlinks=False)
        except TooDeep as deep:
            return kinds, str(deep)
        except OSError:
            return kinds, ""  # a folder that can't be read holds nothing for us
        return kinds, ""

    @functools.cached_property
    def pictures(self) -> Pictures:
        """What the photos and drawings of the folder hold; each file is opened once, when it is asked for."""
        return Pictures(self.folder)


class Pictures(dict[str, Picture]):
    """What ordinary files of a folder hold, by name; a shortcut is never followed."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, name: str) -> Picture:
        path = self.folder / name
        self[name] = read_picture(path) if path.is_file() and not path.is_symlink() else Picture(broken=True)
        return self[name]


def read_case(folder: Path, data: bytes | None = None, *, header_only: bool = False) -> CaseFile:
    """Read ``folder/index.md``. Whatever its content: what is wrong with it becomes a problem, never an exception.

    :param data: what to read in the place of the file's content
    :param header_only: leave the text below the header unread, which is three quarters of the work
    :raises OSError: if the file can't be read from the disk
    """
    source = decode(text_of(folder) if data is None else data)
    lines = tuple(source.text.split("\n"))
    if problem := too_long(lines):
        return CaseFile(folder, lines, 0, Facts(), Body(), (problem,), source.lossless)
    header, facts = _header_and_facts(lines) if source.text or not source.problems else (Header(None, 0), Facts())
    text = _unblocked(lines) if header.in_block else lines
    body = Body() if header_only else read_body(text, header.end_line + 1)
    # A value that is lost is reported as that, and not also for what is left of it.
    cut = {problem.span.line for problem in header.problems if problem.kind in {"hekje", "kop_onleesbaar", "te_diep"}}
    rest = (problem for problem in facts.problems if problem.span.line not in cut)
    problems = (*source.problems, *header.problems, *rest)
    return CaseFile(folder, lines, header.end_line, facts, body, problems, source.lossless)


def _header_and_facts(lines: Sequence[str]) -> tuple[Header, Facts]:
    """The header as it was typed if all its facts are right, and else as it was meant."""
    header = read_as_typed(lines)
    if header and header.root:
        facts = read_facts(header.root, Span(header.end_line))
        if not facts.problems:
            return header, facts
    header = read_header(lines)
    facts = read_facts(header.root, Span(max(header.end_line, 1))) if header.root else Facts()
    facts.move(lines, header.mended)
    return header, facts


def _unblocked(lines: Sequence[str]) -> list[str]:
    """The lines of a text that somebody put in a block of code, without the end of that block."""
    ends = [i for i, line in enumerate(lines) if line.strip() == "```"]
    odd = ends[-1:] if len(ends) % 2 else []
    return ["" if i in odd else line for i, line in enumerate(lines)]


class Refused(OSError):
    """A text that is not opened: it is no ordinary file of reasonable size in a folder of its own."""


def text_of(folder: Path) -> bytes:
    """The bytes of ``folder/index.md``.

    :raises OSError: if the file can't be read from the disk
    """
    path = folder / INDEX
    if folder.is_symlink() or path.is_symlink():
        raise Refused("een snelkoppeling")
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe would block, a device never ends
        raise Refused("geen gewoon bestand")
    if path.stat().st_size > MOST_TEXT_BYTES:
        raise Refused(f"groter dan {MOST_TEXT_BYTES // 1_000_000} MB")
    return path.read_bytes()
