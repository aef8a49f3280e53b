"""Cases that got another name, as the maintainers write them in ``pyproject.toml``: the old address leads to the new.

.. code:: toml

    [tool.praktijkboek.verhuisd]
    melkerij = "de-melkerij"
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from praktijkboek.between import SLUG
from praktijkboek.settings import FILE, MOVED, read_settings
from praktijkboek.trouble import Trouble

PLACE = f"{FILE}, bij `{MOVED}`"


def read_moved(root: Path, cases: Collection[str]) -> dict[str, str]:
    """The name that each old name has now. A case that moved more than once is followed to the end.

    :param cases: the slugs of the cases that the book shows
    :raises Trouble: if a name is none, an old one is still there, or a new one isn't
    """
    names, _ = read_settings(root)
    moved = names.get(MOVED, {})
    if not isinstance(moved, dict):
        raise Trouble(f'{PLACE}: schrijf `oude-naam = "nieuwe-naam"` onder `[tool.praktijkboek.{MOVED}]`.')
    for old, new in moved.items():
        _look_at(old, new, cases)
    return {old: _end(old, moved, cases) for old in sorted(moved)}


def _look_at(old: str, new: object, cases: Collection[str]) -> None:
    for name in (old, new):
        if not isinstance(name, str) or not SLUG.fullmatch(name):
            raise Trouble(f"{PLACE}: `{name}` is geen naam van een map; schrijf kleine letters, cijfers en streepjes.")
    if old in cases:
        raise Trouble(f"{PLACE}: de praktijk `{old}` is er nog; geef haar map de nieuwe naam, of haal de regel weg.")


def _end(old: str, moved: Mapping[str, str], cases: Collection[str]) -> str:
    name, passed = moved[old], {old}
    while name in moved and name not in passed:
        passed.add(name)
        name = moved[name]
    if name not in cases:
        raise Trouble(
            f"{PLACE}: `{old}` leidt naar `{name}`, en die praktijk staat niet in het boek; verbeter de naam."
        )
    return name
