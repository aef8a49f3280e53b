"""The theme's style sheet without what no page of ours has: of its 64 kB (gzip), a reader waits for a third.

``pydata-sphinx-theme.css`` holds all of Bootstrap, the names of two thousand icons and looks for other extensions.
Whole families of classes are left out, and tests/book/test_site.py sees that no page has one of them.
"""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

SHEET = Path("_static", "styles", "pydata-sphinx-theme.css")
COMPONENTS = """
    accordion alert badge breadcrumb btn-check btn-close btn-group btn-toolbar bs-popover bs-tooltip card carousel
    col collapsing dropdown dropend dropstart dropup figure form input-group list-group modal offcanvas page-item
    page-link pagination popover progress row-cols spinner toast tooltip was-validated
"""
UTILITIES = """
    bg border clearfix column-gap display float focus-ring fs fst fw gap gx gy icon-link link lh mb me ms mt mx my
    object offset opacity order overflow pb pe position ps pt px py ratio rounded row-gap shadow stretched-link text-bg
    translate-middle vh vr vstack vw
"""
SIZED = "g h m p w z"
"""Utilities that always have a size behind them: ``w`` alone is a white space in code."""
EXTENSIONS = "ablog cell_output copybtn dataframe ethical-footer ethical-sidebar graphviz sd toggle-details xarray"
CUT = re.compile(
    rf"\.(?:(?:{'|'.join(f'{COMPONENTS} {UTILITIES} {EXTENSIONS}'.split())})(?:-[\w-]+)?"
    rf"|(?:{'|'.join(SIZED.split())}|fa)-[\w-]+)(?![\w-])"
)
"""A class that no page has: one of a family, or an icon."""
KEPT = re.compile(r"\.fa-solid\b")
"""The look of an icon; which sign it is, ``praktijkboek.css`` says of the few that there are."""
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
NEGATED = re.compile(r":not\([^()]*\)")
EMPTY = re.compile(r"@(?:media|supports)[^{}]*\{\s*\}")


def slim(css: str) -> str:
    """A minified style sheet without the rules of which every selector asks for a class that no page has."""
    return EMPTY.sub("", RULE.sub(lambda rule: "" if _is_cut(rule[1]) else rule[0], css))


def _is_cut(selectors: str) -> bool:
    parts = NEGATED.sub("", selectors).split(",")
    return all(CUT.search(part) and not KEPT.search(part) for part in parts)


def write_slim(app: Sphinx, error: Exception | None) -> None:
    """Put it in the place of the whole one, which Sphinx copies in each build."""
    path = Path(app.outdir, SHEET)
    if error is None and app.builder.format == "html" and path.is_file():
        path.write_text(slim(path.read_text(encoding="utf-8")), encoding="utf-8")
