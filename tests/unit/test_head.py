"""What a page says of itself to machines: facts of the case, and nothing that its text can break out of."""

import json
from pathlib import Path

import pytest
from conftest import MakeCase
from docutils import nodes
from docutils.utils import new_document

from praktijkboek.book import Book
from praktijkboek.case import Case
from praktijkboek.check import published
from praktijkboek.rule import Example
from praktijkboek.site.head import address_of, article, first_words, in_script, licence_address
from praktijkboek.vocabulary import lists

EDITORS = "Redactie praktijkboek"


@pytest.fixture
def case(make_case: MakeCase, tmp_path: Path) -> Case:
    make_case(Example(header=f"auteurs: [{EDITORS}, An Voorbeeld]"))
    return published(Book(tmp_path))["voorbeeld"]


def test_a_case_is_an_article_about_a_place(case: Case) -> None:
    told = article(case, address="https://x.be/a.html", picture="https://x.be/a.png", editors=EDITORS)
    assert (told["@type"], told["headline"], told["description"]) == ("Article", case.titel, case.samenvatting)
    assert (told["url"], told["image"], told["inLanguage"]) == ("https://x.be/a.html", "https://x.be/a.png", "nl-BE")
    assert told["dateModified"] == case.bijgewerkt.isoformat()
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    place = told["contentLocation"]
    assert (place["name"], place["address"]["addressLocality"]) == (case.dorp, case.gemeente)


def test_what_an_author_is_is_not_guessed(case: Case) -> None:
    told = article(case, address="", picture="", editors=EDITORS)
    assert told["author"] == [{"@type": "Organization", "name": EDITORS}, {"name": "An Voorbeeld"}]


def test_what_the_case_does_not_say_is_left_out(case: Case) -> None:
    bare = case.model_copy(update={"coordinaten": None, "postcode": None, "gemeente": None, "functies": []})
    told = article(bare, address="", picture="", editors=EDITORS)
    assert not {"url", "image", "datePublished"} & told.keys()
    assert told["contentLocation"] == {
        "@type": "Place",
        "name": case.dorp,
        "address": {"@type": "PostalAddress", "addressLocality": case.dorp, "addressCountry": "BE"},
    }


def test_only_a_point_of_the_case_itself_is_its_place(case: Case) -> None:
    there = case.model_copy(update={"coordinaten": (51.05, 3.57)})
    place = article(there, address="", picture="", editors="")["contentLocation"]
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 51.05, "longitude": 3.57}


def test_no_text_ends_the_script_it_stands_in() -> None:
    told = {"name": "</script><!-- <script>alert(1)</script> & ’"}
    assert not set("<>&") & set(in_script(told))
    assert json.loads(in_script(told)) == told


def test_each_licence_has_an_address() -> None:
    assert licence_address("CC-BY-NC-SA-4.0") == "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    assert licence_address("CC0-1.0") == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert all(slug.startswith("CC") for slug in lists()["licentie"]), "another licence needs an address of its own"


def test_the_home_page_has_the_address_of_the_site() -> None:
    assert address_of("https://x.be/boek", "index") == "https://x.be/boek/"
    assert address_of("https://x.be/boek", "book/index") == "https://x.be/boek/book/index.html"


def test_a_chapter_is_described_by_its_first_sentences() -> None:
    document = new_document("hoofdstuk")
    document += nodes.section("", nodes.title("", "Titel"), nodes.paragraph("", "Een  dorp\nmet een winkel. " * 20))
    words = first_words(document)
    assert words.startswith("Een dorp met een winkel. Een") and words.endswith(" …") and len(words) <= 200
    assert first_words(new_document("leeg")) == first_words(None) == ""
