"""What readers type and what stands on the pages are brought to the same words, in Python and in the browser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import REPOSITORY
from search import questions

from praktijkboek.site import search
from praktijkboek.site.search import SUMMARY, SearchDutch, clip, meant, split

WORDS = {
    "Coöperatie": ["cooperatie"],
    "CAFÉS": ["cafes"],
    "deelauto’s": ["deelauto"],
    "deelauto's, deelauto‘s": ["deelauto", "deelauto"],
    "’t Een en ’t Ander": ["een", "en", "ander"],
    "Beveren-Kruibeke-Zwijndrecht": ["beveren", "kruibeke", "zwijndrecht"],
    "foto-zonder-alt": ["foto", "zonder", "alt"],
    "stap_voor_stap": ["stap", "voor", "stap"],
    "8700 Tielt (2014)": ["8700", "tielt", "2014"],
    "Straße, ŒUVRE, Ĳzer, ﬁets": ["strasse", "œuvre", "ijzer", "fiets"],
    "m² en e\u0301e\u0301n": ["m2", "en", "een"],
    "B&B": [],
    "": [],
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words_are_compared_without_capitals_accents_and_apostrophes(text: str, words: list[str]) -> None:
    assert split(text) == words
    assert SearchDutch({}).split(text) == words


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js: apt-get install nodejs")
def test_the_browser_makes_the_same_words() -> None:
    script = Path(search.__file__).with_name("search_words.js").read_text(encoding="utf-8")
    ask = f"{script}; process.stdout.write(JSON.stringify({json.dumps(list(WORDS))}.map(splitQuery)))"
    done = subprocess.run(["node", "-e", ask], capture_output=True, text=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == list(WORDS.values())


def test_years_and_postcodes_are_kept_and_words_without_meaning_are_not() -> None:
    kept = [word for word in split("het dorp van 2014") if SearchDutch({}).word_filter(word)]
    assert kept == ["dorp", "2014"]


def test_a_synonym_leads_to_its_term_and_a_term_to_its_synonyms() -> None:
    found = meant()
    assert found["deelwagen"] == ["deelauto"]
    assert found["deelauto"] == ["deelwagen", "autodelen"]
    assert found["minder mobielen centrale"] == ["vrijwilligersvervoer"]


def test_nothing_leads_to_or_from_what_has_no_words() -> None:
    assert all(split(typed) and all(map(split, others)) for typed, others in meant().items())


def test_a_former_municipality_leads_to_the_one_of_today() -> None:
    assert meant()["galmaarden"] == ["Pajottegem"]


def test_what_holds_the_typed_word_needs_no_synonym() -> None:
    assert "bus" not in meant(), "bushalte has it"


def test_a_long_paragraph_is_clipped_behind_a_word() -> None:
    assert clip("Een dorp.\nEen plein.") == "Een dorp. Een plein."
    clipped = clip("buurtpunt, " * 40)
    assert clipped.endswith("buurtpunt …")
    assert len(clipped) <= SUMMARY + 2


def test_the_questions_name_pages_that_exist() -> None:
    asked = questions()
    assert len({question.typed for question in asked}) == len(asked) >= 39
    pages = {page for question in asked for page in (*question.right, *([question.first] if question.first else []))}
    assert [page for page in sorted(pages) if not (REPOSITORY / f"{page}.md").is_file()] == []
