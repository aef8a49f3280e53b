"""Rules on what comes along when a text is copied: marks of a chat program, of a website or of a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Severity, Span
from praktijkboek.reader import CaseFile
from praktijkboek.rule import Example
from praktijkboek.rules.rule import Rule, replace_in_line

TRACE = re.compile(
    r" ?(?::contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oaicite:[^\[\]]{1,20}\]|【\d+[^【】]{0,60}】"
    r"|\[cite(?:_start|: ?[\d, ]+)\])"
)
"""How ChatGPT and Gemini point to what they read."""
TRACKERS = re.compile(r"(?i)(?<![^&])(?:utm_[a-z]+|fbclid|gclid|igshid|mc_[ce]id)=[^&#]*&?")
STARS = re.compile(r"(?<![\d*])\*\*(?!\*)|(?<!\*)\*\*(?![\d*])")
"""Two stars; those in ``2**3`` and ``f***`` are meant."""


class MachineTrace(Rule):
    """Verwijzingen van ChatGPT en andere programma's leiden een lezer nergens heen."""

    name, code = "ai-resten", "T23"
    bad = Example(body="De winkel sloot in 2019 :contentReference[oaicite:0]{index=0}.")
    good = Example(body="De winkel sloot in 2019.[^krant]\n\n[^krant]: De krant van maandag.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """One finding a line."""
        for number, line in enumerate(file.lines, start=1):
            if ("[" in line or "【" in line) and (match := TRACE.search(line)):
                span = Span(number, match.start() + 1, match.end() + 1)
                message = f"`{match.group().strip()}` is een verwijzing van een AI-programma, die een lezer niets zegt."
                help_ = "Haal ze weg, en kijk na of het klopt wat er staat; een bron zet je in de kop."
                yield self.finding(file, span, message, help_, Fix(number, line, TRACE.sub("", line).rstrip()))


class TrackingLink(Rule):
    """Wat achteraan een gekopieerd adres plakt, volgt wie erop klikt, en maakt het adres op papier onleesbaar."""

    name, code = "link-volgt", "L11"
    severity = Severity.LET_OP
    bad = Example(body="Zie [de stad](https://www.voorbeeld.be/a?utm_source=chatgpt.com).")
    good = Example(body="Zie [de stad](https://www.voorbeeld.be/a?pagina=2).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No link with marks that follow a reader."""
        for link in file.body.links:
            address, hash_, fragment = link.target.partition("#")
            start, _, rest = address.partition("?")
            if TRACKERS.search(rest):
                query = TRACKERS.sub("", rest).rstrip("&")
                right = f"{start}{'?' if query else ''}{query}{hash_}{fragment}"
                message = f"Achter dit adres staat wat een lezer volgt: `{link.target}`."
                fix = replace_in_line(file, link.span, link.target, right)
                yield self.finding(file, link.span, message, f"Schrijf `{right}`.", fix)


class LooseStars(Rule):
    """Sterretjes maken alleen iets vet als ze vlak voor en vlak na de woorden staan; anders ziet een lezer ze staan."""

    name, code = "losse-sterretjes", "T24"
    severity = Severity.LET_OP
    bad = Example(body="Het was **heel belangrijk.")
    good = Example(body="Het was **heel** belangrijk.")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No pair of stars is left in running text, but for those that are meant; one finding a line."""
        lines: set[int] = set()
        for prose in file.body.prose:
            match = STARS.search(prose.text) if "**" in prose.text else None
            if match and prose.span.line not in lines and "\\*" not in file.lines[prose.span.line - 1]:
                lines.add(prose.span.line)
                message = "Deze twee sterretjes maken niets vet en komen zo in het boek."
                help_ = "Zet er twee vlak voor en twee vlak na de vette woorden (`**vet**`), of haal ze weg."
                yield self.finding(file, prose.part(*match.span()), message, help_)
