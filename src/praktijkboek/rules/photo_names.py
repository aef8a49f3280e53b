"""Which photos a case names: in its text and in its header, right or wrong."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from praktijkboek.finding import Span
from praktijkboek.reader import CaseFile
from praktijkboek.reader.body import Link
from praktijkboek.reader.photo_facts import EXTENSIONS, Picture
from praktijkboek.rule import Example
from praktijkboek.spelling import fold, suggest

LISTED = "\n".join(
    (
        "fotos:",
        "  - bestand: gevel.jpg",
        "    alt: De gevel met open deur",
        "    maker: Dorpsraad",
        "    licentie: CC-BY-4.0",
        "    herkenbaar: nee",
    )
)
SHOWN = "![De gevel met open deur](gevel.jpg)"
GOOD = Example(header=LISTED, body=SHOWN)


def named(name: str, remark: str = "") -> Example:
    """An example with another photo; ``remark`` says in Dutch what can't be seen of it."""
    return Example(header=LISTED.replace("gevel.jpg", name), body=SHOWN.replace("gevel.jpg", name), remark=remark)


def shown(file: CaseFile) -> list[Link]:
    """The photos of the text, by file name where they stand in the folder."""
    return [_named(file, image) for image in file.body.images]


def listed(file: CaseFile) -> list[Link]:
    """The photos of the header, likewise; ``alt`` is None where there is no such field."""
    found = []
    for i, photo in file.groups("fotos"):
        name, alt = photo.get("bestand"), photo.get("alt")
        if isinstance(name, str):
            typed_alt = "" if ("fotos", i, "alt") in file.facts.key_spans else None
            place = file.facts.span(("fotos", i, "bestand"))
            found.append(_named(file, Link(name, place, alt if isinstance(alt, str) else typed_alt)))
    return found


def used(file: CaseFile) -> dict[str, Span]:
    """All photos that a case names, each with its first place; a place in the text goes before one in the header."""
    return {link.target: link.span for link in (*reversed(listed(file)), *reversed(shown(file)))}


def linked_photos(file: CaseFile) -> Iterator[tuple[Link, str]]:
    """The links that were meant to show a photo of the folder, and what stands before the name: ``[words](``."""
    for link in file.body.links:
        words = f"[{link.text}]("
        start = link.span.column - 1 - len(words)
        is_photo = link.target in file.files and is_picture(link.target)
        if is_photo and start >= 0 and file.lines[link.span.line - 1].startswith(words, start):
            yield link, words


def present(file: CaseFile) -> Iterator[tuple[str, Span, Picture]]:
    """The photos that a case names and that are there, with what they hold."""
    for name, span in used(file).items():
        if name in file.ordinary_files:
            yield name, span, file.pictures[name]


def is_inside(target: str) -> bool:
    """Whether a target is a plain path that stays in the folder of the case."""
    clean = posixpath.normpath(target)
    return "\\" not in target and ":" not in target and not clean.startswith(("..", "/"))


def is_picture(name: str) -> bool:
    """Whether a name ends like a photo or drawing that the book knows."""
    return PurePosixPath(name).suffix.casefold() in EXTENSIONS


def meant(name: str, file: CaseFile) -> str | None:
    """The photo in the folder that a name which isn't there stands for."""
    photos = sorted(other for other in file.files if is_picture(other))
    same = (other for other in photos if fold(other) == fold(name))
    stem = (other for other in photos if fold(PurePosixPath(other).stem) == fold(PurePosixPath(name).stem))
    return next(same, None) or next(stem, None) or suggest(name, photos)


def _named(file: CaseFile, link: Link) -> Link:
    """``link`` with the name that it stands for: Markdown writes a space or an accent as ``%20`` or ``%C3%A9``."""
    if link.target in file.files:
        return link
    plain = unquote(link.target)
    span = _place(file, link.span, plain)
    if is_inside(plain) and plain:
        plain = posixpath.normpath(plain)
        accents = {unicodedata.normalize("NFC", name): name for name in file.files}
        plain = accents.get(unicodedata.normalize("NFC", plain), plain)
    return replace(link, target="" if plain == "." else plain, span=span)


def _place(file: CaseFile, span: Span, name: str) -> Span:
    """The place of ``name`` on a line where the reader found it under another spelling."""
    line = file.lines[span.line - 1] if span.column == span.end_column else ""
    column = line.find(name) + 1 if name else 0
    return Span(span.line, column, column + len(name)) if column else span


def plain_name(name: str) -> str:
    """The name that a file could have, with the plain letters, digits and hyphens that work everywhere."""
    path = PurePosixPath(unquote(name))
    stem = re.sub(r"[^a-z0-9/_-]+", "-", fold(str(path.with_suffix("")))).strip("-") or "foto"
    return stem + path.suffix.casefold()
