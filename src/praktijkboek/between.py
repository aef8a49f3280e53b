"""Rules between cases: what one says of another, seen through outlines.

They run every time, also where what a case says by itself was kept from an earlier run; so they import nothing that is
slow to start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from praktijkboek.book import CHAPTERS, INDEX
from praktijkboek.finding import Finding, Severity, Span
from praktijkboek.outline import InnerLink, Outline, Surroundings
from praktijkboek.rule import BookRule, Example, did_you_mean
from praktijkboek.spelling import as_address, suggest

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = re.compile(
    r"(index|inhoud|cases|book|praktijken.*|(deel|het-buurtpunt|invalshoeken|aan-de-slag|lerend-netwerk|achteraan)-.*)$"
)
"""Anchors that the book has for its own chapters and parts (``print/assemble.py``)."""


def proposed(name: str) -> str:
    """The name of a folder that comes nearest to what was typed."""
    return as_address(name) or "naam-van-de-praktijk"


class FolderName(BookRule):
    """De naam van de map is het adres van de praktijk; met spaties of hoofdletters werkt dat niet overal."""

    name, code = "mapnaam", "M01"
    bad = Example(folder="De Melkerij!")
    good = Example(folder="de-melkerij")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """Lower case, digits and hyphens; a name that is taken is for ``FolderDouble``."""
        if RESERVED.match(case.slug):
            message = f"De naam `{case.slug}` gebruikt het boek zelf."
            yield self.finding(case, Span(1), message, f"Noem de map `praktijk-{case.slug}`.")
        elif not SLUG.fullmatch(case.slug) and not _twins(case, book):
            message = f"De map `{case.slug}` heeft een naam die geen webadres kan zijn."
            yield self.finding(case, Span(1), message, f"Noem de map `{proposed(case.slug)}`.")


class FolderDouble(BookRule):
    """Mappen die alleen in hoofdletters, accenten of leestekens verschillen, zijn op veel computers dezelfde map."""

    name, code = "map-dubbel", "M04"
    bad = Example(remark="naast de map `de-melkerij` staat een map `De-Melkerij`")
    good = Example(remark="naast de map `de-melkerij` staat een map `de-melkerij-van-merkem`")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """No two folders get the same address; the one with the right name is not blamed."""
        if not SLUG.fullmatch(case.slug) and (twins := _twins(case, book)):
            message = f"De map `{case.slug}` en de map `{twins[0]}` zouden hetzelfde adres krijgen."
            help_ = "Is het dezelfde praktijk, houd er dan één; geef de map anders een andere naam, in kleine letters."
            yield self.finding(case, Span(1), message, help_)


def _twins(case: Outline, book: Surroundings) -> list[str]:
    """The other folders that get the same address."""
    address = as_address(case.slug)
    return [slug for slug in book if slug != case.slug and as_address(slug) == address]


class TitleDouble(BookRule):
    """Twee praktijken met dezelfde titel kan een lezer in de inhoudsopgave niet uit elkaar houden."""

    name, code, severity = "titel-dubbel", "X03", Severity.LET_OP
    waivable = True
    bad = Example(remark="een andere praktijk heet ook “De Melkerij”")
    good = Example(remark="de ene praktijk heet “De Melkerij”, de andere “De Melkerij van Merkem”")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """Compare with the cases that are checked too; the first one by folder is not blamed."""
        if case.title and (first := book.titled(case.title)) != case.slug:
            message = f"De praktijk `{first}` heeft dezelfde titel: “{case.title}”."
            yield self.finding(case, case.title_span, message, "Zet in één van beide titels de naam van het dorp.")


class LinkDead(BookRule):
    """Een link naar een praktijk of een tussentitel die er niet is, loopt dood."""

    name, code = "link-dood", "L04"
    bad = Example(body="Zie [de andere](../bestaat-niet/index.md).")
    good = Example(body="Zie [onszelf](../voorbeeld/index.md) en [de lessen](#lessen).")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """The case or chapter is there, and in it the heading."""
        for link in case.links:
            if link.path[0] == CHAPTERS:
                yield from self._chapter(case, link, book)
            elif link.path[1] != case.slug:
                yield from self._case(case, link, book)
            elif link.path[2:] in {(), (INDEX,)}:
                yield from self._anchor(case, link, case.anchors)
            else:
                message = f"Een bestand uit de map komt niet als link in het boek: `{link.target}`."
                help_ = "Zet het op een website en link daarnaar, of haal de link weg."
                yield self.finding(case, link.span, message, help_)

    def _chapter(self, case: Outline, link: InnerLink, book: Surroundings) -> Iterator[Finding]:
        anchors = book.chapter(link.path) if link.path[-1].endswith(".md") else None
        if anchors is None:
            message = f"Deze link loopt dood: het hoofdstuk `{link.target}` is er niet."
            yield self.finding(case, link.span, message, "Kijk de naam na, of haal de link weg.")
        else:
            yield from self._anchor(case, link, anchors)

    def _case(self, case: Outline, link: InnerLink, book: Surroundings) -> Iterator[Finding]:
        slug = link.path[1]
        if slug not in book:
            meant = book.meant(slug)
            message = f"De praktijk `{slug}` is er niet.{did_you_mean(meant)}"
            help_ = f"Schrijf `../{meant}/index.md`." if meant else "Kijk de mapnaam van die praktijk na."
            yield self.finding(case, link.span, message, help_)
        elif link.path[2:] != (INDEX,):
            message = f"Deze link wijst niet naar de tekst van een praktijk: `{link.target}`."
            yield self.finding(case, link.span, message, f"Schrijf `../{slug}/index.md`.")
        elif link.anchor:
            yield from self._anchor(case, link, book[slug].anchors)

    def _anchor(self, case: Outline, link: InnerLink, anchors: frozenset[str] | None) -> Iterator[Finding]:
        """The heading is there; where the other text can't be read, that is said of the other text."""
        if link.anchor and anchors is not None and link.anchor not in anchors:
            meant = suggest(link.anchor, anchors)
            message = f"De tussentitel `#{link.anchor}` is er niet.{did_you_mean(f'#{meant}' if meant else None)}"
            help_ = "Schrijf de tussentitel in kleine letters, met koppeltekens."
            yield self.finding(case, link.span, message, help_)


class NotInBook(BookRule):
    """Een praktijk die nog niet klaar of ingetrokken is, staat niet in het boek: een link ernaartoe loopt dood."""

    name, code = "link-niet-in-boek", "X01"
    bad = Example(remark="de link wijst naar een praktijk met `status: ingetrokken`")
    good = Example(remark="de link wijst naar een praktijk met `status: klaar`")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """Each case that is linked to is published, or at least shown where this one is."""
        for link in case.links:
            slug = link.path[1]
            if link.path[0] != CHAPTERS and slug != case.slug and slug in book and not _shown(book[slug], case):
                message = f"De praktijk `{slug}` staat niet in het boek (status `{book[slug].status}`)."
                yield self.finding(case, link.span, message, "Haal de link weg, of vraag de redactie.")


def _shown(other: Outline, case: Outline) -> bool:
    """Whether ``other`` is there wherever ``case`` is."""
    return case.status == "ingetrokken" or other.status in {"klaar", case.status}


class RelatedUnknown(BookRule):
    """Verwante praktijken staan onderaan elke praktijk; ze moeten er dus zijn."""

    name, code = "verwant-onbekend", "L05"
    bad = Example(header="verwant: [bestaat-niet]")
    good = Example(header="verwant: []")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """Each related case is another one that was not withdrawn."""
        for related in case.related:
            slug, span = related.slug, related.span
            if slug == case.slug:
                message = "Een praktijk is niet verwant met zichzelf."
                yield self.finding(case, span, message, f"Haal `{slug}` uit de lijst.")
            elif slug not in book:
                meant = book.meant(slug)
                message = f"De verwante praktijk `{slug}` is er niet.{did_you_mean(meant)}"
                help_ = f"Schrijf `{meant}`." if meant else "Gebruik de mapnaam van een andere praktijk."
                yield self.finding(case, span, message, help_)
            elif book[slug].status == "ingetrokken" and not _shown(book[slug], case):
                message = f"De verwante praktijk `{slug}` is ingetrokken."
                yield self.finding(case, span, message, f"Haal `{slug}` uit de lijst.")


class RelatedDraft(BookRule):
    """Een verwante praktijk die nog niet klaar is, toont het boek niet; later komt ze er vanzelf bij."""

    name, code, severity = "verwant-concept", "X02", Severity.LET_OP
    waivable = True
    bad = Example(remark="de praktijk bij `verwant` heeft `status: concept`")
    good = Example(remark="de praktijk bij `verwant` heeft `status: klaar`")

    def check(self, case: Outline, book: Surroundings) -> Iterator[Finding]:
        """Name each related case that is a draft."""
        for related in case.related:
            slug = related.slug
            if slug != case.slug and slug in book and book[slug].status == "concept" and not _shown(book[slug], case):
                message = f"De verwante praktijk `{slug}` is nog een concept en staat dus nog niet in het boek."
                help_ = "Je hoeft niets te doen: ze verschijnt zodra haar status `klaar` is."
                yield self.finding(case, related.span, message, help_)


BOOK_WIDE: tuple[BookRule, ...] = (
    FolderName(),
    FolderDouble(),
    TitleDouble(),
    LinkDead(),
    NotInBook(),
    RelatedUnknown(),
    RelatedDraft(),
)
"""All of them, in the order in which they run."""
