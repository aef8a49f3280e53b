"""What a reader does with the site, in a real browser; ``read`` sees that nothing fails or is asked of another host."""

import re
from typing import Any

import pytest
from conftest import REPOSITORY
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, PAGES, PHONE, Read

NARROW = (320, 640)
TABLET = (820, 1180)
SHOTS = REPOSITORY / "_build" / "schermen"
"""Where the pictures of the pages stand afterwards, to look at."""
LIGHT_OR_DARK = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
EVERY_PAGE = pytest.mark.parametrize("name", PAGES)


def cards(page: Page) -> list[str]:
    """The titles of the cards that are shown."""
    return page.locator(".vind-lijst > li:not([hidden]) h2").all_inner_texts()


@EVERY_PAGE
@LIGHT_OR_DARK
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(name: str, dark: bool, size: tuple[int, int], read: Read, axe: str) -> None:
    page = read(size, dark=dark, bypass_csp=True).open(PAGES[name])  # no policy allows axe's own script
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("axe.run({preload: false})")
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []


@EVERY_PAGE
@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE], ids=["desktop", "tablet", "phone"])
def test_pages_look_like_this(name: str, size: tuple[int, int], read: Read) -> None:
    for dark in (False, True):
        page = read(size, dark=dark).open(PAGES[name])
        SHOTS.mkdir(parents=True, exist_ok=True)
        shot = SHOTS / f"{name}-{size[0]}{'-donker' if dark else ''}.png"
        page.screenshot(path=shot)
        assert shot.stat().st_size > 0


@EVERY_PAGE
def test_a_narrow_screen_loses_nothing(name: str, read: Read) -> None:
    """320 CSS pixels are also 1280 at four times the size (WCAG 1.4.10); only a table or map may move sideways."""
    page = read(NARROW).open(PAGES[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]


@EVERY_PAGE
def test_nothing_is_said_in_english(name: str, read: Read) -> None:
    page = read().open(PAGES[name])
    said: list[str] = page.evaluate(
        """[...document.querySelectorAll("*")].flatMap(
            (it) => ["aria-label", "title", "placeholder", "alt"].map((name) => it.getAttribute(name) ?? ""))"""
    )
    text = "\n".join([*said, page.inner_text("body")])
    assert (
        re.findall(r"\b(?:Skip to|Previous|Next|Search|Toggle|Close|On this page|Contents|Back to top)\b", text) == []
    )
    assert page.get_attribute("html", "lang") in {"nl", "nl-BE"}


def test_the_finder_counts_and_keeps_the_choice_in_the_address(read: Read) -> None:
    reader = read()
    page = reader.open("vind.html")
    status = page.get_by_role("status")
    expect(status).to_have_text("14 praktijken")
    page.get_by_label("Zorg en inclusie").check()
    expect(status).to_contain_text("7 van 14 praktijken")
    assert len(cards(page)) == 7
    assert page.url.endswith("vind.html?themas=zorg")
    page.locator("summary", has_text="Functie").click()
    page.get_by_label("Buurtwinkel").check()
    expect(status).to_contain_text("van 14 praktijken")
    both = cards(page)
    assert 0 < len(both) < 7
    reader.open(page.url.removeprefix(reader.site))
    assert cards(page) == both, "who is sent the address sees the same"
    page.go_back()
    expect(status).to_contain_text("7 van 14 praktijken")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("deelwagen", "Mobipunten in Glabbeek"),
        ("COÖPERATIE", None),
        ("winkels", "Dorpspunt Stavele"),
        ("cafe", "Onder ’t Perron"),
        ("Tielt", "’t Een en ’t Ander"),
    ],
)
def test_the_finder_finds_what_people_type(typed: str, found: str | None, read: Read) -> None:
    page = read().open("vind.html")
    page.get_by_label("Zoek in de praktijken").fill(typed)
    expect(page.get_by_role("status")).not_to_have_text("14 praktijken")
    assert found is None or any(title.startswith(found) for title in cards(page))


def test_the_most_alike_stand_first_with_the_reason(read: Read) -> None:
    page = read().open("index.html")
    page.get_by_label("Hoeveel inwoners heeft jouw kern?").fill("800")
    page.get_by_role("button", name="Toon wat erop lijkt").click()
    page.wait_for_url("**/vind.html?inwoners=800")
    first = page.locator(".vind-lijst > li").first
    expect(first).to_contain_text("700 inwoners")
    expect(first).to_contain_text(re.compile("ongeveer even groot", re.IGNORECASE))


def test_without_scripts_the_finder_is_a_list(read: Read) -> None:
    page = read(java_script_enabled=False).open("vind.html")
    assert len(cards(page)) == 14
    expect(page.locator("form.vind-keuze")).to_be_hidden()


def test_the_keyboard_reaches_the_finder_and_shows_where_it_is(read: Read) -> None:
    page = read().open("vind.html")
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()"))
        outline = page.evaluate(
            "(() => { const it = getComputedStyle(document.activeElement);"
            " return it.outlineStyle !== 'none' || it.boxShadow !== 'none' })()"
        )
        assert outline, names[-1]
        if names[-1] == "themas":
            break
    assert names.index("q", names.index("Vind een praktijk")) < names.index("inwoners") < names.index("themas")
    page.keyboard.press("Space")
    expect(page.get_by_role("status")).to_contain_text("van 14 praktijken")


def test_dark_mode_stays_when_the_reader_goes_on(read: Read) -> None:
    reader = read()
    page = reader.open("index.html")
    button = page.get_by_role("button", name="Donkere kleuren")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert (page.get_attribute("html", "data-theme"), button.get_attribute("aria-pressed")) == ("dark", "true")
    reader.open("vind.html")
    assert page.get_attribute("html", "data-theme") == "dark"
    page.get_by_role("button", name="Donkere kleuren").click()
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")


def test_the_menu_of_a_phone_opens_closes_and_gives_the_focus_back(read: Read) -> None:
    page = read(PHONE).open("cases/onder-t-perron/index.html")
    page.get_by_role("button", name="Menu").click()
    dialog = page.get_by_role("dialog", name="Menu")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Menu"


def test_on_a_phone_the_contents_lead_to_a_part(read: Read) -> None:
    page = read(PHONE).open("cases/onder-t-perron/index.html")
    page.get_by_role("button", name="Op deze pagina").click()
    contents = page.get_by_role("dialog", name="Op deze pagina")
    contents.get_by_role("link", name="Lessen").click()
    expect(contents).to_be_hidden()
    expect(page.get_by_role("heading", name="Lessen")).to_be_in_viewport()


def test_beside_the_text_the_menu_can_be_put_away_and_the_contents_say_where_the_reader_is(read: Read) -> None:
    page = read().open("cases/onder-t-perron/index.html")
    menu = page.locator("#pst-primary-sidebar")
    page.get_by_role("button", name="Menu").click()
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu", expanded=False).click()
    expect(menu).to_be_visible()
    page.get_by_role("navigation", name="Op deze pagina").get_by_role("link", name="Lessen").click()
    expect(page.locator("#pst-page-toc-nav [aria-current]")).to_have_text("Lessen")


@pytest.mark.parametrize("name", ["praktijk", "vind", "overzicht"])
def test_on_paper_the_title_stays_and_what_is_to_be_clicked_goes(name: str, read: Read) -> None:
    page = read().open(PAGES[name])
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    for gone in ("Menu", "Donkere kleuren"):
        expect(page.get_by_role("button", name=gone)).to_be_hidden()
    expect(page.locator("#pst-primary-sidebar")).to_be_hidden()


@pytest.mark.parametrize(("query", "first"), [("winkel", None), ("deelwagen", "Mobipunten in Glabbeek")])
def test_the_search_of_the_site_finds(query: str, first: str | None, read: Read) -> None:
    page = read().open("index.html")
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    results = page.locator("#zoekresultaten > li")
    expect(results.first).to_be_visible()
    assert first is None or results.first.inner_text().startswith(first)


def test_the_comparison_is_sorted_by_what_is_clicked(read: Read) -> None:
    page = read().open(PAGES["vergelijking"])
    page.get_by_role("button", name="Inwoners").click()
    column = page.locator("table.vergelijking tbody tr").all_inner_texts()
    assert "700" in column[0]


def test_all_moves_stop_for_who_wants_that(read: Read) -> None:
    page = read(reduced_motion="reduce").open("index.html")
    slow = page.evaluate(
        """[...document.querySelectorAll("*")].filter((it) => {
             const style = getComputedStyle(it);
             return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
           }).map((it) => it.className)"""
    )
    assert slow == []
