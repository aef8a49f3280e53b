"""Looks at photos and drawings."""

from __future__ import annotations

from collections.abc import Iterator

from proof.document import Document
from proof.finding import Finding, Paper


def strayed_captions(document: Document, paper: Paper) -> Iterator[Finding]:
    """A caption on another page than its figure or table."""
    del paper
    for caption in document.tree.root.all("Caption"):
        owner = caption.parent
        lines = document.lines.get(caption, [])
        if owner is None or not lines:
            continue
        others = [kid for kid in owner.kids if kid is not caption]
        pages = {page for kid in others for page in document.mark_pages.get(kid, ())}
        pages |= {page for (page, _), element in document.tree.marks.items() if element is owner}
        if pages and {line.page for line in lines} - pages:
            yield Finding(lines[0].page, "een bijschrift staat op een andere bladzijde", lines[0].text)


def without_alt(document: Document, paper: Paper) -> Iterator[Finding]:
    """A picture that says nothing to who can't see it."""
    del paper
    for figure in document.tree.root.all("Figure"):
        if not figure.alt.strip():
            pages = document.mark_pages.get(figure, set())
            yield Finding(min(pages, default=0), "een beeld heeft geen beschrijving", document.text(figure))


def coarse_pictures(document: Document, paper: Paper) -> Iterator[Finding]:
    """A photo with too few pixels for its size on paper."""
    for page in document.pages:
        for picture in page.pictures:
            if picture.dpi < paper.least_dpi - 1:
                size = f"{picture.pixels[0]} × {picture.pixels[1]}"
                yield Finding(page.number, f"een foto van {size} heeft maar {picture.dpi:.0f} beeldpunten per duim")
