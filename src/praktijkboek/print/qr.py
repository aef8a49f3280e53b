"""From paper to the site: the address of a page there, and the QR code that leads to it."""

from __future__ import annotations

import io
import posixpath
import re
from urllib.parse import quote

import segno
from sphinx.application import Sphinx
from sphinx.config import Config

from praktijkboek.trouble import Trouble

SITE = re.compile(r"https://[\w-]+(\.[\w-]+)+(:[0-9]{1,5})?(/[\w.~%-]+)*/?(?<!.{200})")
"""The address of a site, not too long to type."""


def check_site(app: Sphinx, config: Config) -> None:
    """Look whether the address of the site can be printed; without one there are no QR codes.

    :raises Trouble: if it is no https address of a site
    """
    del app
    address = config.praktijkboek_site
    if address and not SITE.fullmatch(address):
        raise Trouble(
            f"PRAKTIJKBOEK_SITE is `{address}`, en dat is geen adres van een website:"
            " zet er iets als `https://www.voorbeeld.be`, of laat het leeg."
        )


def page_address(site: str, document_name: str) -> str:
    """The address of a page as Sphinx's HTML builder makes it: ``https://voorbeeld.be/cases/x/index.html``."""
    return f"{site.rstrip('/')}/{quote(document_name)}.html"


def seen_from(site: str, here: str, document_name: str, identifier: str = "") -> str:
    """The address of a place on a page, from a file that stands beside the page of the document ``here``.

    :param site: the address of the site; where it isn't known, the address is relative
    """
    beside = posixpath.relpath(f"{document_name}.html", posixpath.dirname(here))
    address = page_address(site, document_name) if site else quote(beside)
    return f"{address}#{quote(identifier)}" if identifier else address


def qr_svg(address: str) -> str:
    """A drawing of one path, a unit for each module, without the quiet zone of four: the page round it is white.

    :raises segno.DataOverflowError: if the address is longer than 2331 bytes
    """
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False, omitsize=True, svgclass=None)
    return drawn.getvalue().decode()
