"""Texts that are made to keep the check busy: CPU seconds for each, beside markdown-it-py that only parses it.

``python benchmarks/hostile.py``: each text is read and judged at a quarter and at the whole of the size that is still
read. The growth from one to the other says whether time goes up with the length (x 4) or with its square (x 16).
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt

from praktijkboek.authoring.example import sample
from praktijkboek.check import check_text
from praktijkboek.reader.walk import MOST_CHARACTERS

TEXT = (
    *(
        "[",
        "![",
        "[]",
        "[a](",
        "*a ",
        "**a*",
        "_a ",
        "`",
        "`a",
        "<",
        "<a ",
        "&",
        "> ",
        "- ",
        "1. ",
        "{a}`",
        "[^a]",
        "|a",
    ),
    *(
        "|a",
        ":::{tip}\n",
        "a\n\n",
        "## a\n",
        "**a**\n\n",
        "• a\n",
        "0478 ",
        "a@",
        "(a)[",
        "[a b](c d",
        "{{",
        "a\n---\n",
    ),
    *("1. x\n\ny\n\n", "- :::{tip} x :::\n", "::{tip}\n\n", "> [!TIP]\n>\n", "[1] x[1]\n", "((gevel.jpg", "a\tb\n"),
    *("(a)[www.a", "[a] (www.a", "[x](https://a.a.a:x)\n", "[x](mailto:a@a.a.@)\n", "[a](b) ", "<b>x</b>\n\n"),
)
HEADER = ("'", "_", "x:\u00a0 ", "a: b, ", "los\n", "partners: [\n", "\tx: y\n", "titel: x\n", 'x: "\n', "  - a\n")
WIDTH = 4_000
"""Longer lines are refused before anything looks at them."""


def text_of(piece: str, size: int, in_header: bool) -> str:
    """The sample with ``size`` characters of a piece, on lines that are still read."""
    line = piece * max(1, WIDTH // len(piece)) if "\n" not in piece else piece
    pieces = (line if line.endswith("\n") else line + "\n") * max(1, size // len(line))
    head, rest = sample().split("\n", 1)
    return f"{head}\n{pieces}{rest}" if in_header else f"{sample()}\n\n{pieces}"


def seconds(work: Callable[[], object]) -> float:
    """What ``work`` costs, in seconds of the processor."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Print a line for each text, the slowest first."""
    rows = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        for in_header, pieces, most in ((False, TEXT, MOST_CHARACTERS), (True, HEADER, 20_000)):
            for piece in pieces:
                small, large = (text_of(piece, int(most * part), in_header) for part in (0.22, 0.88))
                quarter = seconds(functools.partial(check_text, folder, small.encode()))
                whole = seconds(functools.partial(check_text, folder, large.encode()))
                peer = seconds(functools.partial(MarkdownIt("commonmark").parse, large))
                rows.append((whole, repr(piece), quarter, whole / max(quarter, 0.01), peer))
    print(f"{'text':<24}{'quarter':>9}{'whole':>9}{'growth':>9}{'peer':>9}{'x peer':>9}")
    for whole, shown, quarter, growth, peer in sorted(rows, reverse=True):
        print(f"{shown:<24}{quarter:>9.2f}{whole:>9.2f}{growth:>9.1f}{peer:>9.2f}{whole / max(peer, 0.01):>9.1f}")


if __name__ == "__main__":
    main()
