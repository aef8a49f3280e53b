"""The peer of ``check``: markdown-it-py and PyYAML read every case in ``cases/``, and nothing is judged.

This is the floor: what the two parsers cost that ``check`` stands on, with tables and footnotes and libyaml's speed.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def main() -> None:
    """Parse all cases of the book in this folder."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    for case in sorted(Path("cases").glob("[!_]*/index.md")):
        _, header, text = case.read_text(encoding="utf-8").split("---\n", 2)
        yaml.load(header, Loader=LOADER)
        parser.parse(text)


if __name__ == "__main__":
    main()
