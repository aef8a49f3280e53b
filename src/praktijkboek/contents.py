"""What stands in a folder that somebody sent in, however deep."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

DEEPEST = 8
"""Folders inside folders; a case needs one or two. Two thousand fit on a disk, and are no case."""


class TooDeep(OSError):
    """There are more than ``DEEPEST`` folders inside each other."""


def contents(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Each file in ``folder`` and in the folders inside it, under its relative name with forward slashes.

    In a fixed order; shortcuts are files, and are not followed.

    :raises TooDeep: at a folder that lies too deep, where it is reached
    :raises OSError: if a folder can't be read
    """
    todo = [("", 0)]
    while todo:
        before, depth = todo.pop()
        if depth > DEEPEST:
            raise TooDeep(before)
        with os.scandir(folder / before) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            name = before + entry.name
            if entry.is_dir(follow_symlinks=False):
                todo.append((f"{name}/", depth + 1))
            else:
                yield name, entry
