"""The address of the published site, which ``PRAKTIJKBOEK_SITE`` says, and those of its pages."""

from __future__ import annotations

import os
import re
from urllib.parse import quote

from praktijkboek.trouble import Trouble

VARIABLE = "PRAKTIJKBOEK_SITE"
SITE = re.compile(r"https://[\w-]+(\.[\w-]+)+(:[0-9]{1,5})?(/[\w.~%-]+)*/?(?<!.{200})")
"""The address of a site, not too long to type."""


def known_site() -> str:
    """The address of the site without a slash at its end; empty where nobody said it.

    :raises Trouble: if what was said is no address of a site
    """
    return checked_site(os.environ.get(VARIABLE, ""))


def checked_site(address: str) -> str:
    """``address`` without a slash at its end.

    :raises Trouble: if it is neither empty nor the https address of a site
    """
    if address and not SITE.fullmatch(address):
        raise Trouble(
            f"{VARIABLE} is `{address}`, en dat is geen adres van een website:"
            " zet er iets als `https://www.voorbeeld.be`, of laat het leeg."
        )
    return address.rstrip("/")


def page_address(site: str, document_name: str) -> str:
    """The address of a page as Sphinx's HTML builder makes it: ``https://voorbeeld.be/cases/x/index.html``."""
    return f"{site.rstrip('/')}/{quote(document_name)}.html"
