"""What happens to a case on its way to paper, on small doctrees."""

import re
from pathlib import Path

import pytest
import segno
from docutils import nodes
from docutils.utils import new_document

import praktijkboek
from praktijkboek.drawing.icons import ICONS, icon
from praktijkboek.drawing.landscape import HEIGHT, WIDTH
from praktijkboek.drawing.scene import PAVED, VERGE, WHEELS
from praktijkboek.print.addresses import short, write_out
from praktijkboek.print.figures import set_figures
from praktijkboek.print.footnotes import Voetnoot, to_foot
from praktijkboek.print.opening import HIGHEST, STRIP, cut, lines
from praktijkboek.print.pointers import point
from praktijkboek.print.qr import qr_svg, seen_from
from praktijkboek.print.tables import is_of_figures, set_tables


def document(*children: nodes.Node) -> nodes.document:
    made = new_document("proef")
    made += children
    return made


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.kw.be/", "kw.be"),
        ("https://www.glabbeek.be/website/4837-www", "glabbeek.be/website/4837-www"),
        ("https://kw.be/nieuws/samenleving/superette-capellehof-verhuist-in-2022/", "kw.be"),
        ("http://voorbeeld.be/zoek?q=a", "voorbeeld.be/zoek?q=a"),
        ("mailto:wij@voorbeeld.be?subject=Vraag", "wij@voorbeeld.be"),
        ("tel:+3291234567", "+3291234567"),
    ],
)
def test_an_address_is_short_enough_to_type(address: str, words: str) -> None:
    assert short(address) == words


def linked(text: str, address: str, *behind: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", nodes.reference("", text, refuri=address), *behind)


def test_an_address_stands_behind_its_link() -> None:
    tree = document(linked("de krant", "https://www.kw.be/", nodes.Text(".")))
    write_out(tree)
    assert tree.astext() == "de krant (kw.be)."


def test_an_address_is_not_said_twice() -> None:
    tree = document(linked("https://www.kw.be", "https://www.kw.be/"), linked("wij@x.be", "mailto:wij@x.be"))
    write_out(tree)
    assert [paragraph.astext() for paragraph in tree] == ["kw.be", "wij@x.be"]


def test_the_address_of_a_source_closes_its_line() -> None:
    tree = document(nodes.section("", linked("Artikel", "https://kw.be/a", nodes.Text(", KW")), classes=["bronnen"]))
    write_out(tree)
    assert tree.astext() == "Artikel, KW ·\u00a0kw.be/a"


def note(identifier: str, *paragraphs: str) -> nodes.footnote:
    inner = [nodes.paragraph("", text) for text in paragraphs]
    return nodes.footnote("", nodes.label("", "9"), *inner, ids=[identifier])


def call(identifier: str) -> nodes.footnote_reference:
    return nodes.footnote_reference("", "9", refid=identifier)


def test_notes_move_to_their_references_and_are_numbered_as_they_come() -> None:
    text = nodes.paragraph("", "", call("b"), call("a"), call("b"))
    notes = nodes.section(
        "", nodes.title("", "Noten"), note("a", "Een."), note("b", "Twee.", "Meer."), classes=["noten"]
    )
    tree = document(nodes.section("", text, notes))
    to_foot(tree)
    first, second, again = text.children
    assert isinstance(first, Voetnoot) and isinstance(second, Voetnoot)
    assert (first["nummer"], first.astext(), first["ids"]) == (1, "Twee.Meer.", ["b"])
    assert (second["nummer"], second.astext()) == (2, "Een.")
    assert isinstance(again, nodes.footnote_reference) and again.astext() == "1"
    assert "Noten" not in tree.astext()
    assert not list(tree.findall(nodes.footnote))


def test_the_paragraphs_of_a_note_stay_apart() -> None:
    text = nodes.paragraph("", "", call("a"))
    to_foot(document(text, note("a", "Een.", "Twee.")))
    assert [line.astext() for line in text.findall(nodes.inline) if "alinea" in line["classes"]] == ["Twee."]


def test_a_note_inside_a_note_is_not_lost() -> None:
    zie = nodes.paragraph("", "", nodes.Text("Zie"), call("b"))
    inner = nodes.footnote("", nodes.label("", "1"), zie, ids=["a"])
    text = nodes.paragraph("", "", call("a"))
    to_foot(document(text, inner, note("b", "Dat.")))
    assert text.astext() == "Zie (Dat.)"


def referring(target: str) -> nodes.reference:
    return nodes.reference("", target, refid=target)


def test_a_page_number_stands_once_in_a_paragraph_and_never_where_it_crowds() -> None:
    twice = nodes.paragraph("", "", referring("a"), referring("a"), referring("b"))
    again = nodes.paragraph("", "", referring("a"))
    sheet = nodes.section("", nodes.paragraph("", "", referring("c")), classes=["in-het-kort"])
    tree = document(twice, again, nodes.title("", "", referring("d")), sheet)
    point(tree)
    assert [link["refid"] for link in tree.findall(nodes.reference) if "verwijzing" in link["classes"]] == [
        "a",
        "b",
        "a",
    ]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (["1.200", "890,50", "onbekend"], True),
        (["18 euro", "€ 3", "40 %"], True),
        (["2019", "2020"], True),
        (["18 euro per jaar", "3"], False),
        (["", "–"], False),
        (["1e keer"], False),
        (["± 3,5 km", "€ 1 200", ".5", "-12"], True),
        ([f"-{' ' * 3000}x"], False),  # hostile: a pattern with three stars for a space would take hours
    ],
)
def test_a_column_of_figures_is_known(words: list[str], figures: bool) -> None:
    assert is_of_figures(words) is figures


def table(*rows: tuple[str, ...]) -> nodes.table:
    made = [nodes.row("", *(nodes.entry("", nodes.paragraph("", word)) for word in row)) for row in rows]
    return nodes.table("", nodes.tgroup("", nodes.thead("", made[0]), nodes.tbody("", *made[1:])))


def test_figures_stand_at_the_right_but_names_of_rows_do_not() -> None:
    tree = document(table(("Jaar", "Euro", "Wie"), ("2024", "12", "wij"), ("2025", "–", "zij")))
    set_tables(tree)
    assert [cell.astext() for cell in tree.findall(nodes.entry) if "getal" in cell["classes"]] == ["Euro", "12", "–"]


def test_only_a_long_table_may_go_on_on_the_next_page() -> None:
    tree = document(table(("a",), *[("b",)] * 60), table(("a",), ("b",)))
    set_tables(tree)
    assert ["lang" in found["classes"] for found in tree.findall(nodes.table)] == [True, False]


def picture(name: str) -> nodes.image:
    return nodes.image(uri=name, alt=name)


def test_pictures_that_follow_each_other_stand_two_by_two() -> None:
    tree = document(
        nodes.paragraph("", "", picture("1")),
        *(nodes.figure("", picture(name)) for name in "234567"),
        nodes.paragraph(),
    )
    set_figures(tree)
    pairs = [[image["uri"] for image in pair.findall(nodes.image)] for pair in tree.findall(nodes.container)]
    assert pairs == [["1", "2"], ["3", "4"], ["5", "6"], ["7"]]


def test_a_picture_in_a_sentence_stays_there() -> None:
    tree = document(nodes.paragraph("", "", nodes.Text("Kijk "), picture("1")))
    set_figures(tree)
    assert not list(tree.findall(nodes.figure))


def modules(svg: str) -> list[list[int]]:
    """The modules of a code, read off its path as whoever prints it does: lines through the middle of rows."""
    size = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])  # type: ignore[index]
    grid = [[0] * size for _ in range(size)]
    x, y = 0, 0.0
    steps = re.findall(r"([Mmh])([-\d.]+)(?: ([-\d.]+))?", re.search(r' d="([^"]+)"', svg)[1])  # type: ignore[index]
    for letter, first, second in steps:
        if letter == "h":
            for column in range(x, x + int(first)):
                grid[int(y)][column] = 1
            x += int(first)
        else:
            x, y = (x, y) if letter == "m" else (0, 0.0)
            x, y = x + int(float(first)), y + float(second)
    return grid


def test_a_code_holds_its_address() -> None:
    address = "https://voorbeeld.be/cases/onder-t-perron/index.html"
    drawn = modules(qr_svg(address))
    assert drawn == [list(row) for row in segno.make_qr(address, error="m").matrix]
    assert drawn != modules(qr_svg(address.replace("onder", "boven")))


def test_lines_are_counted_with_the_letters_of_the_book() -> None:
    wide, narrow = "m" * 20, "i" * 20
    font = "SourceSans3-Regular"
    assert lines(narrow, font, 10, 30) == 1
    assert lines(f"{wide} {wide}", font, 10, 80) == 2
    assert lines(f"{narrow} {narrow}", font, 10, 80) == 1


STYLE = (Path(praktijkboek.__file__).parent / "print/css/case.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("vehicles", [True, False])
@pytest.mark.parametrize("room", range(int(STRIP), int(HIGHEST) + 2))
def test_nothing_is_halved_at_the_lower_edge_of_a_drawn_street(room: float, vehicles: bool) -> None:
    height, classes = cut(room, vehicles)
    unit = WIDTH / 170
    edge = (HIGHEST + height) / 2 * unit
    for name in classes:
        edge = HEIGHT - float(re.findall(rf"\.{name} {{.*bottom -([\d.]+)mm", STYLE)[0]) * unit
    tops_of_vehicles, tips_of_tulips = WHEELS - 66, HEIGHT - 25
    assert height <= room
    assert edge - height * unit >= -1  # no white above the sky
    assert edge > PAVED + 3
    assert height == HIGHEST or edge < tips_of_tulips < VERGE + 3
    assert height == HIGHEST or not vehicles or not tops_of_vehicles < edge < WHEELS + 3


@pytest.mark.parametrize("kind", ICONS)
def test_an_icon_is_drawn_in_its_colour(kind: str) -> None:
    assert 'stroke="#123456"' in icon(kind, "#123456")


@pytest.mark.parametrize(
    ("site", "target", "expected"),
    [
        ("", ("cases/b/index", "lessen"), "../b/index.html#lessen"),
        ("", ("cases/a/index",), "index.html"),
        ("", ("book/waarom",), "../../book/waarom.html"),
        ("https://x.be/boek", ("cases/b/index", "lessen"), "https://x.be/boek/cases/b/index.html#lessen"),
    ],
)
def test_an_address_seen_from_a_page(site: str, target: tuple[str, ...], expected: str) -> None:
    assert seen_from(site, "cases/a/index", *target) == expected
