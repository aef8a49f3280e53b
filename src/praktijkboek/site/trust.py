"""What of the book is trusted: the chapters in ``book/``, which maintainers wrote; a case never is."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from praktijkboek.book import CHAPTERS

PICTURE = re.compile(
    r"(?!\.)[^/\\:*?\[\]%\x00-\x1f]+(/(?!\.)[^/\\:*?\[\]%\x00-\x1f]+)*\.(jpe?g|png|webp|svg)", re.IGNORECASE
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
SCHEME = re.compile(r"\s*([^/?#\s]*?):")


LOGGER = logging.getLogger(__name__)


def warn_left_out(what: str, document_name: str, line: int) -> None:
    """Say that something of a case was left out; a warning refuses the build (ADR 0006)."""
    LOGGER.warning(
        "%s is niet in het boek gekomen: dat mag niet in een praktijk.", what, location=(document_name, line)
    )


def is_trusted(document_name: str) -> bool:
    """Whether a page is a chapter; whatever is not, is somebody's contribution."""
    return document_name.startswith(f"{CHAPTERS}/")


def is_picture_name(address: str) -> bool:
    """Whether an image's address is a plain name of a picture, in the folder itself or below."""
    return PICTURE.fullmatch(address) is not None


def own_picture(env: BuildEnvironment, document_name: str, address: str) -> Path | None:
    """The picture in the folder of its own case, an ordinary file that no shortcut leads to; None for any other."""
    if not is_picture_name(address):
        return None
    path = Path(env.srcdir, *document_name.split("/")[:-1], address)
    real = Path(env.srcdir).resolve().joinpath(*document_name.split("/")[:-1], address)
    return path if path.resolve() == real and path.is_file() else None


def is_web_address(address: str) -> bool:
    """Whether an address is of a kind that a reader needs: a page on the web, a mail address, a telephone number."""
    found = SCHEME.match(address)
    return found is not None and found.group(1).lower() in SCHEMES
