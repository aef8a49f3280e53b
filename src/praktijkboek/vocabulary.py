"""The controlled vocabulary: the words that an author chooses from a list."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from praktijkboek.spelling import fold, suggest

UNKNOWN = "onbekend"
"""The term by which an author says that something could not be found out."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a list: what an author types (``slug``) and what a reader sees (``label``)."""

    slug: str
    label: str
    synonyms: tuple[str, ...] = ()
    group: str = ""
    """The label of the group that the term stands in; empty where the list has no groups."""


Vocabulary = Mapping[str, Term]
"""One list: terms by slug, in the order of the book."""


@functools.cache
def lists() -> Mapping[str, Vocabulary]:
    """All lists by name, from ``data/vocabulary.yaml``."""
    text = resources.files("praktijkboek").joinpath("data/vocabulary.yaml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return MappingProxyType({name: MappingProxyType(dict(_terms(entries))) for name, entries in raw.items()})


def _terms(entries: Any) -> Iterable[tuple[str, Term]]:
    groups = entries if isinstance(entries, list) else [{"label": "", "termen": entries}]
    for group in groups:
        for slug, term in group["termen"].items():
            yield slug, Term(slug, term["label"], tuple(term.get("synoniemen", ())), group["label"])


def label(name: str, slug: str) -> str:
    """The reader's word for a term of the list ``name``."""
    return lists()[name][slug].label


def suggest_term(name: str, word: str) -> Term | None:
    """The term that an author means by ``word``: by its label, a synonym, or a near spelling."""
    vocabulary = lists()[name]
    names = {fold(alias): term for term in vocabulary.values() for alias in _names(term)}
    meant = names.get(fold(word)) or names.get(fold(word).replace(" ", "-"))
    if meant is None and (near := suggest(word, names, cutoff=0.8)):
        meant = names[near]
    return meant


def _names(term: Term) -> tuple[str, ...]:
    return term.slug, term.label, *term.synonyms
