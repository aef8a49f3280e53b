"""What one case says of another: links, related cases, names and titles."""

from pathlib import Path

import pytest
from conftest import MakeCase

from praktijkboek.book import Book
from praktijkboek.check import Reader, check_paths
from praktijkboek.finding import Finding
from praktijkboek.outline import Verdict
from praktijkboek.rule import Example
from praktijkboek.survey import survey

LINK = "Zie [de andere](../andere/index.md)."


def status(word: str) -> Example:
    return Example(header=f"titel: De andere\nstatus: {word}")


def said(*folders: Path) -> list[tuple[str, str]]:
    """The case and the rule of each finding."""
    return [(Path(finding.file).parent.name, finding.rule) for finding in check_paths(folders).findings]


def only(*folders: Path) -> Finding:
    (finding,) = check_paths(folders).findings
    return finding


@pytest.mark.parametrize(
    ("other", "own", "rules"),
    [
        ("klaar", "klaar", []),
        ("concept", "klaar", ["link-niet-in-boek"]),
        ("concept", "concept", []),
        ("ingetrokken", "klaar", ["link-niet-in-boek"]),
        ("ingetrokken", "concept", ["link-niet-in-boek"]),
        ("ingetrokken", "ingetrokken", []),
    ],
)
def test_a_link_leads_to_a_case_that_is_shown(other: str, own: str, rules: list[str], make_case: MakeCase) -> None:
    make_case(status(other), slug="andere")
    folder = make_case(Example(header=f"status: {own}", body=LINK))
    assert said(folder) == [("voorbeeld", rule) for rule in rules]


def test_a_related_draft_is_told_and_a_withdrawn_case_is_refused(make_case: MakeCase) -> None:
    folder = make_case(Example(header="verwant: [andere]"))
    make_case(status("concept"), slug="andere")
    assert said(folder) == [("voorbeeld", "verwant-concept")]
    assert check_paths([folder]).ok
    make_case(status("ingetrokken"), slug="andere")
    assert said(folder) == [("voorbeeld", "verwant-onbekend")]


def test_an_anchor_in_another_case_is_looked_up(make_case: MakeCase) -> None:
    make_case(status("klaar"), slug="andere")
    assert said(make_case(Example(body="Zie [de lessen](../andere/index.md#lessen)."))) == []
    finding = only(make_case(Example(body="Zie [de lessen](../andere/index.md#lesen).")))
    assert finding.message == "De tussentitel `#lesen` is er niet. Bedoelde je `#lessen`?"


def test_an_anchor_in_a_chapter_is_looked_up(make_case: MakeCase, tmp_path: Path) -> None:
    """A heading, the second one of that name, and a place with a name of its own; headings of level 4 have none."""
    (tmp_path / "book").mkdir()
    chapter = "# Waarom\n\n## Een buurt\n\n## Een buurt\n\n(hier)=\n\nTekst.\n\n#### Te diep\n"
    (tmp_path / "book" / "waarom.md").write_text(chapter, encoding="utf-8")
    for anchor in ("waarom", "een-buurt", "een-buurt-1", "hier"):
        assert said(make_case(Example(body=f"Zie [waarom](../../book/waarom.md#{anchor})."))) == []
    for anchor in ("te-diep", "een-buurt-2"):
        assert only(make_case(Example(body=f"Zie [waarom](../../book/waarom.md#{anchor})."))).rule == "link-dood"


def test_a_link_into_book_leads_to_a_chapter_and_to_no_other_file(make_case: MakeCase, tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "conf.py").touch()
    for target in ("conf.py", "nergens.md"):
        assert only(make_case(Example(body=f"Zie [daar](../../book/{target})."))).rule == "link-dood"


def test_folders_that_get_the_same_address_are_one_finding(make_case: MakeCase) -> None:
    make_case(slug="de-melkerij")
    finding = only(make_case(Example(header="titel: Een andere"), slug="De Mélkerij"))
    assert finding.rule == "map-dubbel"
    assert finding.message == "De map `De Mélkerij` en de map `de-melkerij` zouden hetzelfde adres krijgen."


def test_equal_titles_are_told_once_and_only_where_both_are_checked(make_case: MakeCase) -> None:
    one, two = make_case(slug="een"), make_case(slug="twee")
    assert said(one.parent) == [("twee", "titel-dubbel")]
    assert check_paths([one.parent]).ok
    assert said(two) == []


def test_the_same_case_given_twice_is_checked_once(make_case: MakeCase) -> None:
    folder = make_case()
    assert check_paths([folder, folder / "index.md", folder]).checked == 1


class Counting(Reader):
    """Notes which cases are read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def case(self, folder: Path) -> Verdict:
        self.read.append(folder.name)
        return super().case(folder)


def test_of_the_other_cases_only_those_that_it_links_to_are_read(make_case: MakeCase, tmp_path: Path) -> None:
    for slug in ("andere", "derde", "vierde"):
        make_case(status("klaar"), slug=slug)
    folder = make_case(Example(body=f"{LINK} En [de derde](../derde/index.md#lessen)."))
    counting = Counting()
    assert survey(Book(tmp_path), [folder], counting).findings == ()
    assert sorted(counting.read) == ["andere", "derde", "voorbeeld"]
