"""What machines find on the site: files, addresses, a policy; and that no script stands in a page."""

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import write_small_book
from PIL import Image

from .conftest import Built, praktijkboek

pytestmark = pytest.mark.slow

SITE = "https://voorbeeld.be/boek"
MOVED = '[tool.praktijkboek.verhuisd]\noud = "ouder"\nouder = "eerste"\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small book, of which the address is known and one case was renamed twice; one case is a draft."""
    root = write_small_book(tmp_path_factory.mktemp("machines") / "boek")
    draft = root / "cases" / "derde" / "index.md"
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("\ntitel:", "\nstatus: concept\ntitel:", 1), encoding="utf-8"
    )
    (root / "pyproject.toml").write_text(MOVED, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRAKTIJKBOEK_SITE", f"{SITE}/")
        done = praktijkboek("site", at=root)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        yield root / "_build" / "html"


class Head(HTMLParser):
    """What a page says of itself, and what of it would be carried out."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.data = ""
        self.carried_out: list[str] = []
        self.first = ""
        """What stands first of the policy and what it rules over."""
        self._kind = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        name = values.get("name") or values.get("property") or values.get("http-equiv") or values.get("rel", "")
        self.said.setdefault(name.casefold(), values.get("content") or values.get("href", ""))
        self.carried_out += [f"{tag} {name}" for name in values if name.startswith("on")]
        self.carried_out += [f"{tag} {value}" for value in values.values() if value.startswith("javascript:")]
        self._kind = values.get("type", tag) if tag in {"script", "style"} else ""
        if tag == "script" and "src" in values:
            self._kind = ""
        is_fetched = tag in {"script", "style"} or values.get("rel") == "stylesheet"
        self.first = self.first or (tag if is_fetched else name * (name == "Content-Security-Policy"))

    def handle_data(self, data: str) -> None:
        if self._kind == "application/ld+json":
            self.data += data
        elif self._kind:
            self.carried_out.append(f"{self._kind} {data}")

    def handle_endtag(self, tag: str) -> None:
        self._kind = ""


@pytest.mark.parametrize("which", ["built", "site"])
def test_every_page_has_a_policy_and_no_script_of_its_own(which: str, request: pytest.FixtureRequest) -> None:
    made = request.getfixturevalue(which)
    for path in (made.site if isinstance(made, Built) else made).rglob("*.html"):
        if "_static" not in path.parts:
            head = Head(path)
            assert head.carried_out == [], path
            assert head.first == "Content-Security-Policy", path
            scripts = re.search(r"script-src ([^;]*)", head.said["content-security-policy"])
            assert scripts and scripts[1] == "'self'", path


def test_a_case_says_where_it_stands_and_what_it_is_about(site: Path) -> None:
    head = Head(site / "cases" / "eerste" / "index.html")
    address = f"{SITE}/cases/eerste/index.html"
    assert head.said["canonical"] == head.said["og:url"] == address
    assert (head.said["og:type"], head.said["og:locale"]) == ("article", "nl_BE")
    told = json.loads(head.data)
    assert (told["@type"], told["headline"], told["url"]) == ("Article", head.said["og:title"], address)
    assert told["isPartOf"]["url"] == f"{SITE}/"


def test_every_page_has_a_picture_to_share_and_no_other_is_published(site: Path) -> None:
    named = {Head(page).said.get("og:image") for page in site.rglob("*.html")} - {None}
    made = sorted((site / "delen").iterdir())
    assert named == {f"{SITE}/delen/{path.name}" for path in made}
    assert len(made) == 3, "of the book and of each case"
    for path in made:
        with Image.open(path) as image:
            assert (image.format, image.size) == ("JPEG", (1200, 630))


def test_where_the_address_is_not_known_none_is_said(built: Built) -> None:
    heads = [Head(path) for path in built.pages]
    assert not any({"canonical", "og:url", "og:image"} & head.said.keys() for head in heads)
    assert not (built.site / "sitemap.xml").exists()
    assert "Sitemap" not in (built.site / "robots.txt").read_text(encoding="utf-8")


def test_the_map_of_the_site_leads_to_pages_that_are_there(site: Path) -> None:
    entries = [[part.text or "" for part in entry] for entry in ElementTree.parse(site / "sitemap.xml").getroot()]
    pages = {address.removeprefix(f"{SITE}/") or "index.html": changed for address, *changed in entries}
    assert all((site / page).is_file() for page in pages)
    assert pages.keys() >= {"index.html", "gegevens.html", "cases/eerste/index.html"}
    assert not {"404.html", "search.html", "cases/oud/index.html", "cases/derde/index.html"} & pages.keys()
    assert pages["cases/eerste/index.html"] == ["2026-11-23"]
    assert f"Sitemap: {SITE}/sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("old", ["oud", "ouder"])
def test_a_renamed_case_is_found_at_its_old_address(old: str, site: Path) -> None:
    page = site / "cases" / old / "index.html"
    head = Head(page)
    assert head.said["refresh"] == "0; url=../eerste/index.html"
    assert head.said["canonical"] == f"{SITE}/cases/eerste/index.html"
    assert '<a href="../eerste/index.html">De Melkerij 1' in page.read_text(encoding="utf-8")


def test_a_page_that_is_not_there_finds_its_way_from_any_depth(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert text.index('<base href="/boek/">') < text.index("Content-Security-Policy")
    assert 'href="#' not in text, "with a base, that leads to the home page"
    assert Head(site / "404.html").said["robots"] == "noindex"


def test_the_files_for_programs_hold_what_is_published(site: Path, tmp_path: Path) -> None:
    done = praktijkboek("export", "--naar", str(tmp_path), at=site.parents[1])
    assert done.returncode == 0, done.stderr
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (site / path.name).read_bytes()
    told = json.loads((site / "praktijken.json").read_text(encoding="utf-8"))
    assert [case["naam"] for case in told["praktijken"]] == ["eerste", "tweede"]
    page = (site / "gegevens.html").read_text(encoding="utf-8")
    assert all(f"<code>{name}</code>" in page for name in told["velden"])


def test_an_old_name_that_leads_nowhere_publishes_nothing(site: Path, tmp_path: Path) -> None:
    root = tmp_path / "boek"
    shutil.copytree(site.parents[1], root, ignore=shutil.ignore_patterns("_build"))
    (root / "pyproject.toml").write_text('[tool.praktijkboek.verhuisd]\noud = "weg"\n', encoding="utf-8")
    done = praktijkboek("site", at=root)
    assert done.returncode == 2
    assert done.stderr.startswith("pyproject.toml, bij `verhuisd`: `oud` leidt naar `weg`")
    assert not (root / "_build" / "html").exists()
