"""Rules on whose a photo is, and who may be recognised on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Severity
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example
from praktijkboek.rules.photo_names import LISTED, SHOWN, listed, meant, shown
from praktijkboek.rules.rule import Rule


class PhotoUnlisted(Rule):
    """Zonder maker en licentie mogen we een foto niet drukken."""

    name, code = "foto-niet-vermeld", "P02"
    bad = Example(body=SHOWN)
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each photo of the text that is there is also listed in the header."""
        if self._is_unclear(file):
            return
        seen = {photo.target for photo in listed(file)}
        seen |= {other for name in seen - file.files if (other := meant(name, file))}
        for image in shown(file):
            if image.target in file.files and image.target not in seen:
                seen.add(image.target)
                yield self.finding(
                    file,
                    image.span,
                    f"Van de foto `{image.target}` staan maker en licentie niet in de kop.",
                    f"Zet bij `fotos:` een regel `- bestand: {image.target}` met `alt`, `maker` en `licentie` eronder.",
                )

    @staticmethod
    def _is_unclear(file: CaseFile) -> bool:
        """Whether the header, its list of photos or a photo's name in it can't be read: other rules say so."""
        typed = file.facts.typed.get("fotos", [])
        return not file.facts.typed or not isinstance(typed, list) or len(typed) != len(listed(file))


class PhotoDouble(Rule):
    """Staat een foto twee keer bij `fotos`, dan weten we niet welke maker en licentie kloppen."""

    name, code = "foto-dubbel", "P10"
    bad = Example(header=LISTED + LISTED.removeprefix("fotos:"), body=SHOWN)
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No photo is listed more than once."""
        seen: set[str] = set()
        for photo in listed(file):
            if photo.target in seen:
                message = f"De foto `{photo.target}` staat meer dan één keer bij `fotos`."
                yield self.finding(file, photo.span, message, "Hou één van de twee, met de juiste maker en licentie.")
            seen.add(photo.target)


def _dossiers(file: CaseFile) -> Iterator[tuple[int, str]]:
    """What is typed as ``dossier``, with the number of its photo."""
    for i, photo in file.groups("fotos"):
        if isinstance(typed := photo.get("dossier"), str):
            yield i, typed


def _with_dossier(dossier: str) -> Example:
    return Example(header=f"{LISTED}\n    dossier: {dossier}", body=SHOWN)


class DossierIsForm(Rule):
    """Het formulier met de handtekeningen blijft bij jou: in het boek staat alleen waar jij het bewaart."""

    name, code = "dossier-formulier", "P11"
    bad = _with_dossier("toestemming-jan.pdf")
    good = _with_dossier("map 2024/12")
    FORM = re.compile(
        r"(?i)\.(pdf|docx?|odt|jpe?g|png|heic|xlsx?|zip)$|^[a-z]:[\\/]|\\|^https?:|^file:|[^\s@]@[^\s@.]+\.[^\s@]"
    )

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """A reference, and no file, address or place on a computer."""
        for i, dossier in _dossiers(file):
            if self.FORM.search(dossier):
                message = f"`{dossier}` is een bestand of een adres; bij `dossier` hoort alleen een verwijzing."
                help_ = "Schrijf waar jij het formulier bewaart, bijvoorbeeld `map 2024/12`."
                yield self.finding(file, file.facts.span(("fotos", i, "dossier")), message, help_)


class DossierIsName(Rule):
    """Wie op de foto staat, hoeft niet met naam in een openbaar bestand."""

    name, code = "dossier-naam", "P12"
    severity = Severity.LET_OP
    bad = _with_dossier("Jan Peeters")
    good = _with_dossier("Map 12 van de dorpsraad")
    NAME = re.compile(r"[A-Z][a-zé]+( (van|de|der|den|Van|De|Der|Den))*( [A-Z][a-zé]+)+([,;&]| en |$)")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Two words with capitals and no number look like somebody's name."""
        for i, dossier in _dossiers(file):
            is_name = self.NAME.match(dossier) and not re.search(r"\d", dossier)
            if is_name and not DossierIsForm.FORM.search(dossier):
                message = f"`{dossier}` lijkt de naam van een persoon."
                help_ = "Schrijf een verwijzing zonder namen, bijvoorbeeld `map 2024/12`."
                yield self.finding(file, file.facts.span(("fotos", i, "dossier")), message, help_)
