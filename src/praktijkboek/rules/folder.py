"""Rules on the folder of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rules.rule import Example, Rule
from praktijkboek.vocabulary import fold

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

RESERVED = re.compile(
    r"(index|inhoud|cases|book|praktijken.*|(deel|het-buurtpunt|invalshoeken|aan-de-slag|lerend-netwerk|achteraan)-.*)$"
)
"""Anchors that the book has for its own chapters and parts (``print/assemble.py``)."""


def proposed(name: str) -> str:
    """The name of a folder that comes nearest to what was typed."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "naam-van-de-praktijk"


class FolderName(Rule):
    """De naam van de map is het adres van de praktijk; met spaties of hoofdletters werkt dat niet overal."""

    name, code = "mapnaam", "M01"
    bad = Example(folder="De Melkerij!")
    good = Example(folder="de-melkerij")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Lower case, digits and hyphens."""
        if RESERVED.match(file.slug):
            message = f"De naam `{file.slug}` gebruikt het boek zelf."
            yield self.finding(file, Span(1), message, f"Noem de map `praktijk-{file.slug}`.")
        elif not SLUG.fullmatch(file.slug):
            message = f"De map `{file.slug}` heeft een naam die geen webadres kan zijn."
            yield self.finding(file, Span(1), message, f"Noem de map `{proposed(file.slug)}`.")


class Shortcut(Rule):
    """Een snelkoppeling wijst naar een plek op één computer, misschien buiten de praktijk."""

    name, code = "snelkoppeling", "M02"
    bad = Example(remark="`verslag.txt` is een snelkoppeling naar een bestand op je bureaublad")
    good = Example(remark="`verslag.txt` staat zelf in de map")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No symbolic links."""
        for name in sorted(file.files):
            if (file.folder / name).is_symlink():
                message = f"`{name}` is een snelkoppeling, geen bestand."
                yield self.finding(file, Span(1), message, "Zet het bestand zelf in de map.")
