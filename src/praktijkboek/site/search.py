"""The site's own search: Sphinx's index, with words that are compared as Dutch readers type them.

Sphinx keeps which words stand on which page (``searchindex.js``); beside it stands what the search page shows of each
page and which words mean the same (``zoekgegevens.js``). Both are scripts, so that they open from a disk, too.
``theme/praktijkboek/static/zoek.js`` finds, ``zoekpagina.js`` shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search import nl

from praktijkboek.municipality import mergers
from praktijkboek.notation import decapitalize
from praktijkboek.site.cases import practices, slug_of
from praktijkboek.site.factsheet import place_words, term_of
from praktijkboek.site.lists import slugs
from praktijkboek.site.overviews.index_terms import LISTED, SILENT
from praktijkboek.site.styles import kind
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import Term, lists

DATA = "zoekgegevens.js"
KINDS = {"praktijk": "Praktijk", "schrijfwijzer": "Schrijfwijzer"}
"""What a result is called; anything else is a page of a term, or a chapter."""
TERM_KINDS = {"functies": "Functie", "vervoer": "Vervoer", "provincie": "Provincie"}
FIRST, NO_CASE, GUIDE = range(3)
"""In which order results stand, before all else."""
FURNITURE = {"toctree-wrapper", "kaart", "trefwoorden", "gelijkaardig", "over-deze-tekst", "praktijk-blad"}
"""Classes of what leads to other pages or stands on each case: a reader wants the page that tells of a word."""
SAME_TITLES = {"in-het-kort", "bronnen", "noten"}
"""Classes of parts that all cases have; without this a search for "kort" would find all of them."""
SUMMARY = 240
"""So many characters of a chapter's first paragraph stand with a result."""


def split(text: str) -> list[str]:
    """The words of a text: letters and digits, folded; what is one sign long says nothing."""
    return re.findall(r"[^\W_]{2,}", fold(text))


class SearchDutch(nl.SearchDutch):
    """Sphinx's Dutch, with folded words in the index: "coöperatie" stands there as "cooperatie".

    The index keeps whole words: the stem of "wagen" is "waag", which is in no compound such as "wagenpark". The script
    stems what is typed and what it is compared with.
    """

    js_splitter_code = Path(__file__).with_name("search_words.js").read_text(encoding="utf-8")
    stopwords = frozenset(fold(word) for word in nl.SearchDutch.stopwords)

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx's name
        """The words of a text, see `split`."""
        return split(input)

    def stem(self, word: str) -> str:
        """The word itself."""
        return word

    def word_filter(self, word: str) -> bool:
        """All but the words of no meaning; years and postcodes are looked for, too."""
        return word not in self.stopwords


def connect(app: Sphinx) -> None:
    """Let Sphinx make the index of our words, and write our data beside it."""
    app.add_search_language(SearchDutch)
    app.connect("doctree-read", keep_summary)
    app.connect("doctree-resolved", hide_furniture, priority=900)  # when all of it is there
    app.connect("html-collect-pages", tidy_index)
    app.connect("build-finished", write_data)


def keep_summary(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the first paragraph of a chapter; a case has its own summary, see ``reading``.

    Sphinx clears and merges ``metadata`` with the page.
    """
    first = next((node for section in doctree.findall(nodes.section) for node in section if is_text(node)), None)
    if first is not None and not slug_of(app.env.docname):
        app.env.metadata[app.env.docname]["samenvatting"] = clip(first.astext())


def hide_furniture(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Mark what is not searched with the class that Sphinx has for it."""
    del page
    if app.builder.name == "html":
        for node in doctree.findall(nodes.Element):
            if FURNITURE.intersection(node["classes"]):
                node["classes"].append("no-search")
            elif isinstance(node, nodes.section) and SAME_TITLES.intersection(node["classes"]):
                next(node.findall(nodes.title))["classes"].append("no-search")


def is_text(node: nodes.Node) -> bool:
    """Whether this is a paragraph that readers see on the site."""
    return isinstance(node, nodes.paragraph) and "no-search" not in node["classes"]


def clip(text: str) -> str:
    """The beginning of a text, up to the end of a word."""
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY else line[:SUMMARY].rpartition(" ")[0].rstrip(" ,.;:") + " …"


def tidy_index(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Take from the index what only a first build has, or only a later one, so that both write the same.

    Words that are on no page any more stay in it without pages; entries of the register get lost for pages that are
    not written again (Sphinx 9.0 keeps neither), and the search has no use for them.
    """
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        indexer.prune(app.env.all_docs)
        indexer._index_entries.clear()
        for words in (indexer._mapping, indexer._title_mapping):
            for word in [word for word, pages in words.items() if not pages]:
                del words[word]
    return iter(())


def write_data(app: Sphinx, error: Exception | None) -> None:
    """Write what the search page knows beyond the index."""
    if error is None and app.builder.name == "html":
        data = {"pages": {page: page_data(app.env, page) for page in sorted(app.env.found_docs)}, "meant": meant()}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (Path(app.outdir) / DATA).write_text(f"Search.setData({text})\n", encoding="utf-8")


def page_data(env: BuildEnvironment, page: str) -> dict[str, str | int]:
    """What a result shows of a page besides its title: the kind, the place of a case, a summary; and where it stands.

    What helps a village stands before a term that no case has, and that before the guide for authors.
    """
    slug, (field, term) = slug_of(page), term_of(page)
    cases = practices(env).cases
    has_case = not field or any(term in slugs(case, field) for case in cases.values())
    return {
        "kind": TERM_KINDS.get(field) or KINDS.get(kind(page), "Hoofdstuk"),
        "order": GUIDE if kind(page) == "schrijfwijzer" else FIRST if has_case else NO_CASE,
        "place": place_words(cases[slug]) if slug else "",
        "summary": str(env.metadata[page].get("samenvatting", "")),
    }


def meant() -> dict[str, list[str]]:
    """For words that readers type, folded: what else stands on the pages that they mean.

    From the vocabulary: a synonym leads to its term ("deelwagen" to "deelauto"), which stands in the facts of each case
    that has it; a term leads to its synonyms as well. A former municipality leads to the one of today. What holds the
    typed word ("bushalte" for "bus") is found without.
    """
    found: dict[str, list[str]] = {}
    pairs = [pair for field in LISTED for term in lists()[field].values() for pair in _pairs(term)]
    for typed, other in [*pairs, *((merger.old, merger.new) for merger in mergers())]:
        key, stands = " ".join(split(typed)), " ".join(split(other))
        if key and stands and key not in stands:  # of "v.z.w." no word is left
            others = found.setdefault(key, [])
            others += [other] * (other not in others)
    return found


def _pairs(term: Term) -> Iterator[tuple[str, str]]:
    if term.slug in SILENT:
        return
    label, name = decapitalize(term.label), term.slug.replace("-", " ")
    for synonym in term.synonyms:
        yield synonym, label
        yield from ((typed, synonym) for typed in (label, name))
    yield name, label
