"""What is to be laid out, and the key under which it is kept: a hash of all that decides how it comes out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from praktijkboek.cache import program
from praktijkboek.print import engine
from praktijkboek.print.edition import Edition
from praktijkboek.print.fragments.units import Unit

PRINT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Job:
    """A unit to be laid out for an edition.

    :param files: the pictures that it uses, by their address in the HTML; those of the style sheets too
    """

    unit: Unit
    edition: Edition
    files: Mapping[str, Path]
    key: str


class Jobs:
    """Makes the jobs of one build: what holds for all of them is found out once.

    :param files: all pictures of the book, by their address in the HTML
    """

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files
        self._hashes: dict[Path, str] = {}

    def job(self, unit: Unit, edition: Edition) -> Job:
        """A unit for an edition, with its pictures and its key."""
        files = self._pictures(unit.html) | self._in_sheets
        pictures = [(address, self._hash(path)) for address, path in sorted(files.items())]
        parts = [self._surroundings, repr(edition), *astuple(unit), repr(pictures)]
        return Job(unit, edition, files, hash_of(parts))

    @cached_property
    def _surroundings(self) -> str:
        """The program, the system's libraries, the system's fonts: letters that ours lack come from these."""
        return hash_of([program(), *engine.versions(), *map(_looks, engine.system_fonts())])

    @cached_property
    def _in_sheets(self) -> dict[str, Path]:
        """The pictures of all style sheets."""
        return self._pictures("\n".join(sheet.read_text(encoding="utf-8") for sheet in PRINT.rglob("*.css")))

    @cached_property
    def _address(self) -> re.Pattern[str]:
        """How an address looks that may be a picture's: it is quoted, so of few characters."""
        folders = {address.rpartition("/")[0] for address in self._files}
        return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(folders)))})/[\w.~/%+-]*")

    def _pictures(self, text: str) -> dict[str, Path]:
        """The pictures whose address stands in a text; all of them, if one stands there that isn't known."""
        addresses = {unquote(address) for address in self._address.findall(text)} if self._files else set()
        known = addresses <= self._files.keys()
        return {address: self._files[address] for address in addresses} if known else dict(self._files)

    def _hash(self, path: Path) -> str:
        """The hash of a picture's content; empty if it can't be read, which is said when it is laid out."""
        if path not in self._hashes:
            try:
                self._hashes[path] = sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._hashes[path] = ""
        return self._hashes[path]


def _looks(path: str) -> str:
    """A file by what changes when it changes."""
    try:
        seen = os.stat(path)  # noqa: PTH116 - hundreds of them, and none is opened
    except OSError:
        return path
    return f"{path} {seen.st_size} {seen.st_mtime_ns}"


def hash_of(parts: Iterable[str]) -> str:
    """One hash of texts, each with its length, so that no two rows of texts have the same."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape")
        digest.update(b"%d\n%s" % (len(data), data))
    return digest.hexdigest()
