"""The cases of the book, read by the core once per build and handed to all pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.config import Config
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from praktijkboek.between import SLUG
from praktijkboek.book import CASES, Book
from praktijkboek.case import Case
from praktijkboek.check import read_book
from praktijkboek.trouble import Trouble
from praktijkboek.vocabulary import lists


def docname(slug: str) -> str:
    """The name that Sphinx gives the page of a case."""
    return f"{CASES}/{slug}/index"


def slug_of(document_name: str) -> str | None:
    """The case that a page tells about; None for a chapter."""
    parts = document_name.split("/")
    return parts[1] if len(parts) == len((CASES, "slug", "index")) and parts[::2] == [CASES, "index"] else None


class PracticeDomain(Domain):
    """Holds the typed cases while the book is made, and the role ``{praktijk:ref}`` that refers to one."""

    name = "praktijk"
    label = "Praktijk"
    roles: ClassVar[dict[str, Any]] = {"ref": XRefRole(warn_dangling=True)}
    initial_data: ClassVar[dict[str, Any]] = {"fingerprint": ""}
    dangling_warnings: ClassVar[dict[str, str]] = {"ref": "de praktijk %(target)s is er niet"}
    cases: Mapping[str, Case] = {}
    headers: Mapping[str, int] = {}
    """The number of lines that the header of each case takes."""

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: addnodes.pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Point ``{praktijk:ref}`` at a case's page, under the case's title unless another text is given."""
        case = self.cases.get(target)
        if case is None:
            return None
        text = contnode if node["refexplicit"] else nodes.inline("", case.titel)
        return make_refnode(builder, fromdocname, docname(target), "", text)

    def resolve_any_xref(  # noqa: D102 - Sphinx's hook for references without a type; there are none to a case
        self, *_: Any
    ) -> list[tuple[str, nodes.reference]]:
        return []

    def merge_domaindata(self, docnames: Collection[str], otherdata: dict[str, Any]) -> None:
        """Nothing to merge: no page adds to the data while it is read."""


class Cases:
    """Reads the cases when a build starts; one for each Sphinx application."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.headers: dict[str, int] = {}

    def read(self, app: Sphinx, config: Config) -> None:
        """Read all cases and leave out what is not to be published."""
        shown = {"klaar", "concept"} if config.praktijkboek_drafts else {"klaar"}
        book = Book(app.srcdir)
        if book.cases.is_symlink():
            raise Trouble(f"De map `{CASES}` is een snelkoppeling: zet de praktijken in het boek zelf.")
        for slug, file in read_book(book).items():
            self.headers[slug] = file.header_end
            if SLUG.fullmatch(slug) and file.case is not None and file.case.status in shown:
                self.cases[slug] = file.case
        # Whatever else stands there, Sphinx doesn't see; a name with other signs might mean something in a pattern.
        others = {path.name for path in book.cases.iterdir()} - self.cases.keys()
        plain = sorted(name for name in others if re.fullmatch(r"[a-z0-9-]+", name))
        config.exclude_patterns += [f"{CASES}/*[!a-z0-9-]*/**", *(f"{CASES}/{name}/**" for name in plain)]
        theme_order = list(lists()["themas"])
        self.cases = dict(
            sorted(
                self.cases.items(),
                key=lambda item: (theme_order.index(item[1].themas[0]), sort_title(item[1])),
            )
        )

    def hand_over(self, app: Sphinx) -> None:
        """Give the cases to the domain of this build."""
        domain = practices(app.env)
        domain.cases, domain.headers = self.cases, self.headers

    def outdated(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: set[str],
        changed: set[str],
        removed: set[str],
    ) -> list[str]:
        """Every page, when a fact changed: titles and lists of cases stand on many."""
        del app, added, changed, removed
        facts = "\n".join(f"{slug} {case!r}" for slug, case in self.cases.items())
        fingerprint = hashlib.sha256(facts.encode()).hexdigest()
        domain = practices(env)
        if domain.data["fingerprint"] == fingerprint:
            return []
        domain.data["fingerprint"] = fingerprint
        return sorted(env.found_docs)


def practices(env: BuildEnvironment) -> PracticeDomain:
    """The domain that holds the cases of this build."""
    domain = env.get_domain("praktijk")
    assert isinstance(domain, PracticeDomain)
    return domain


def sort_title(case: Case) -> str:
    """A title as it is sorted: without quotes and capitals, and without an article before it."""
    words = case.titel.casefold().replace("’", "'").split()
    articles = {"de", "het", "een", "'t"}
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)
