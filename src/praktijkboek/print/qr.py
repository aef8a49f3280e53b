"""From paper to the site: the address of a place there, and the QR code that leads to it."""

from __future__ import annotations

import io
import posixpath
from urllib.parse import quote

import segno

from praktijkboek.address import page_address


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
