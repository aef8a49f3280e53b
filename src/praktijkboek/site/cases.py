"""The cases of the book, read by the core once per build and handed to all pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, ClassVar

from docutils import nodes
from docutils.nodes import Element
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole
from sphinx.util.nodes import make_refnode

from praktijkboek.between import SLUG
from praktijkboek.book import CASES, Book
from praktijkboek.case import Case
from praktijkboek.check import KnownCase, read_book
from praktijkboek.site.likeness import Likeness, Related
from praktijkboek.site.watched import Note, WatchedCases, digest
from praktijkboek.trouble import Trouble
from praktijkboek.vocabulary import lists

LINK = re.compile(rf"(?:/?{CASES}/)?([a-z0-9-]+)(?:/index)?")
"""The target of a reference to a case: ``voorbeeld`` (by the role) or the name of its page."""

PER_PAGE = ("notes", "digests", "links")
"""What the domain keeps of each page."""


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
    data_version = 2
    initial_data: ClassVar[dict[str, Any]] = {"read": {}, "notes": {}, "digests": {}, "links": {}}
    """What was read of each case; and per page: what was noted of the facts that it shows (see ``watched``), their
    digest, and the cases of which a heading gives a link its text."""
    dangling_warnings: ClassVar[dict[str, str]] = {"ref": "de praktijk %(target)s is er niet"}

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self.hand_over({}, {})
        self.frames: Mapping[str, str] = {}
        """A hash of what stands round each page, see ``rewriting``."""

    def hand_over(self, cases: Mapping[str, Case], headers: Mapping[str, int], *, changed: bool = True) -> None:
        """Take the cases of this build.

        :param headers: the number of lines that the header of each case takes
        :param changed: whether they differ from those of the last one
        """
        self._cases, self.headers, self._changed = cases, headers, changed
        self._likeness = Likeness(cases)
        self._noted: set[Note] | None = None

    @property
    def cases(self) -> Mapping[str, Case]:
        """All cases in the book's order; while a page is read, what it reads of them is noted."""
        return self._cases if self._noted is None else WatchedCases(self._cases, self._noted.add)

    def alike(self, slug: str) -> Related:
        """The cases that resemble one, with the reasons."""
        if self._noted is not None:
            self._noted.add((slug, "alike"))
        return self._likeness.alike(slug)

    def start_noting(self) -> None:
        """A page is going to be read."""
        self._noted = set()

    def stop_noting(self, page: str, document: nodes.document) -> None:
        """A page has been read: keep what it shows of cases, by its text or by the titles that its links will have."""
        assert self._noted is not None
        links = set()
        for link in document.findall(addnodes.pending_xref):
            if found := LINK.fullmatch(link["reftarget"]):
                self._noted.add((found[1], "titel"))
                if link.get("reftargetid") and not link["refexplicit"]:
                    links.add(found[1])
        self.data["notes"][page] = tuple(sorted(self._noted))
        self.data["links"][page] = tuple(sorted(links))
        self._noted = None
        self.data["digests"][page] = self._digest(page)

    def _digest(self, page: str) -> str:
        return digest(self.data["notes"].get(page, ()), self._cases, {"alike": self._likeness.alike})

    def outdated(self, changed: Collection[str]) -> list[str]:
        """The pages that show a fact which isn't so any more, or a heading of a case whose text changed."""
        texts = {slug_of(page) for page in changed}
        return [
            page
            for page, known in self.data["digests"].items()
            if (self._changed and known != self._digest(page)) or not texts.isdisjoint(self.data["links"][page])
        ]

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for name in PER_PAGE:
            self.data[name].pop(docname, None)

    def merge_domaindata(self, docnames: Collection[str], otherdata: dict[str, Any]) -> None:
        """Take over what was noted of pages that another process read."""
        for name in PER_PAGE:
            self.data[name].update({page: kept for page, kept in otherdata[name].items() if page in docnames})

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


class Cases:
    """Reads the cases when a build starts; one for each Sphinx application."""

    def __init__(self) -> None:
        self._patterns: list[str] = []

    def read(self, app: Sphinx) -> None:
        """Read the cases whose text is new, leave out what is not to be published, and hand the rest to the domain."""
        shown = {"klaar", "concept"} if app.config.praktijkboek_drafts else {"klaar"}
        book, domain = Book(app.srcdir), practices(app.env)
        if book.cases.is_symlink():
            raise Trouble(f"De map `{CASES}` is een snelkoppeling: zet de praktijken in het boek zelf.")
        known = domain.data["read"]
        domain.data["read"] = found = read_book(book, known)
        before, cases = _published(known, shown), _published(found, shown)
        headers = {slug: facts.header_lines for slug, facts in found.items()}
        domain.hand_over(cases, headers, changed=[*before.items()] != [*cases.items()])
        # Whatever else stands there, Sphinx doesn't see; a name with other signs might mean something in a pattern.
        others = {path.name for path in book.cases.iterdir()} - cases.keys()
        plain = sorted(name for name in others if re.fullmatch(r"[a-z0-9-]+", name))
        self._patterns = app.config.exclude_patterns
        hidden = [f"{CASES}/*[!a-z0-9-]*/**", *(f"{CASES}/{name}/**" for name in plain)]
        app.config.exclude_patterns = [*self._patterns, *hidden]

    def found(self, app: Sphinx, *_: Any) -> None:
        """Sphinx knows which pages there are; it would read all of them again if its settings were others next time."""
        app.config.exclude_patterns = self._patterns

    def outdated(
        self,
        app: Sphinx,
        env: BuildEnvironment,
        added: set[str],
        changed: set[str],
        removed: set[str],
    ) -> list[str]:
        """The pages that show a fact which changed, beside those whose own text did."""
        del app
        return [page for page in practices(env).outdated(added | changed | removed) if page in env.found_docs]


def _published(read: Mapping[str, KnownCase], shown: Collection[str]) -> dict[str, Case]:
    """The cases in the book's order: by first angle, then by title."""
    order = list(lists()["themas"])
    found = {slug: facts.case for slug, facts in read.items() if SLUG.fullmatch(slug) and facts.case}
    cases = [(slug, case) for slug, case in found.items() if case.status in shown]
    return dict(sorted(cases, key=lambda item: (order.index(item[1].themas[0]), sort_title(item[1]))))


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
