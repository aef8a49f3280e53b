"""What stands in the head of a page for machines: description, address, OpenGraph, and a case as JSON-LD."""

from __future__ import annotations

import json
import textwrap
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from praktijkboek.address import checked_site, page_address
from praktijkboek.case import Case
from praktijkboek.export import FIELDS
from praktijkboek.groups import Source
from praktijkboek.site import finder
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.trust import is_web_address
from praktijkboek.vocabulary import label

DESCRIPTION = (
    "Het praktijkboek Ons buurtpunt: hoe kleine Vlaamse dorpen een ontmoetingsplaats met diensten en vervoer opzetten."
)
LONGEST = 200
"""So many characters of its first sentences describe a chapter."""
HOME = "index"
NOT_FOUND = "404"
DATA = "gegevens"
"""The page that explains the files for other programs."""
TITLES = {finder.PAGE: finder.TITLE, DATA: "Gegevens voor andere programma’s"}
"""Of the pages that are no documents; every other has the title of the book."""
NOWHERE = frozenset({"search", NOT_FOUND})
"""Pages that have no address to share."""
LANGUAGE = "nl-BE"


def connect(app: Sphinx) -> None:
    """Add what the templates need; after the handler that may give a page its picture (``og_beeld``)."""
    app.add_config_value("praktijkboek_site", "", "html", str)
    app.connect("config-inited", check_site)
    app.connect("html-page-context", add_head, priority=900)


def check_site(app: Sphinx, config: Config) -> None:
    """Look whether the address of the site is one.

    :raises Trouble: if it is none
    """
    del app
    config.praktijkboek_site = checked_site(config.praktijkboek_site)


def address_of(site: str, page: str) -> str:
    """The address by which a page wants to be known; the home page is that of the site itself."""
    return f"{site}/" if page == HOME else page_address(site, page)


def add_head(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give a page its description, its address where that of the site is known, and what it says to machines."""
    del template
    site, slug = app.config.praktijkboek_site, slug_of(page)
    case = practices(app.env).cases.get(slug or "")
    context["beschrijving"] = case.samenvatting if case else first_words(doctree) or DESCRIPTION
    context["adres"] = address_of(site, page) if site and page not in NOWHERE else ""
    picture = f"{site}/{context['og_beeld']}" if site and context.get("og_beeld") else ""
    context["og"] = {
        "og:type": "article" if case else "website",
        "og:locale": LANGUAGE.replace("-", "_"),
        "og:site_name": app.config.project,
        "og:title": _title(app, page),
        "og:description": context["beschrijving"],
        "og:url": context["adres"],
        "og:image": picture,
        "og:image:alt": context.get("og_alt", "") if picture else "",
    }
    if page == NOT_FOUND:
        context["basis"] = f"{urlsplit(site).path}/"
    elif page == DATA:
        context["velden"] = FIELDS
    elif case:
        told = article(case, address=context["adres"], picture=picture, editors=app.config.author)
        told["isPartOf"] = {"@type": "Book", "name": app.config.project} | ({"url": f"{site}/"} if site else {})
        context["over_praktijk"] = in_script(told)


def _title(app: Sphinx, page: str) -> str:
    title = app.env.titles.get(page)
    return title.astext() if title else TITLES.get(page, app.config.project)


def first_words(document: nodes.document | None) -> str:
    """What describes a chapter: its first paragraph, cut off at a word; empty where there is none."""
    section = next(document.findall(nodes.section), None) if document else None
    paragraphs = (child.astext() for child in section or () if isinstance(child, nodes.paragraph))
    return textwrap.shorten(next(paragraphs, ""), LONGEST, placeholder=" …")


def article(case: Case, *, address: str, picture: str, editors: str) -> dict[str, Any]:
    """A case as schema.org has it: what stands in the case, and nothing that was looked up or guessed.

    :param address: of its page; empty where the site's isn't known
    :param picture: the address of its picture, or empty
    :param editors: the author that is known to be an organisation; of another we don't know whether it is a person
    """
    told = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": case.titel,
        "description": case.samenvatting,
        "inLanguage": LANGUAGE,
        "url": address,
        "image": picture,
        "dateModified": case.bijgewerkt.isoformat(),
        "author": [_without_gaps({"@type": "Organization" * (name == editors), "name": name}) for name in case.auteurs],
        "license": licence_address(case.licentie),
        "contentLocation": _place(case),
        "keywords": [
            *(label("themas", slug) for slug in case.themas),
            *(label("functies", slug) for slug in case.functies),
            *(label("vervoer", slug) for slug in case.known_transport),
        ],
        "citation": [_cited(source) for source in case.bronnen],
    }
    return _without_gaps(told)


def _place(case: Case) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressLocality": case.gemeente or case.dorp,
        "postalCode": case.postcode,
        "addressCountry": case.land,
    }
    place: dict[str, Any] = {"@type": "Place", "name": case.dorp, "address": _without_gaps(address)}
    if case.coordinaten:
        latitude, longitude = case.coordinaten
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return place


def _cited(source: Source) -> dict[str, Any]:
    return _without_gaps(
        {
            "@type": "CreativeWork",
            "name": source.titel,
            "url": source.url if source.url and is_web_address(source.url) else None,
            "publisher": {"@type": "Organization", "name": source.uitgever} if source.uitgever else None,
            "datePublished": source.datum and source.datum.typed,
        }
    )


def _without_gaps(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value}


def licence_address(slug: str) -> str:
    """Where Creative Commons explains a licence of the vocabulary's list ``licentie``."""
    name, _, version = slug.lower().removeprefix("cc").strip("-").rpartition("-")
    return f"https://creativecommons.org/{'publicdomain/zero' if name == '0' else f'licenses/{name}'}/{version}/"


def in_script(told: dict[str, Any]) -> str:
    """JSON that stands in a ``script``: no text of a case can end that, or open a comment in it."""
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
