"""How words are compared, and which known word is meant by a misspelled one."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable

LONGEST_WORD = 100
"""Only words of so many characters at most are remembered, so that a strange text can't fill the memory."""


def fold(text: str) -> str:
    """Lower case, without accents and with plain apostrophes: how words are compared."""
    return _fold_word(text) if len(text) <= LONGEST_WORD else _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


_fold_word = functools.lru_cache(maxsize=10_000)(_fold)  # the same field names come in every case


def as_address(text: str) -> str:
    """Lower case, digits and hyphens: what a name becomes in a web address; empty where nothing is left of it."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def suggest(word: str, known: Iterable[str], cutoff: float = 0.75) -> str | None:
    """The known word that is meant by ``word``, or None where nothing comes near.

    ``cutoff`` is difflib's ratio: 0.75 takes two slips in an eight-letter word.
    """
    by_fold = {fold(k): k for k in known}
    near = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=cutoff)
    return by_fold[near[0]] if near else None
