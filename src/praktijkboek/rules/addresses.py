"""Rules on how links are written: whole addresses, words that say where they lead, brackets in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.finding import Finding, Fix, Severity
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Link, Marked
from praktijkboek.rule import Example
from praktijkboek.rules.links import repaired
from praktijkboek.rules.photo_names import plain_name
from praktijkboek.rules.rule import Rule, replace_in_line
from praktijkboek.spelling import fold

WEB = re.compile(r"(?i)https?://[^\s/?#@\[\]:.]+(\.[^\s/?#@\[\]:.]+)+(:\d+)?([/?#]\S*)?")
WITHOUT_SCHEME = re.compile(r"(?i)(//)?([\w-]+\.)+[a-z]{2,}([/?#]\S*)?")
SHAPES = {
    "mailto": (re.compile(r"(?i)mailto:[^@\s]+@[^@\s?.]+(\.[^@\s?.]+)+(\?\S*)?"), "mailto:info@voorbeeld.be"),
    "tel": (re.compile(r"(?i)tel:\+?\d[\d()./ -]{5,}"), "tel:+3251234567"),
}
"""What an address of a kind looks like, and an example."""


class LinkAddress(Rule):
    """Een adres dat niet volledig is, vindt de computer van een lezer niet."""

    name, code = "link-adres", "L07"
    bad = Example(body="Zie [de stad](www.voorbeeld.be).")
    good = Example(body="Zie [de stad](https://www.voorbeeld.be) of [mail ons](mailto:info@voorbeeld.be).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Web, mail and telephone addresses have their shape, and begin in lower case."""
        for link in file.body.links:
            scheme, _, rest = link.target.partition(":")
            if right := repaired(link.target):
                mail = "Bij dit e-mailadres ontbreekt `mailto:`" if right.endswith(link.target) else ""
                yield self._finding(
                    file, link, f"{mail or 'Rond dit adres staan aanhalingstekens'}: `{link.target}`.", right
                )
            elif self._lacks_scheme(link):
                right = f"https://{link.target.removeprefix('//')}"
                message = f"Bij deze link ontbreekt `https://`: `{link.target}`."
                yield self._finding(file, link, message, right)
            elif scheme.lower() in {"http", "https", *SHAPES} and scheme != scheme.lower() and rest:
                message = f"`{scheme}:` hoort in kleine letters: `{link.target}`."
                yield self._finding(file, link, message, f"{scheme.lower()}:{rest}")
            elif example := self._misshaped(link.target, scheme.lower()):
                message = f"Dit adres klopt niet: `{link.target}`."
                yield self.finding(file, link.span, message, f"Schrijf het helemaal, zoals `{example}`.")

    def _finding(self, file: CaseFile, link: Link, message: str, right: str) -> Finding:
        fix = replace_in_line(file, link.span, link.target, right)
        return self.finding(file, link.span, message, f"Schrijf `{right}`.", fix)

    @staticmethod
    def _lacks_scheme(link: Link) -> bool:
        """Whether a target is a web address without ``https``, and not the name of a file or folder."""
        target = link.target
        known = re.match(r"(?i)//|www\.|[^/?#]+\.(be|com|eu|info|net|nl|org|vlaanderen)([/?#]|$)", target)
        return bool(known and WITHOUT_SCHEME.fullmatch(target))

    @staticmethod
    def _misshaped(target: str, scheme: str) -> str | None:
        """An example of how it should be, for an address of another shape."""
        if scheme in SHAPES:
            shape, example = SHAPES[scheme]
            return None if shape.fullmatch(target) else example
        of_web = scheme in {"http", "https"} or target.startswith(("//", "?")) or re.match(r"(?i)www\.", target)
        return "https://www.voorbeeld.be" if of_web and not WEB.fullmatch(target) else None


VAGUE = frozenset(
    {"hier", "klik hier", "hier klikken", "klik", "klik op deze link", "deze link", "de link", "link", "via deze link"}
    | {"volg deze link", "lees meer", "lees hier meer", "lees verder", "meer lezen", "meer", "meer info", "info"}
    | {
        "meer informatie",
        "website",
        "deze website",
        "deze site",
        "deze pagina",
        "bekijk hier",
        "kijk hier",
        "lees hier",
    }
    | {"ga naar", "download", "pdf"}
)


class LinkText(Rule):
    """Een schermlezer somt links op zonder de zin errond: dan zegt “klik hier” niets."""

    name, code = "link-tekst", "L08"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(body="Voor het verslag: [klik hier](https://www.voorbeeld.be/verslag).")
    good = Example(body="Lees [het verslag van de dorpsraad](https://www.voorbeeld.be/verslag).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """The words of a link say where it leads; the name of a website does too, a long address doesn't."""
        for link in file.body.links:
            words = fold(link.text).strip(" .:!>»→()")
            is_address = re.match(r"(https?://|www\.)", words) and "/" in words.partition("//")[2].rstrip("/")
            unsafe = re.match(r"(?i)(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", link.target)  # another rule says so
            if (words in VAGUE or is_address) and not unsafe:
                message = f"De tekst van deze link, “{link.text}”, zegt niet waar je terechtkomt."
                help_ = f"Schrijf wat er te vinden is: `[het verslag van 2024]({link.target})`."
                yield self.finding(file, link.span, message, help_)


SOME_ADDRESS = r"(?:https?://|www\.|mailto:|\.\./)"
TURNED = re.compile(rf"\((?P<text>[^()\[\]]+)\) ?\[(?P<address>{SOME_ADDRESS}[^\[\]\s]+)\]")
APART = re.compile(rf"\[(?P<text>[^\[\]]+)\]\s+\((?P<address>(?:{SOME_ADDRESS}[^()\s]+|[^()\s]+\.(?:jpe?g|png|svg)))\)")
SQUARE = re.compile(rf"\[(?P<text>[^\[\]]+)\]\s?\[(?P<address>{SOME_ADDRESS}[^\[\]\s]+)\]")
OPEN = re.compile(rf"\[(?P<text>[^\[\]]+)\]\((?![^()]*\))(?P<address>{SOME_ADDRESS}[^()\[\]\s]*[\w/])")
BRACKETS = (TURNED, APART, SQUARE, OPEN)
SPACED = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\((?P<address>[^()<>\s]+(?: [^()<>\s]+)+)\)")
BARE = re.compile(r"(?i)<?(?<!\w)(?P<address>(?:https?://|www\.)[^\s<>()\[\]{}“”\"|`]*[\w/])>?")


CAPTIONED = re.compile(r"(?P<name>\S+) [\"“”„'‘’].*")
"""A name with a caption in quotes that are not plain ones."""


class LinkShape(Rule):
    """Staan de haken niet op hun plaats, dan ziet een lezer haken en een adres in de plaats van een link."""

    name, code = "link-haken", "L09"
    bad = Example(body="Zie (de stad)[https://www.voorbeeld.be].")
    good = Example(body="Zie [de stad](https://www.voorbeeld.be).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No running text that was meant as a link."""
        for prose in file.body.prose:
            for shape in BRACKETS if "[" in prose.text else ():
                for match in shape.finditer(prose.text):
                    right = f"[{match['text']}]({match['address']})"
                    span = prose.part(*match.span())
                    fix = replace_in_line(file, span, match.group(), right)
                    message = f"De haken van deze link staan niet goed: `{match.group()}`."
                    yield self.finding(file, span, message, f"Schrijf `{right}`.", fix)
            for match in SPACED.finditer(prose.text):
                yield from self._spaced(file, prose, match)

    def _spaced(self, file: CaseFile, prose: Marked, match: re.Match[str]) -> Iterator[Finding]:
        """A space within an address, or before a caption in Word's quotes."""
        address, fix = match["address"], None
        span = prose.part(*match.span())
        help_ = "Haal de spatie weg, ook in de naam van het bestand."
        if address in file.files:
            help_ = f"Noem het bestand `{plain_name(address)}`, in de map, in de kop en in de tekst."
        if captioned := CAPTIONED.fullmatch(address):
            right = match.group().replace(address, captioned["name"])
            message = f"Het bijschrift tussen aanhalingstekens hoort niet bij het adres: `{address}`."
            fix = replace_in_line(file, span, match.group(), right)
            yield self.finding(file, span, message, f"Schrijf `{right}`, zonder bijschrift.", fix)
            return
        if re.match(r"(?i)https?://", address):
            right = match.group().replace(address, address.replace(" ", "%20"))
            help_, fix = f"Schrijf `{right}`.", replace_in_line(file, span, match.group(), right)
        what = "foto" if match["image"] else "link"
        message = f"Door de spatie in `{address}` wordt dit geen {what}."
        yield self.finding(file, span, message, help_, fix)


class AddressLoose(Rule):
    """Een los adres is in het boek geen link, en wie luistert, hoort het letter voor letter."""

    name, code = "adres-los", "L10"
    severity = Severity.LET_OP
    waivable = True
    bad = Example(body="Meer op www.voorbeeld.be en dan verder.")
    good = Example(body="Meer op [voorbeeld.be](https://www.voorbeeld.be).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No web address in running text; without a header, its addresses are no text."""
        for prose in file.body.prose:
            if prose.linked or not file.header_end or not re.search(r"(?i)https?:|www\.", prose.text):
                continue
            text = prose.text
            for shape in (*BRACKETS, SPACED):
                text = shape.sub(lambda match: " " * len(match.group()), text)
            for match in BARE.finditer(text):
                yield self._finding(file, prose, match)

    def _finding(self, file: CaseFile, prose: Marked, match: re.Match[str]) -> Finding:
        address = match["address"] if "://" in match["address"] else f"https://{match['address']}"
        name = re.sub(r"(?i)^https?://(www\.)?", "", address).partition("/")[0]
        right = f"[{name}]({address})"
        span = prose.part(*match.span())
        fix: Fix | None = replace_in_line(file, span, match.group(), right)
        message = f"`{match['address']}` is zo geen link."
        return self.finding(file, span, message, f"Schrijf `{right}`, met woorden die zeggen waar je terechtkomt.", fix)
