"""Footnotes at the foot of the page: the text of a note moves to the place where the text first refers to it.

CSS takes it from there to the foot (``float: footnote``). That works only inside running text, so that the blocks of a
note become lines of their own in one piece of inline text: a paragraph inside a paragraph is no HTML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes


class Voetnoot(nodes.inline):
    """The text of a note, at its first reference; ``nummer`` is what stands before it."""


def to_foot(doctree: nodes.document) -> None:
    """Move all notes of a document to their references, numbered from 1 as they come; the part "Noten" goes."""
    notes = {note["ids"][0]: note for note in doctree.findall(nodes.footnote)}
    lines = [line for line in doctree.findall(nodes.transition) if "footnotes" in line["classes"]]
    for gone in [*notes.values(), *lines]:
        _take_away(gone)
    numbers: dict[str, int] = {}
    for reference in list(doctree.findall(nodes.footnote_reference)):
        _place(reference, notes, numbers)


def _take_away(node: nodes.Element) -> None:
    """Remove a note, and the section that has nothing but its title left."""
    parent = node.parent
    parent.remove(node)
    if isinstance(parent, nodes.section) and "noten" in parent["classes"] and len(parent.children) == 1:
        parent.parent.remove(parent)


def _place(reference: nodes.Element, notes: Mapping[str, nodes.footnote], numbers: dict[str, int]) -> None:
    """Put the note in the place of its first reference; a later one says the same number and leads there."""
    identifier = reference["refid"]
    if identifier in numbers:
        reference[:] = [nodes.Text(str(numbers[identifier]))]
        return
    number = numbers[identifier] = len(numbers) + 1
    note = Voetnoot("", "", *_flat(notes[identifier]), ids=[identifier], nummer=number, classes=["voetnoot"])
    reference.parent.replace(reference, note)
    for inner in list(note.findall(nodes.footnote_reference)):
        _set_in(inner, notes, numbers)


def _set_in(reference: nodes.Element, notes: Mapping[str, nodes.footnote], numbers: Mapping[str, int]) -> None:
    """A reference inside a note: WeasyPrint can't set a note on a note, so that its text comes between brackets."""
    if reference["refid"] in numbers:
        reference[:] = [nodes.Text(str(numbers[reference["refid"]]))]
    else:
        text = f" ({notes[reference['refid']].astext().partition(chr(10))[2].strip()})"
        reference.parent.replace(reference, nodes.Text(text))


def _flat(note: nodes.footnote) -> Iterator[nodes.Node]:
    """What stands in a note as inline nodes: every paragraph after the first a line of its own."""
    for i, line in enumerate(_lines(note)):
        if i:
            yield nodes.inline("", "", *line, classes=["alinea"])
        else:
            yield from line


def _lines(node: nodes.Element) -> Iterator[list[nodes.Node]]:
    for child in node.children:
        if isinstance(child, nodes.image):
            yield [child]
        elif isinstance(child, nodes.TextElement) and not isinstance(child, nodes.label):
            yield child.children
        elif isinstance(child, nodes.Element):
            yield from _lines(child)
