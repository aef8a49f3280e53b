"""The structure tree of the file: one document, its parts, and under them what the fragments bring."""

from __future__ import annotations

from praktijkboek.print.fragments.file import File
from praktijkboek.print.fragments.fragment import Fragment
from praktijkboek.print.fragments.trees import Names, Numbers, reference
from praktijkboek.print.fragments.values import Values


class Element:
    """A structure element around others."""

    def __init__(self, file: File, tag: bytes, parent: int) -> None:
        self.number = file.reserve()
        self._tag, self._parent = tag, parent
        self.kids: list[bytes] = []
        """References, in order."""

    def write(self, file: File) -> None:
        """Write it, when it is known what is in it."""
        form = b"<</Type/StructElem/S/%s/P %d 0 R/K[%s]>>"
        file.small(self.number, form % (self._tag, self._parent, b" ".join(self.kids)))


class Structure:
    """What is known of the structure while the fragments are written, one after another."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._root = file.reserve()
        self._document = Element(file, b"Document", self._root)
        self._part: Element | None = None
        self._part_name = ""
        self._names = Names()
        self.parents = Numbers()

    def around(self, part: str, fragment: Fragment) -> Element:
        """The element around what a fragment in this part brings: that of the part, or the document's.

        A blank page brings nothing, and doesn't end a part.
        """
        if part != self._part_name and fragment.elements:
            self._end_part()
            self._part_name = part
            if part:
                self._part = Element(self._file, b"Part", self._document.number)
                self._document.kids.append(reference(self._part.number))
        return self._part or self._document

    def add(self, fragment: Fragment, values: Values, around: Element) -> None:
        """Take in what a fragment brings."""
        around.kids += [values[b"o%d" % number] for number in fragment.elements]
        for name, number in fragment.names:
            self._names.add(name, values[b"o%d" % number])
        self.parents.add(values.filled(template) for template in fragment.parents)

    def _end_part(self) -> None:
        if self._part:
            self._part.write(self._file)
            self._part = None

    def write(self) -> bytes:
        """Write what is around all, and give the reference to the root."""
        self._end_part()
        self._document.write(self._file)
        form = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %s/ParentTreeNextKey %d/IDTree %s>>"
        parents, names = self.parents.write(self._file), self._names.write(self._file)
        self._file.small(self._root, form % (self._document.number, parents, self.parents.next, names))
        return reference(self._root)
