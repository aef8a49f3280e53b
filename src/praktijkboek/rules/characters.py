"""Rules on single characters: those that broke on the way, that nobody sees, or that the book's fonts lack."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

from markdown_it.common.utils import unescapeAll

from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example
from praktijkboek.rules.lists import false_lists
from praktijkboek.rules.parts import Form, parts
from praktijkboek.rules.pasted import TRACE
from praktijkboek.rules.rule import Rule

BROKEN = re.compile(
    "[ÂÃ][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚„†‡ˆ‰][\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
)
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
LOST = "\ufffd"
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
"""A sign that is written by its number or name; of a number that is none, the book would make ``LOST``."""
CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{LOST}]")
"""What no font has, and ``missing`` lets through."""


def _mended(text: str) -> str:
    """A text with each letter that was read in the wrong encoding as it was."""
    if text.isascii():
        return text

    def back(match: re.Match[str]) -> str:
        try:
            return match.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            return match.group()

    return BROKEN.sub(back, text)


def _mend_lines(file: CaseFile, first: int, last: int, mended: list[str]) -> Fix:
    return Fix(first, "\n".join(file.lines[first - 1 : last]), "\n".join(mended[first - 1 : last]))


class BrokenLetters(Rule):
    """Een tekst die ooit verkeerd bewaard werd, toont `Ã©` in de plaats van `é`."""

    name, code = "verminkte-letters", "T20"
    bad = Example(body="Het cafÃ© is open.")
    good = Example(body="Het café is open.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """One finding for a whole file: it broke all at once. Letters that are lost have one each line."""
        mended = [_mended(line) for line in file.lines]
        changed = [i for i, line in enumerate(file.lines, start=1) if mended[i - 1] != line]
        if changed:
            line = file.lines[changed[0] - 1]
            match = next(m for m in BROKEN.finditer(line) if _mended(m.group()) != m.group())
            span = Span(changed[0], match.start() + 1, match.end() + 1)
            message = (
                f"`{match.group()}` moet `{_mended(match.group())}` zijn: letters zijn stukgegaan bij het bewaren."
            )
            fix = _mend_lines(file, changed[0], changed[-1], mended)
            yield self.finding(file, span, message, "Zet de juiste letters terug.", fix)
        if any(problem.kind == "niet_utf8" for problem in file.problems):
            return  # what was lost in decoding is said there
        for number, line in enumerate(file.lines, start=1):
            if (column := line.find(LOST) + 1) > 0:
                message = f"Op de plaats van `{LOST}` is een letter verloren gegaan."
                yield self.finding(file, Span(number, column, column + 1), message, "Typ die letter opnieuw.")


class InvisibleCharacters(Rule):
    """Onzichtbare tekens uit Word of een website breken woorden, links en zoeken."""

    name, code = "onzichtbaar-teken", "T21"
    severity = Severity.LET_OP
    bad = Example(body="Het dorps\u200bhuis is open.")
    good = Example(body="Het dorpshuis is open.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No soft hyphens, spaces without width or marks of direction in the text; one finding for all of them."""
        found = [
            Span(number, match.start() + 1, match.end() + 1)
            for number, line in enumerate(file.lines[file.header_end :], start=file.header_end + 1)
            if not line.isascii()
            for match in INVISIBLE.finditer(missing().sub(lambda run: "x" * len(run.group()), line))
        ]
        if found:
            here = "staat een onzichtbaar teken" if len(found) == 1 else f"staan {len(found)} onzichtbare tekens"
            mended = [INVISIBLE.sub("", line) for line in file.lines]
            fix = _mend_lines(file, found[0].line, found[-1].line, mended)
            message = f"In de tekst {here} uit Word of van een website."
            yield self.finding(file, found[0], message, "Haal het weg, of typ het woord opnieuw.", fix)


def _texts(typed: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All values of the header, each with its path."""
    if isinstance(typed, str):
        yield path, typed
    elif isinstance(typed, dict | list):
        for key, value in typed.items() if isinstance(typed, dict) else enumerate(typed):
            yield from _texts(value, (*path, key))


@functools.cache
def missing() -> re.Pattern[str]:
    """A run of characters that the book's fonts don't have, with the joiners of emoji in it."""
    text = resources.files("praktijkboek").joinpath("data/tekens.json").read_text(encoding="utf-8")
    ranges = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in json.loads(text))
    known = rf"\s{INVISIBLE.pattern[1:-1]}{LOST}{ranges}"
    return re.compile(rf"[^{known}](?:[\u200d\ufe0e\ufe0f]|[^{known}])*")


class MissingGlyph(Rule):
    """Een teken dat de letters van het boek niet hebben, wordt op papier een leeg vakje."""

    name, code = "teken-ontbreekt", "T22"
    bad = Example(body="Welkom \U0001f600 allemaal.")
    good = Example(body="Welkom allemaal: 20 °C, ½ prijs, €5, “brood” én thee …")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each character of the file, header included, can be printed; of equal ones the first is named."""
        said: set[str] = set() if file.lossless else {"\ufffd"}  # that the file can't be read is said by itself
        marks = self._marks(file)
        for number, line in enumerate(file.lines, start=1):
            if line.isascii():
                continue
            plain = TRACE.sub(lambda trace: " " * len(trace.group()), line) if "【" in line else line
            for match in missing().finditer(plain):
                if match.group() not in said and match.start() >= marks.get(number, 0):
                    said.add(match.group())
                    shown = match.group()[:20]
                    span = Span(number, match.start() + 1, match.end() + 1)
                    message = f"Het teken `{shown}` kan het boek niet drukken."
                    yield self.finding(file, span, message, "Haal het weg, of zeg het in woorden.")
        yield from self._escaped(file)

    def _escaped(self, file: CaseFile) -> Iterator[Finding]:
        r"""Signs that don't stand in the file themselves: ``&#128512;`` in the text, ``"\U0001f600"`` in the header."""
        raw = "\n".join(file.lines)
        found = [(file.facts.span(path), text) for path, text in _texts(file.facts.typed)] if "\\" in raw else []
        for number, line in enumerate(file.lines[file.header_end :], start=file.header_end + 1):
            for match in ENTITY.finditer(line):
                sign = unescapeAll(match.group())
                found.append(
                    (Span(number, match.start() + 1, match.end() + 1), LOST if sign.startswith("&#") else sign)
                )
        for span, text in found:
            bad = CONTROL.search(text) or missing().search(text)
            if bad and bad.group() not in raw:
                message = (
                    f"Hier staat de code van een teken dat het boek niet kan drukken: U+{ord(bad.group()[0]):04X}."
                )
                yield self.finding(file, span, message, "Haal het weg, of zeg het in woorden.")

    @staticmethod
    def _marks(file: CaseFile) -> dict[int, int]:
        """How far the marks go that begin a line in the place of a list or a heading: other rules take those away."""
        bullets = {line: start for each in false_lists(file) for line, start in each.words.items()}
        return bullets | {
            part.span.line: len(file.lines[part.span.line - 1])
            for part in parts(file)
            if part.form is Form.HEADING and part.name not in {None, part.typed}
        }
