"""What a case shows to the rest of the book: so little that all of it can be kept at hand."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from praktijkboek.book import INDEX
from praktijkboek.finding import Finding, Span

TOP = Span(1)
"""Where a finding on a whole file stands."""


@dataclass(frozen=True, slots=True)
class InnerLink:
    """A link within the book: ``target`` as it was typed, ``path`` from the top of the repository.

    ``anchor`` is what stands behind ``#``, empty for the whole page.
    """

    target: str
    path: tuple[str, ...]
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Related:
    """A case that another one names as related, by its slug."""

    slug: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outline:
    """One case as the others see it. ``title`` is empty and ``anchors`` is None where they couldn't be read."""

    folder: Path
    title: str = ""
    title_span: Span = TOP
    status: str = "klaar"
    anchors: frozenset[str] | None = None
    links: tuple[InnerLink, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def slug(self) -> str:
        """The folder's name: address, anchor and name of the case."""
        return self.folder.name

    @property
    def path(self) -> Path:
        """The file that the author wrote."""
        return self.folder / INDEX


class Surroundings(Mapping[str, Outline]):
    """The cases around a case, by slug: that one is there costs nothing to know, its outline is read when asked for."""

    @abstractmethod
    def titled(self, title: str) -> str:
        """The first case with this title (capitals don't count) among those that are checked now; by its slug."""

    @abstractmethod
    def meant(self, slug: str) -> str | None:
        """The case that is meant by a slug that is none."""

    @abstractmethod
    def chapter(self, path: tuple[str, ...]) -> frozenset[str] | None:
        """The anchors in the chapter at ``path`` (from the top of the repository); None where there is no such file."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of one case by itself, and its outline.

    ``lines`` are those that something stands on, a finding or a part of the outline, by number from 1.
    """

    outline: Outline
    findings: tuple[Finding, ...]
    lines: Mapping[int, str]
    whole: bool = True
    """False where the case could not be read or judged: the next run looks again."""
