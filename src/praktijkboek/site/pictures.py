"""The pictures of the book as they are published: cleaned copies, so that Sphinx and WeasyPrint never see another.

A copy is named after its content and kept in ``_build``; the file that was sent in stays as it is.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
import tempfile
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from praktijkboek import cleaning
from praktijkboek.cleaning import MOST_BYTES, NotAPicture
from praktijkboek.site.trust import is_trusted, own_picture

LOGGER = logging.getLogger(__name__)
COPIES = "_build/pictures"
EDITION = b"3"
"""Another number makes all copies anew: change it with ``praktijkboek.cleaning``."""


def publish(app: Sphinx, doctree: nodes.document) -> None:
    """Let each picture of a page be its cleaned copy; one that can't be published goes, with a warning.

    What the author named it is kept as ``bestand``.
    """
    page = app.env.docname
    for image in list(doctree.findall(nodes.image)):
        path = _file(app, page, image["uri"])
        if path is None and is_trusted(page):
            continue  # Sphinx says itself what is wrong with a picture in a chapter
        try:
            if path is None:
                raise NotAPicture("ze staat niet in de map van de praktijk")
            app.env.note_dependency(os.path.relpath(path, app.srcdir))
            image["bestand"], image["uri"] = posixpath.normpath(image["uri"]), f"/{COPIES}/{_copy(app, path)}"
        except (NotAPicture, OSError) as error:
            LOGGER.warning(
                "De foto `%s` is niet in het boek gekomen: %s.", image["uri"], error, location=(page, image.line or 1)
            )
            _take_away(image)


def _take_away(image: nodes.image) -> None:
    """Remove a picture with the figure or link that is round it."""
    gone: nodes.Element = image
    while isinstance(gone.parent, nodes.figure | nodes.reference):
        gone = gone.parent
    gone.parent.remove(gone)


def _file(app: Sphinx, page: str, address: str) -> Path | None:
    """The picture that is meant; None where there is none that we may open. A chapter's may stand anywhere."""
    if not is_trusted(page):
        return own_picture(app.env, page, address)
    path = Path(app.srcdir, app.env.relfn2path(address, page)[0])
    return path if re.search(r"\.(jpe?g|png|webp)$", address, re.IGNORECASE) and path.is_file() else None


def _copy(app: Sphinx, path: Path) -> str:
    """The name of the cleaned copy, which is made unless it is there."""
    if path.stat().st_size > MOST_BYTES:
        raise NotAPicture(f"ze is groter dan {MOST_BYTES // 1_000_000} MB")
    data = path.read_bytes()
    digest = hashlib.sha256(EDITION + data).hexdigest()[:32]
    folder = app.srcdir / COPIES
    stem = f"{re.sub(r'[^a-z0-9]+', '-', path.stem.lower()).strip('-')[:40]}-{digest}"
    made = next(
        (Path(folder, stem + end) for end in (".jpg", ".png", ".webp", ".svg") if Path(folder, stem + end).is_file()),
        None,
    )
    if made is None:
        cleaned, extension = cleaning.clean(data, drawing=path.suffix.lower() == ".svg")
        made = folder / (stem + extension)
        write(made, cleaned)
    return made.name


def write(target: Path, data: bytes) -> None:
    """Write a kept picture so that it is there whole or not at all; two builds may do so at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(data)
    Path(file.name).chmod(0o644)
    os.replace(file.name, target)  # noqa: PTH105 - Path.replace is the same
