"""From paper to the site: the address of a page there, and the QR code that leads to it."""

from __future__ import annotations

import io
from urllib.parse import quote, urlsplit

import segno
from sphinx.application import Sphinx
from sphinx.config import Config

from praktijkboek.trouble import Trouble


def check_site(app: Sphinx, config: Config) -> None:
    """Look whether the address of the site can be printed; without one there are no QR codes.

    :raises Trouble: if it is no https address of a site
    """
    del app
    address = config.praktijkboek_site
    parts = urlsplit(address)
    plain = not (parts.query or parts.fragment or parts.username or any(c.isspace() for c in address))
    if address and not (parts.scheme == "https" and parts.hostname and plain):
        raise Trouble(
            f"PRAKTIJKBOEK_SITE is `{address}`, en dat is geen adres van een website:"
            " zet er iets als `https://www.voorbeeld.be`, of laat het leeg."
        )


def page_address(site: str, document_name: str) -> str:
    """The address of a page as Sphinx's HTML builder makes it: ``https://voorbeeld.be/cases/x/index.html``."""
    return f"{site.rstrip('/')}/{quote(document_name)}.html"


def qr_svg(address: str) -> str:
    """A drawing of one path, a unit for each module, without the quiet zone of four: the page round it is white.

    :raises segno.DataOverflowError: if the address is longer than 2331 bytes
    """
    drawn = io.BytesIO()
    segno.make_qr(address, error="m").save(drawn, kind="svg", border=0, xmldecl=False, omitsize=True, svgclass=None)
    return drawn.getvalue().decode()
