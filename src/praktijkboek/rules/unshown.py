"""A rule on photos that are only named in the text: a reader sees the name of a file and no photo."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Marked
from praktijkboek.rule import Example
from praktijkboek.rules.addresses import BRACKETS, SPACED
from praktijkboek.rules.photo_names import LISTED, SHOWN, is_picture, linked_photos, listed, shown
from praktijkboek.rules.rule import LONGEST_MENDED, Rule, replace_in_line

MOST_NAMES = 100
"""So many photos are looked for: a case has ten, and a hostile one could list 20,000."""


class PhotoNotShown(Rule):
    """Een foto verschijnt alleen met een uitroepteken, een beschrijving en haar naam; anders leest iemand die naam."""

    name, code = "foto-niet-getoond", "P25"
    bad = Example(header=LISTED, body="[foto: gevel.jpg]")
    good = Example(header=LISTED, body=SHOWN)

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No link to a photo, and no name of a photo in the place of it."""
        for link, words in linked_photos(file):
            line, start = file.lines[link.span.line - 1], link.span.column - 1 - len(words)
            right = f"!{words}{link.target})"
            fix: Fix | None = None
            if len(line) <= LONGEST_MENDED:
                fix = Fix(link.span.line, line, f"{line[:start].removesuffix('! ')}!{line[start:]}")
            message = f"Zonder uitroepteken vlak voor de haak wordt de foto `{link.target}` een link."
            yield self.finding(file, link.span, message, f"Schrijf `{right}`.", fix)
        photos = {photo.target: photo.alt for photo in listed(file)}
        in_text = {photo.target for photo in shown(file)}
        names = {name for name in (*file.files, *photos) if is_picture(name)} - in_text
        names = set(sorted(names)[:MOST_NAMES])
        for prose in file.body.prose if names else ():
            if "." in prose.text and not prose.linked and (place := _place(prose, names)):
                name, span, typed = place
                right = f"![{photos.get(name) or 'wat er te zien is'}]({name})"
                alone = typed.strip() == prose.text.strip()
                fix = replace_in_line(file, span, typed, right) if alone and photos.get(name) else None
                message = f"Zo komt de foto `{name}` niet in het boek: er staat alleen haar naam."
                yield self.finding(file, span, message, f"Schrijf op een eigen regel `{right}`.", fix)


def _place(prose: Marked, names: set[str]) -> tuple[str, Span, str] | None:
    """The photo that a line names between brackets or with nothing beside it, with its place and how it was typed."""
    for name in sorted(name for name in names if name in prose.text):
        pattern = rf"!?[\[(]{{1,2}}[^\[\]()]{{0,30}}?{re.escape(name)}[^\[\]()]{{0,30}}[\])]{{1,2}}"
        match = re.fullmatch(rf"\s*{re.escape(name)}\s*", prose.text) or re.search(pattern, prose.text)
        if match and not any(shape.search(prose.text) for shape in (*BRACKETS, SPACED)):
            return name, prose.part(*match.span()), match.group()
    return None
