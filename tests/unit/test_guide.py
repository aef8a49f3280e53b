"""The guide for authors tells all: every field, every rule, every verb and option; and its examples are right."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import REPOSITORY, SAMPLE, MakeCase

from praktijkboek.case import Case
from praktijkboek.check import check_paths
from praktijkboek.cli import build_parser
from praktijkboek.field_guide import Entry, guide
from praktijkboek.reader import read_case
from praktijkboek.rule import AnyRule, Example
from praktijkboek.rules import ALL
from praktijkboek.site.guide import CHAPTERS, chapter_of
from praktijkboek.vocabulary import lists

PAGES = REPOSITORY / "book" / "schrijfwijzer"
BY_NAME = {entry.name: entry for entry in guide()}


def text(page: str) -> str:
    return (PAGES / f"{page}.md").read_text(encoding="utf-8")


def parsers() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each verb with what can be typed behind it."""
    for action in build_parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


@pytest.mark.parametrize(("verb", "parser"), [*parsers()], ids=lambda value: value if isinstance(value, str) else "")
def test_every_verb_and_option_is_in_the_guide(verb: str, parser: argparse.ArgumentParser) -> None:
    commands = text("opdrachten")
    assert f"praktijkboek {verb}" in commands
    for action in parser._actions:
        for option in action.option_strings:
            assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", commands), f"{verb} {option}"
        for choice in action.choices or ():
            assert f"`{choice}`" in commands or f" {choice}`" in commands, f"{verb} {action.dest} {choice}"


def test_the_guide_names_no_verb_or_option_that_is_not_there() -> None:
    verbs = dict(parsers())
    options = {name for parser in verbs.values() for action in parser._actions for name in action.option_strings}
    for page in PAGES.glob("*.md"):
        written = page.read_text(encoding="utf-8")
        assert set(re.findall(r"praktijkboek ([a-z]+)", written)) <= set(verbs), page.name
        assert set(re.findall(r"`(--[\w-]+)", written)) <= {*options, "--help"}, page.name


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_every_rule_stands_in_a_chapter(rule: AnyRule) -> None:
    assert chapter_of(rule) in CHAPTERS.values(), f"give {type(rule).__module__} a Dutch title in site/guide.py"


def test_every_field_of_the_model_is_told() -> None:
    assert list(BY_NAME) == [info.alias or name for name, info in Case.model_fields.items()]
    for entry in guide():
        for told in (entry, *entry.entries):
            assert told.what.endswith("."), told.name
            assert "..." not in told.example, told.name


def test_every_list_of_words_stands_with_a_field() -> None:
    shown = [words for entry in guide() for words in (entry.words, *(inner.words for inner in entry.entries))]
    assert [name for name, words in lists().items() if words not in shown] == []


@pytest.mark.parametrize("entry", guide(), ids=lambda entry: entry.name)
def test_the_example_of_a_field_is_read_as_it_is(entry: Entry, make_case: MakeCase) -> None:
    file = read_case(make_case(Example(header=entry.example)))
    assert (file.problems, entry.name in file.facts.values) == ((), True)


@pytest.mark.parametrize("page", [PAGES / "index.md", REPOSITORY / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_the_parts_are_those_that_are_checked(page: Path) -> None:
    template = (REPOSITORY / "cases" / "_sjabloon" / "index.md").read_text(encoding="utf-8")
    for title in re.findall(r"^## .*$", template, re.MULTILINE):
        assert title in page.read_text(encoding="utf-8")


def test_the_header_on_the_forge_is_right(make_case: MakeCase) -> None:
    header = re.search(r"```yaml\n(---\n.*?\n---\n)```", (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    assert header
    body = SAMPLE.split("---\n", 2)[2]
    assert check_paths([make_case(text=header.group(1) + body)]).findings == ()


def test_needed_says_when() -> None:
    assert [BY_NAME[name].needed for name in ("titel", "gemeente", "stop", "kern")] == [
        "ja",
        "in België",
        "bij `fase: gestopt`",
        "nee",
    ]


def test_an_example_of_a_group_is_typed_as_in_a_case() -> None:
    assert BY_NAME["bronnen"].example.split("\n")[:3] == [
        "bronnen:",
        "  - titel: Artikel over de opening",
        "    url: https://www.voorbeeld.be/artikel",
    ]
    assert BY_NAME["team"].example.split("\n")[:2] == ["team:", "  betaald_vte: 2,5"]
    assert BY_NAME["samenvatting"].what.endswith("120 tot 320 tekens.")
