"""The Sphinx edge: cases become pages of the site, and doctrees that the printed book is made from.

``docs/architecture.md`` says what happens when. All of it hangs on Sphinx's events, connected here.
"""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from praktijkboek import __version__
from praktijkboek.book import edition_day
from praktijkboek.cache import program
from praktijkboek.site import (
    beside,
    blocks,
    dutch,
    glossary,
    guide,
    head,
    home,
    lists,
    overviews,
    page,
    pictures,
    reading,
    search,
    share_picture,
    sizes,
    slim,
    small_map,
)
from praktijkboek.site.cases import Cases, PracticeDomain
from praktijkboek.site.confined import BookParser
from praktijkboek.site.sweep import Sweep


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect everything; Sphinx calls this because ``book/conf.py`` names the extension."""
    cases = Cases()
    app.add_config_value("praktijkboek_repository", "", "env", str)
    app.add_config_value("praktijkboek_pdfs", "", "html", str)
    app.add_config_value("praktijkboek_contact", "", "env", str)
    app.add_config_value("praktijkboek_drafts", False, "env", bool)
    app.add_domain(PracticeDomain)
    app.connect("builder-inited", cases.read)
    app.connect("env-get-outdated", cases.outdated)
    app.connect("env-before-read-docs", cases.found)
    app.connect("source-read", reading.start_noting, priority=1)
    app.connect("source-read", reading.blank_header)
    # What is contributed is not trusted: docs/security.md.
    app.add_source_parser(BookParser, override=True)
    app.add_transform(Sweep)
    app.connect("doctree-read", pictures.publish, priority=90)
    # Before Sphinx's collectors (priority 500) look for titles, images and a table of contents.
    app.connect("doctree-read", reading.insert_facts, priority=100)
    app.connect("doctree-read", reading.name_referring_page, priority=101)
    app.connect("doctree-read", small_map.insert_map, priority=102)
    app.connect("doctree-read", reading.stop_noting, priority=900)
    app.connect("doctree-resolved", glossary.link_terms)
    app.add_directive("citaat", blocks.Quotation)
    app.add_directive("praktijken", lists.CaseList)
    app.add_directive("praktijken-inhoud", lists.CaseContents)
    app.add_directive("register", lists.Register)
    app.add_directive("velden", guide.FieldGuide)
    app.add_directive("regels", guide.RuleGuide)
    app.add_directive("uitgave", lists.Edition)
    app.add_directive("redactie", lists.Editors)
    overviews.connect(app)
    app.add_transform(reading.DutchApostrophes)
    dutch.translate(app)
    page.connect(app)
    home.connect(app)
    sizes.connect(app)
    share_picture.connect(app)
    head.connect(app)
    beside.connect(app)
    search.connect(app)
    app.connect("build-finished", slim.write_slim)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
        # Sphinx reads all pages again when this changes: with the program, and with the day that stands in the book.
        "env_version": int(program(), 16) + edition_day().toordinal(),
    }
