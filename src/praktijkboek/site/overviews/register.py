"""``{trefwoorden}``: the register at the back, filled in once all pages are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from praktijkboek.notation import decapitalize
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.overviews.index_terms import Entry, Spot, by_letter, entries
from praktijkboek.site.overviews.marks import page
from praktijkboek.vocabulary import lists

MARKED = "trefwoorden"
"""What the environment remembers of a page that holds the register."""


class register_place(nodes.General, nodes.Element):  # noqa: N801 - docutils' nodes are named so
    """Where the register comes."""


class Keywords(SphinxDirective):
    """``{trefwoorden}``: from A to Z, the terms of all cases and what chapters name with ``{index}``."""

    def run(self) -> list[nodes.Node]:
        """A place that ``fill`` fills."""
        self.env.metadata[self.env.docname][MARKED] = "ja"
        return [register_place()]


def fill(app: Sphinx, doctree: nodes.document, document: str) -> None:
    """Put the register in its place; other pages tell what stands in it, so it can't be made while they are read."""
    for place in list(doctree.findall(register_place)):
        place.replace_self(nodes.container("", *_letters(app.builder, document), classes=["trefwoorden"]))


def _letters(builder: Builder, document: str) -> Iterator[nodes.Node]:
    order = {name: i for i, name in enumerate(reading_order(builder.env))}
    lines = entries(practices(builder.env).cases, chapter_terms(builder.env))
    level = 3 if builder.format == "boek" else 2  # there, the chapter's title is the h2
    for letter, group in by_letter(lines):
        heading = nodes.rubric("", letter)
        heading["heading-level"] = level
        items = (nodes.list_item("", _line(entry, order, builder, document)) for entry in group)
        yield nodes.container("", heading, nodes.bullet_list("", *items, classes=["az"]), classes=["letter"])


def _line(entry: Entry, order: Mapping[str, int], builder: Builder, document: str) -> nodes.paragraph:
    line = nodes.paragraph("", entry.term, classes=["reeks"])
    if entry.see:
        line += [nodes.Text(", "), nodes.emphasis("", "zie"), nodes.Text(f"\u00a0{entry.see}")]
        return line
    spots = sorted(entry.spots, key=lambda spot: order.get(spot[0], len(order)))
    links = [_to(spot, builder, document) for spot in spots]
    if [link.astext() for link in links] == [entry.term]:  # on the site, the name of a case
        return nodes.paragraph("", "", *links)
    for link in links:
        line += [nodes.Text(", "), link]
    return line


def _to(spot: Spot, builder: Builder, document: str) -> nodes.Element:
    """On paper the number of the page, on the site its title."""
    if builder.format == "boek":
        return page(*spot)
    name, identifier = spot
    slug = slug_of(name)
    title = practices(builder.env).cases[slug].short_title if slug else builder.env.titles[name].astext()
    return make_refnode(builder, document, name, identifier, nodes.Text(title))


def chapter_terms(env: BuildEnvironment) -> Iterator[tuple[str, Spot]]:
    """The themes of chapters, and what chapters name with ``{index}``; a part behind ";" follows after a comma."""
    for slug, term in lists()["themas"].items():
        if (document := f"book/invalshoeken/{slug}") in env.found_docs:
            yield decapitalize(term.label), (document, "")
    for document, found in sorted(env.get_domain("index").data.get("entries", {}).items()):
        for kind, value, identifier, *_ in found:
            if kind not in {"see", "seealso"}:
                yield ", ".join(part.strip() for part in value.split(";")), (document, identifier)


def reading_order(env: BuildEnvironment) -> Iterator[str]:
    """All pages in the order of the tables of contents."""
    waiting = [env.config.root_doc]
    while waiting:
        name = waiting.pop(0)
        yield name
        waiting = [*env.toctree_includes.get(name, ()), *waiting]


def shown(env: BuildEnvironment, page: str) -> object:
    """What the register of a page says; None where it has none."""
    if MARKED not in env.metadata[page]:
        return None
    titles = sorted((name, title.astext()) for name, title in env.titles.items())
    return list(entries(practices(env).cases, chapter_terms(env))), titles


def connect(app: Sphinx) -> None:
    """Add the directive and what fills it."""
    app.add_node(register_place)
    app.add_directive("trefwoorden", Keywords)
    app.connect("doctree-resolved", fill)
