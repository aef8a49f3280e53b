"""Rules on the names of photos: they stand in the folder of the case, under a name that works everywhere."""

from __future__ import annotations

import posixpath
import re
import textwrap
from collections.abc import Iterator

from praktijkboek.finding import Finding, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.photo_names import GOOD, is_inside, is_picture, meant, named, plain_name, shown, used
from praktijkboek.rules.rule import Rule, replace_in_line

ELSEWHERE = re.compile(r"(?i)[a-z][a-z0-9+.-]+:|//")
"""How an address on the web begins, and not a path on somebody's computer."""


class PhotoMissing(Rule):
    """Een foto die niet in de map zit, komt niet in het boek."""

    name, code = "foto-ontbreekt", "P01"
    bad = named("gevl.jpg")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text, and each of the header that the text doesn't show, stands in the folder."""
        for target, span in used(file).items():
            if target in file.files or not is_inside(target):
                continue
            other = meant(target, file)
            if not target:
                message, help_ = (
                    "Hier staat geen naam van een foto.",
                    "Schrijf ze tussen de ronde haken: `(gevel.jpg)`.",
                )
                yield self.finding(file, span, message, help_)
            elif other or is_picture(target):
                yield self._missing(file, span, target, other)

    def _missing(self, file: CaseFile, span: Span, target: str, other: str | None) -> Finding:
        if other and other.casefold() == target.casefold():
            message = f"De foto heet `{other}`, niet `{target}`: hoofdletters tellen mee."
        else:
            message = f"De foto `{target}` staat niet in de map.{did_you_mean(other)}"
        help_ = f"Schrijf `{other}`." if other else "Zet de foto in de map van de praktijk, naast `index.md`."
        return self.finding(file, span, message, help_, replace_in_line(file, span, target, other) if other else None)


class PhotoElsewhere(Rule):
    """Een foto van een andere plek kan morgen weg zijn, en de rechten kennen we niet."""

    name, code = "foto-van-elders", "P05"
    bad = Example(body="![De gevel met open deur](https://www.voorbeeld.be/gevel.jpg)")
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo stands in the case's own folder."""
        for target, span in used(file).items():
            if is_inside(target):
                continue
            forward = target.replace("\\", "/")
            here = next((name for name in (forward, posixpath.basename(forward)) if name in file.files), None)
            help_ = "Zet het bestand in de map van de praktijk en schrijf alleen de naam: `![...](gevel.jpg)`."
            fix = replace_in_line(file, span, target, here) if here else None
            yield self.finding(file, span, self._where(target), f"Schrijf `{here}`." if here else help_, fix)

    @staticmethod
    def _where(target: str) -> str:
        brief = textwrap.shorten(target, 80, placeholder=" ...") if " " in target else target[:80]
        if target.startswith("data:"):
            return "De foto zit als code in de tekst."
        if re.match(r"(?i)file:|[a-z]:|\\|/(users|home)/", target):
            return f"`{brief}` is een plek op één computer."
        if ELSEWHERE.match(target):
            return f"De foto komt van een andere website (`{brief}`)."
        if "\\" in target:
            return f"In `{brief}` staat een `\\`; dat werkt alleen op Windows."
        return f"De foto `{brief}` staat buiten de map van deze praktijk."


class PhotoName(Rule):
    """Met een spatie, een accent of een vreemd teken in de naam vindt niet elk programma de foto."""

    name, code = "foto-naam", "P09"
    bad = Example(header=named("mijn foto.jpg").header, body=named("<mijn foto.jpg>").body)
    good = GOOD

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The name of each photo of the text that is there holds no more than plain letters, digits and hyphens."""
        for target, span in {image.target: image.span for image in reversed(shown(file))}.items():
            if target in file.files and not re.fullmatch(r"[A-Za-z0-9_/.()+-]+", target):
                message = f"In de naam van de foto `{target}` staat {self._strange(target)}."
                help_ = f"Noem het bestand `{plain_name(target)}`, in de map, in de kop en in de tekst."
                yield self.finding(file, span, message, help_)

    @staticmethod
    def _strange(target: str) -> str:
        if " " in target:
            return "een spatie"
        letter = next(c for c in target if not re.match(r"[A-Za-z0-9_/.()+-]", c))
        return "een letter met een accent" if ord(letter) > 127 else f"een vreemd teken (`{letter}`)"  # noqa: PLR2004
