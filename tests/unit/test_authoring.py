"""A new case, explanations, and the fields for an editor."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import REPOSITORY, SAMPLE, MakeCase

from praktijkboek.authoring.example import changed
from praktijkboek.authoring.schema import schema
from praktijkboek.case import Case
from praktijkboek.check import check_paths
from praktijkboek.cli import main
from praktijkboek.reader import read_case
from praktijkboek.rule import AnyRule, Example
from praktijkboek.rules import ALL
from praktijkboek.rules.parts import REQUIRED
from praktijkboek.template import QUESTIONS, template
from praktijkboek.vocabulary import lists


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "cases").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("book")
def test_a_new_case_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "de-melkerij"]) == 0
    assert capsys.readouterr().out == (
        "cases/de-melkerij/index.md staat klaar. Open het, vervang elke vraag door je antwoord, en kijk na:\n"
        "  praktijkboek check cases/de-melkerij\n"
    )


def test_a_new_case_has_only_unanswered_questions(book: Path) -> None:
    """One finding a question: nothing else is said of a field that is not filled in yet."""
    main(["new", "de-melkerij"])
    findings = check_paths([book / "cases"]).findings
    text = (book / "cases" / "de-melkerij" / "index.md").read_text(encoding="utf-8")
    assert {finding.rule for finding in findings} == {"sjabloontekst"}
    assert len(findings) == text.count("<") + sum(map(len, QUESTIONS.values()))
    assert len({finding.span.line for finding in findings}) == len(findings)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("De Melkerij!", "`De Melkerij!` kan geen webadres zijn: typ `praktijkboek new de-melkerij`."),
        ("../weg", "`../weg` kan geen webadres zijn: typ `praktijkboek new weg`."),
        ("_sjabloon", "`_sjabloon` kan geen webadres zijn: typ `praktijkboek new sjabloon`."),
        ("praktijken", "De naam `praktijken` gebruikt het boek zelf: typ `praktijkboek new praktijk-praktijken`."),
    ],
)
def test_a_name_that_can_be_no_address(typed: str, said: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", typed]) == 2
    assert capsys.readouterr().err == f"{said}\n"
    assert not list((book / "cases").iterdir())


def test_a_case_that_is_there_is_never_written_over(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "de-melkerij"])
    path = book / "cases" / "de-melkerij" / "index.md"
    path.write_text("mijn tekst", encoding="utf-8")
    assert main(["new", "de-melkerij"]) == 2
    assert path.read_text(encoding="utf-8") == "mijn tekst"
    assert "bestaat al" in capsys.readouterr().err


def test_the_template_in_the_repository_is_the_one_that_is_made() -> None:
    """``UPDATE=1 pytest tests/unit/test_authoring.py`` makes it anew."""
    path = REPOSITORY / "cases" / "_sjabloon" / "index.md"
    (day,) = re.findall(r"^bijgewerkt: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    if os.environ.get("UPDATE"):
        path.write_text(template(date.fromisoformat(day)), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == template(date.fromisoformat(day))


def test_the_template_asks_something_under_every_heading() -> None:
    assert tuple(QUESTIONS) == REQUIRED


def test_the_template_has_every_field_that_is_needed(book: Path) -> None:
    main(["new", "de-melkerij"])
    typed = read_case(book / "cases" / "de-melkerij").facts.typed
    assert {name for name, info in Case.model_fields.items() if info.is_required()} <= typed.keys()


def test_a_question_beside_its_answer_is_only_mentioned(make_case: MakeCase) -> None:
    question = QUESTIONS["Aanbod"][0]
    for body in (f"{question} Brood.", f"{question}\n\nBrood."):
        (finding,) = check_paths([make_case(Example(body=body))]).findings
        assert finding.rule == "sjabloonvraag"


def test_a_tip_that_is_only_a_question(make_case: MakeCase) -> None:
    replace = ("2. Begin klein.", f"2. {QUESTIONS['Lessen'][1]}")
    (finding,) = check_paths([make_case(Example(replace=replace))]).findings
    assert (finding.rule, finding.span.column) == ("sjabloontekst", 4)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_every_rule_can_be_explained(rule: AnyRule, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule.code.lower()]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{rule.name} ({rule.code})\n\n") and "Niet zo:\n" in shown and "Wel zo:\n" in shown


def test_an_explanation_shows_what_is_really_said(capsys: pytest.CaptureFixture[str]) -> None:
    main(["explain", "waarde-vorm"])
    assert capsys.readouterr().out == (
        "waarde-vorm (V06)\n\n"
        "Elk veld heeft één schrijfwijze, zodat we kunnen rekenen, sorteren en op de kaart zetten.\n\n"
        "Niet zo:\n  postcode: B-9850\n\n"
        "Dan zeggen we:\n"
        "  `B-9850` is geen goede postcode voor `postcode`. Bedoelde je `9850`?\n"
        "  We verwachten vier cijfers, zoals `9850`.\n\n"
        "Wel zo:\n  postcode: 9850\n\n"
        "Hoe erg: fout: zo kan de praktijk niet in het boek. Een uitzondering op deze regel is niet mogelijk.\n"
    )


def test_a_rule_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "foto-zondr-alt"]) == 2
    assert capsys.readouterr().err == "De regel `foto-zondr-alt` kennen we niet: bedoelde je `foto-zonder-alt`?\n"


def test_what_is_proposed_to_type_is_a_session_where_nox_started_us(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PRAKTIJKBOEK_NOX", "nox -s")
    assert main(["explain", "blabla"]) == 2
    assert capsys.readouterr().err == "De regel `blabla` kennen we niet: `nox -s rules` toont ze allemaal.\n"
    sessions = (REPOSITORY / "noxfile.py").read_text(encoding="utf-8")
    assert all(f"def {verb}(session" in sessions for verb in ("check", "fix", "new", "explain", "rules", "schema"))


def test_an_explanation_says_whether_a_case_can_be_exempted(capsys: pytest.CaptureFixture[str]) -> None:
    for name, words in (("foto-gps", "uitzondering op maken."), ("html", "is niet mogelijk."), ("M10", "zonder.")):
        main(["explain", name])
        assert capsys.readouterr().out.endswith(f"{words}\n")


def test_the_list_of_rules(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules"])
    assert len(capsys.readouterr().out.splitlines()) == len(ALL)
    main(["rules", "--format", "json"])
    assert [rule["name"] for rule in json.loads(capsys.readouterr().out)] == [rule.name for rule in ALL]


def test_the_schema_knows_the_fields_and_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert found == schema() and found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    fields = found["properties"]
    assert fields["themas"]["items"]["enum"] == list(lists()["themas"])
    assert fields["titel"]["title"] == "Titel" and fields["titel"]["maxLength"] == 80
    assert (fields["themas"]["minItems"], fields["themas"]["maxItems"]) == (1, 4)
    assert fields["fotos"]["items"]["properties"]["licentie"]["enum"] == list(lists()["licentie"])
    assert "e-mail" in fields["contact"]["properties"] and fields["fase"]["enumDescriptions"]
    spelled = ["themas", "thema's", "thema’s"]
    assert found["allOf"] == [{"oneOf": [{"required": [word]} for word in spelled]}]
    needed = {name for name, info in Case.model_fields.items() if info.is_required()}
    assert set(found["required"]) == needed - {"themas"} and fields.keys() >= set(spelled)


def unknown_words(data: Any, allowed: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """The fields of a header that an editor would underline."""
    if isinstance(data, list):
        for item in data:
            yield from unknown_words(item, allowed.get("items", {}), path)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name in allowed["properties"]:
                yield from unknown_words(value, allowed["properties"][name], f"{path}/{name}")
            else:
                yield f"{path}/{name}"


def test_an_editor_underlines_no_field_that_is_right() -> None:
    texts = [path.read_text(encoding="utf-8") for path in REPOSITORY.glob("cases/*/index.md")]
    texts += [changed(SAMPLE, rule.good) for rule in ALL]
    texts += [SAMPLE.replace("themas:", word, 1) for word in ("thema's:", "thema’s:")]
    headers = [yaml.safe_load(text.split("---\n")[1]) for text in texts]
    assert [word for header in headers for word in unknown_words(header, schema())] == []
    assert list(unknown_words({"fotos": [{"makr": "x"}], "foto’s": []}, schema())) == ["/fotos/makr"]
