"""The pages of the file, and how they are called."""

from __future__ import annotations

from praktijkboek.print.fragments.file import File
from praktijkboek.print.fragments.trees import reference
from praktijkboek.print.fragments.values import string


class Pages:
    """A tree with a node for each fragment, so that a program finds a page without reading all of them."""

    def __init__(self, file: File) -> None:
        self._file = file
        self.root = file.reserve()
        self._nodes: list[bytes] = []
        self._labels: list[str] = []

    def reserve(self) -> int:
        """The number of the node for the next fragment."""
        return self._file.reserve()

    def add(self, node: int, pages: list[bytes], label: str) -> None:
        """Write a node.

        :param pages: references to the pages in it
        :param label: what these pages are called instead of by their number, or empty
        """
        form = b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>"
        self._file.small(node, form % (self.root, len(pages), b" ".join(pages)))
        self._nodes.append(reference(node))
        self._labels += [label] * len(pages)

    def write(self) -> bytes:
        """Write the root, and give the entries of the catalog."""
        count = len(self._labels)
        self._file.small(self.root, b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b" ".join(self._nodes)))
        return b"/Pages %d 0 R/PageLabels<</Nums[%s]>>" % (self.root, b" ".join(self._ranges()))

    def _ranges(self) -> list[bytes]:
        """From which page on pages are called how: by the number that is printed on them, or by name."""
        before = [None, *self._labels]
        starts = [n for n, label in enumerate(self._labels) if label != before[n]]
        return [
            b"%d<</P%s>>" % (n, string(self._labels[n])) if self._labels[n] else b"%d<</S/D/St %d>>" % (n, n + 1)
            for n in starts
        ]
