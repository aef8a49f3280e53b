"""Rules on links: they lead somewhere, and not out of the book's own folders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from praktijkboek.book import INDEX
from praktijkboek.finding import Finding
from praktijkboek.outline import InnerLink
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Link
from praktijkboek.rule import Example
from praktijkboek.rules.rule import Rule

SCHEMES = {"http", "https", "mailto", "tel"}
LOCAL = re.compile(r"(?i)^(file:|[a-z]:[\\/]|\\|/(users|home|tmp)/)")


WEB_WITHOUT_SCHEME = re.compile(r"(?i)//|www\.|[\w-]+(\.[\w-]+)*\.(be|com|eu|info|net|nl|org|vlaanderen)(/|$)")


def _scheme(target: str) -> str:
    """The kind of an address, in lower case; empty for a path. A web address that lacks its own has ``https``."""
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    return match.group(1).lower() if match else "https" if WEB_WITHOUT_SCHEME.match(target) else ""


def _is_local(link: Link) -> bool:
    """Whether a link leads to a path of somebody's computer."""
    return bool(LOCAL.match(unquote(link.target)))


def _inner(link: Link) -> str | None:
    """The path of a link into the book's folders; None for a web address, a mail address or an anchor."""
    target = unquote(urlsplit(link.target).path) if not _scheme(link.target) else ""
    return target or None


def _leads_to(file: CaseFile, inner: str) -> tuple[str, ...] | None:
    """Where a path ends, from the top of the repository; None where it leaves ``cases/`` and ``book/``.

    The case stands at ``cases/<slug>/``; only the path's words count, no file is touched.
    """
    parts: list[str] = ["cases", file.slug]
    for part in inner.replace("\\", "/").split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    allowed = len(parts) > 1 and (parts[0] == "book" or (parts[0] == "cases" and not parts[1].startswith("_")))
    return tuple(parts) if allowed and not inner.startswith("/") else None


class LinkLocal(Rule):
    """Een bestand op jouw computer kan niemand anders openen."""

    name, code = "link-lokaal", "L01"
    bad = Example(body="Zie [het verslag](file:///C:/verslag.pdf).")
    good = Example(body="Zie [het verslag](https://www.voorbeeld.be/verslag.pdf).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """No path of somebody's computer."""
        for link in file.body.links:
            if _is_local(link):
                message = f"Deze link wijst naar een bestand op een computer: `{unquote(link.target)}`."
                help_ = "Zet het bestand op een website en link daarnaar, of haal de link weg."
                yield self.finding(file, link.span, message, help_)


class LinkUnsafe(Rule):
    """Sommige links voeren iets uit in plaats van naar een pagina te gaan."""

    name, code = "link-onveilig", "L02"
    bad = Example(body="Zie [het verslag](ftp://voorbeeld.be/verslag).")
    good = Example(body="Zie [het verslag](https://www.voorbeeld.be/verslag).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Only the kinds of address that a reader needs."""
        for link in file.body.links:
            scheme = _scheme(link.target)
            if scheme and scheme not in SCHEMES and not _is_local(link):
                message = f"Dit soort link is niet toegestaan: `{link.target}`."
                yield self.finding(file, link.span, message, "Gebruik een adres dat met `https://` begint.")


class LinkOutside(Rule):
    """Een link mag naar een andere praktijk of een hoofdstuk, maar niet naar andere mappen."""

    name, code = "link-buiten-map", "L03"
    bad = Example(body="Zie [daar](../../../etc/passwd).")
    good = Example(body="Zie [de lessen](#lessen).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """A path stays in ``cases/`` or ``book/``."""
        for link in file.body.links:
            inner = _inner(link)
            if inner and not _is_local(link) and _leads_to(file, inner) is None:
                message = f"Deze link verlaat de map van de praktijk: `{link.target}`."
                help_ = "Link naar een andere praktijk met `../mapnaam/index.md`, of naar een webadres."
                yield self.finding(file, link.span, message, help_)


class LinkEmpty(Rule):
    """Een link zonder adres brengt een lezer nergens."""

    name, code = "link-leeg", "L06"
    bad = Example(body="Zie [de stad]().")
    good = Example(body="Zie [de stad](https://www.voorbeeld.be).")

    def check(self, file: CaseFile) -> Iterator[Finding]:
        """Each link has an address."""
        for link in file.body.links:
            if not link.target:
                message = "Tussen de ronde haken van deze link staat geen adres."
                yield self.finding(file, link.span, message, "Schrijf het adres: `[tekst](https://www.voorbeeld.be)`.")


def inner_links(file: CaseFile) -> Iterator[InnerLink]:
    """The links of a text that stay within the book, for the rules between cases."""
    for link in file.body.links:
        if not link.target or _scheme(link.target) or _is_local(link) or link.target.startswith("www."):
            continue
        inner = _inner(link)
        path = _leads_to(file, inner) if inner else ("cases", file.slug, INDEX)
        if path is not None:
            yield InnerLink(link.target, path, unquote(urlsplit(link.target).fragment), link.span)
