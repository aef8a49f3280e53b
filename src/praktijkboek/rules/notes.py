"""Rules on footnotes: each has a reference and a text, once."""

from __future__ import annotations

from collections.abc import Iterator

from praktijkboek.finding import Finding
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example, did_you_mean
from praktijkboek.rules.rule import Rule
from praktijkboek.spelling import suggest


class NoteWithoutText(Rule):
    """Een cijfertje zonder noot laat een lezer vergeefs zoeken."""

    name, code = "voetnoot-zonder-tekst", "N01"
    bad = Example(body="Dat stond in de krant.[^krant]")
    good = Example(body="Dat stond in de krant.[^krant]\n\n[^krant]: De krant van maandag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each reference has its note."""
        labels = [note.text for note in file.body.notes]
        for reference in file.body.note_references:
            if reference.text not in labels:
                message = f"De voetnoot `[^{reference.text}]` heeft geen tekst."
                message += did_you_mean(suggest(reference.text, labels))
                help_ = f"Zet onderaan een regel `[^{reference.text}]: ...`, of haal de verwijzing weg."
                yield self.finding(file, reference.span, message, help_)


class NoteUnused(Rule):
    """Een noot waar niets naar verwijst, staat nergens in het boek."""

    name, code = "voetnoot-ongebruikt", "N02"
    bad = Example(body="[^krant]: De krant van maandag.")
    good = Example(body="Dat stond in de krant.[^krant]\n\n[^krant]: De krant van maandag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each note has a reference."""
        used = {reference.text for reference in file.body.note_references}
        missing = used - {note.text for note in file.body.notes}
        for note in file.body.notes:
            if note.text not in used and not suggest(note.text, missing):
                message = f"Naar de voetnoot `[^{note.text}]` verwijst niets."
                yield self.finding(file, note.span, message, f"Zet `[^{note.text}]` in de tekst, of haal de noot weg.")


class NoteDouble(Rule):
    """Twee noten met dezelfde naam: dan weten we niet welke bedoeld is."""

    name, code = "voetnoot-dubbel", "N03"
    bad = Example(body="Kijk.[^een]\n\n[^een]: De ene.\n\n[^een]: De andere.")
    good = Example(body="Kijk.[^een][^twee]\n\n[^een]: De ene.\n\n[^twee]: De andere.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each label stands once."""
        seen: set[str] = set()
        for note in file.body.notes:
            if note.text in seen:
                message = f"De voetnoot `[^{note.text}]` staat er twee keer."
                yield self.finding(file, note.span, message, "Geef één van de twee een andere naam.")
            seen.add(note.text)
