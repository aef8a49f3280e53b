"""What the maintainers settle in ``pyproject.toml``, under ``tool.praktijkboek``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from praktijkboek.trouble import Trouble

FILE = "pyproject.toml"
EXEMPTIONS, MOVED = "uitzonderingen", "verhuisd"


def read_settings(root: Path) -> tuple[dict[str, Any], str]:
    """The table ``tool.praktijkboek`` of ``root/pyproject.toml``, and the text of that file; empty where there is none.

    :raises Trouble: if the file is no TOML, or holds a setting that isn't there
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, ""
    if EXEMPTIONS not in text and "tool.praktijkboek" not in text:
        return {}, text
    try:
        table = tomllib.loads(text).get("tool", {}).get("praktijkboek", {})
    except tomllib.TOMLDecodeError as error:
        raise Trouble(f"{FILE} is niet te lezen ({error}): zet dat eerst recht.") from error
    if wrong := sorted(table.keys() - {EXEMPTIONS, MOVED}):
        raise Trouble(
            f"{FILE}: `{wrong[0]}` kennen we niet onder `tool.praktijkboek`; schrijf `{EXEMPTIONS}` of `{MOVED}`."
        )
    return table, text
