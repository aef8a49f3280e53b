"""Where words of the printed book may be broken, and where not."""

import re
from pathlib import Path

import pytest
from conftest import REPOSITORY
from docutils import nodes
from docutils.core import publish_doctree

from praktijkboek.print.hyphenation import AFTER, BEFORE, EXCEPTIONS, HARD_SPACE, LEAST, SOFT, broken, halved, hyphenate


def shown(text: str) -> str:
    return broken(text).replace(SOFT, "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de voorzieningen", "de voor|zie|nin|gen"),
        ("een infovergadering", "een info|ver|ga|de|ring"),
        ("het infopunt", "het info|punt"),
        ("kort woord", "kort woord"),
        ("in Wortegem-Petegem en Vlaanderen", "in Wortegem-Petegem en Vlaanderen"),
        ("via duurzamemobiliteit.be/buurtpunt of redactie@voorbeeld.be",) * 2,
        ("een denk-je-mee-avond",) * 2,
        ("verse ingrediënten", "verse ingre|diën|ten"),
        ("andere stoffen", "andere stoffen"),
    ],
)
def test_a_word_is_broken_by_its_syllables(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("word", ["Onder|nemen", "Dienst|verlening", "Zorg"])
def test_a_word_on_a_tab_is_broken_in_its_middle(word: str) -> None:
    assert halved(word.replace("|", "")) == word.replace("|", SOFT)


def test_all_words_of_the_real_book_keep_to_the_limits() -> None:
    words = {
        word
        for path in (*REPOSITORY.glob("book/**/*.md"), *REPOSITORY.glob("cases/*/index.md"))
        for word in re.findall(r"[a-zà-ÿ]+", Path(path).read_text(encoding="utf-8"))
    }
    parts = [broken(word).split(SOFT) for word in words]
    assert sum(len(some) > 1 for some in parts) > 500
    for some in parts:
        if len(some) > 1:
            assert len("".join(some)) >= LEAST
            assert len(some[0]) >= BEFORE
            assert len(some[-1]) >= AFTER
            assert not any(part[0] in "äëïöü" for part in some[1:])


def test_exceptions_are_needed() -> None:
    """One that the patterns already know is a line too many."""
    from praktijkboek.print.hyphenation import PATTERNS  # noqa: PLC0415 - only here

    assert {word for word, breaks in EXCEPTIONS.items() if PATTERNS.inserted(word) == breaks} == set()


def test_a_paragraph_does_not_end_with_one_short_word_or_a_syllable() -> None:
    assert broken("ze kopen er brood", is_last=True) == f"ze kopen er{HARD_SPACE}brood"
    assert broken("er zijn voorzieningen", is_last=True) == "er zijn voorzieningen"


def test_only_running_text_is_broken() -> None:
    doctree = publish_doctree(
        "Voorzieningen\n=============\n\neen inleiding over voorzieningen samen\n\n"
        "veel voorzieningen en *verenigingen* in ``verenigingen`` samen\n\n- veel voorzieningen hier\n\n"
        "========== ==========\nverenigingen hier\n========== ==========\n"
    )
    lead = next(iter(doctree.findall(nodes.paragraph)))
    lead["classes"].append("lead")
    hyphenate(doctree)
    assert {type(text.parent).__name__ for text in doctree.findall(nodes.Text) if SOFT in text} == {
        "paragraph",
        "emphasis",
    }
    assert SOFT not in lead.astext() + "".join(table.astext() for table in doctree.findall(nodes.table))
