"""The facts of a case as nodes, made in one place for the site and for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from praktijkboek import drawing
from praktijkboek.case import Case, Figure, Financing, Source
from praktijkboek.notation import PartialDate, capitalize, decapitalize, format_date, format_number
from praktijkboek.site.blocks import quotation
from praktijkboek.site.cases import docname
from praktijkboek.site.likeness import Related
from praktijkboek.site.trust import is_web_address
from praktijkboek.spelling import fold
from praktijkboek.vocabulary import UNKNOWN, label

DRAWINGS = "_build/drawings"
TERM_PAGES = "book/praktijken"
"""Where the pages of terms are: ``functies/buurtwinkel``. They are in no table of contents, so not in print."""
STOPPED = f"{TERM_PAGES}/gestopt"
"""The page of the cases that stopped."""
OVERVIEWS = {
    "functies": (f"{TERM_PAGES}/functies", "Alle functies"),
    "vervoer": (f"{TERM_PAGES}/vervoer", "Alle vervoer"),
    "provincie": (f"{TERM_PAGES}/plaatsen", "Alle provincies en plaatsen"),
}
"""Of each field with such pages the chapter that shows all its terms, and the words of a link to it."""


def opening(slug: str, case: Case, document: nodes.document, app: Sphinx, *, has_photo: bool) -> list[nodes.Element]:
    """What stands between the title and the first part: lead, picture, "In het kort", quotation."""
    parts: list[nodes.Element] = [nodes.paragraph("", case.samenvatting, classes=["lead"])]
    if case.status == "concept":
        parts.append(nodes.paragraph("", "Concept: deze praktijk staat nog niet in het boek.", classes=["concept"]))
    if not has_photo:
        parts.append(_drawn_header(slug, case, app))
    sheet = _section("In het kort", "in-het-kort", document)
    sheet += _fields(_facts(case))
    parts.append(sheet)
    if case.citaat:
        parts.append(quotation([nodes.paragraph("", case.citaat.tekst)], case.citaat.rol))
    return parts


def closing(case: Case, related: Related, cases: Mapping[str, Case], document: nodes.document) -> list[nodes.Element]:
    """What stands after the last part: related cases, sources, credits."""
    parts = []
    if related:
        section = _section("Gelijkaardige praktijken", "gelijkaardig", document)
        section += nodes.bullet_list("", *(case_item(other, cases[other], reason) for other, reason in related))
        parts.append(section)
    sources = _section("Bronnen", "bronnen", document)
    sources += nodes.bullet_list("", *(_source(source) for source in case.bronnen))
    about = _section("Over deze tekst", "over-deze-tekst", document)
    about += nodes.paragraph("", _credits(case))
    if makers := _makers(case):
        about += nodes.paragraph("", makers, classes=["beeldmakers"])
    only = addnodes.only(expr="html")
    only += nodes.paragraph("", "", _edit_link(), classes=["bewerk"])
    about += only
    return [*parts, *_notes(document), sources, about]


def _notes(document: nodes.document) -> list[nodes.Element]:
    """The footnotes of the text in a part of their own; MyST puts them at the end, behind a line."""
    notes = list(document.findall(nodes.footnote))
    if not notes:
        return []
    section = _section("Noten", "noten", document)
    for node in [*notes, *(line for line in document.findall(nodes.transition) if "footnotes" in line["classes"])]:
        node.parent.remove(node)
    section += notes
    return [section]


def case_item(slug: str, case: Case, remark: str = "") -> nodes.list_item:
    """A line of a list of cases: title as a link, place, and what there is to say about it."""
    place = f" – {place_words(case)}{f'; {remark}' if remark else ''}"
    return nodes.list_item("", nodes.paragraph("", "", case_link(slug, case), nodes.Text(place)))


def case_link(slug: str, case: Case, *, short: bool = False) -> addnodes.pending_xref:
    """A reference to a case that prints with its page number; ``short``: the title up to its colon."""
    return doc_link(docname(slug), case.short_title if short else case.titel)


def place_words(case: Case) -> str:
    """Village and municipality in words; abroad the country stands behind."""
    if case.land != "BE":
        return f"{case.dorp} ({label('land', case.land)})"
    return case.dorp if case.gemeente == case.dorp else f"{case.dorp} ({case.gemeente})"


def term_of(page: str) -> tuple[str, str]:
    """The field and the term that a page tells of; both empty for another page."""
    above, _, term = page.rpartition("/")
    folder, _, field = above.rpartition("/")
    return (field, term) if folder == TERM_PAGES and field in OVERVIEWS else ("", "")


def overview_of(page: str) -> str | None:
    """The chapter with all terms of the field of which a page tells one; None for another page."""
    field, _ = term_of(page)
    return OVERVIEWS[field][0] if field else None


def place_slug(name: str) -> str:
    """A province or country as it stands in an address."""
    return fold(name).replace(" ", "-")


def doc_link(target: str, text: str, *, needed: bool = True) -> addnodes.pending_xref:
    """A reference to a document of the book; if that is not ``needed`` and isn't there, just the text."""
    link = addnodes.pending_xref(
        refdomain="std",
        reftype="doc",
        reftarget=f"/{target}",
        refexplicit=True,
        refwarn=needed,
    )
    link += nodes.inline("", text)
    return link


def term_link(field: str, slug: str, text: str) -> addnodes.pending_xref:
    """A reference to the page that tells which cases have a term; just the word in print, or without such a page."""
    return doc_link(f"{TERM_PAGES}/{field}/{slug}", text, needed=False)


def with_commas(parts: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Parts of one line, with commas between them."""
    for i, part in enumerate(parts):
        if i:
            yield nodes.Text(", ")
        yield part


def _section(title: str, name: str, document: nodes.document) -> nodes.section:
    section = nodes.section("", nodes.title("", title), ids=[name], classes=[name])
    document.note_explicit_target(section)
    return section


def _drawn_header(slug: str, case: Case, app: Sphinx) -> nodes.figure:
    """The drawing that stands for a photo that nobody made yet."""
    picture = drawing.header(slug, case.themas[0], case.functies, case.known_transport, case.pand)
    target = app.srcdir / DRAWINGS / f"{slug}.svg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(picture.svg, encoding="utf-8")
    kind = "met-voertuigen" if picture.vehicles else "zonder-voertuigen"
    image = nodes.image(uri=f"/{DRAWINGS}/{slug}.svg", alt=picture.alt, classes=[kind])
    return nodes.figure("", image, classes=["kopbeeld"])


Value = Sequence[str | nodes.Node] | str
Field = tuple[str, Value]


def _fields(rows: Iterator[Field]) -> nodes.field_list:
    """Labels with values; more than one value becomes a list."""
    fields = nodes.field_list("", classes=["steekkaart"])
    for name, value in rows:
        values = [value] if isinstance(value, str) else list(value)
        paragraphs = [nodes.paragraph("", "", nodes.Text(v) if isinstance(v, str) else v) for v in values]
        body: list[nodes.Node] = list(paragraphs)
        if len(paragraphs) > 1:
            body = [nodes.bullet_list("", *(nodes.list_item("", paragraph) for paragraph in paragraphs))]
        kind = nodes.make_id(name.removesuffix("’s"))
        fields += nodes.field("", nodes.field_name("", name), nodes.field_body("", *body), classes=[kind])
    return fields


def _facts(case: Case) -> Iterator[Field]:
    place = nodes.inline("", place_words(case))
    if case.province:
        place += [nodes.Text(", "), term_link("provincie", place_slug(case.province), case.province)]
    yield "Plaats", [place]
    if case.kern or case.inwoners:
        words = [label("kern", case.kern)] if case.kern else []
        words += [f"ongeveer {format_number(case.inwoners)} inwoners"] if case.inwoners else []
        yield "Kern", capitalize(", ".join(words))
    yield "Uitbater", f"{capitalize(case.uitbater)} (rechtsvorm: {decapitalize(label('rechtsvorm', case.rechtsvorm))})"
    yield "Fase", [_phase(case)]
    yield ("Thema’s" if len(case.themas) > 1 else "Thema"), [_terms("themas", case.themas)]
    yield "Functies", [_terms("functies", case.functies)]
    yield "Vervoer", [_terms("vervoer", case.vervoer)]
    if case.mobipunt:
        yield "Mobipunt", "Ja" if case.mobipunt == "mobipunt" else label("mobipunt", case.mobipunt)
    if case.pand:
        yield "Vroeger", label("pand", case.pand)
    if case.partners:
        yield "Partners", ", ".join(case.partners)
    yield from _numbers(case)
    if case.website:
        yield "Website", [_web_link(case.website, case.website)]
    if case.contact:
        mail = nodes.reference("", case.contact.e_mail, refuri=f"mailto:{case.contact.e_mail}")
        yield "Contact", [nodes.inline("", "", nodes.Text(f"{case.contact.organisatie}, "), mail)]
    yield "Nagelezen", _proofread(case)


TEAM = {
    "betaald_vte": ("voltijdse kracht (betaald)", "voltijdse krachten (betaald)"),
    "vrijwilligers": ("vrijwilliger", "vrijwilligers"),
    "deelnemers": ("deelnemer (begeleid werk)", "deelnemers (begeleid werk)"),
}


def _numbers(case: Case) -> Iterator[Field]:
    if case.team:
        counts = {words: getattr(case.team, name) for name, words in TEAM.items()}
        yield "Team", ", ".join(f"{format_number(n)} {words[n != 1]}" for words, n in counts.items() if n is not None)
    if case.financiering:
        yield "Financiering", [_financing(line) for line in case.financiering]
    if case.cijfers:
        yield "Cijfers", [_figure(figure) for figure in case.cijfers]


def _phase(case: Case) -> nodes.inline:
    """How far the case is, and of when that is known: nobody looked whether it is still so."""
    phase = label("fase", case.fase)
    shown = doc_link(STOPPED, phase, needed=False) if case.fase == "gestopt" else nodes.Text(phase)
    return nodes.inline("", "", shown, nodes.Text(_since(case)))


def _since(case: Case) -> str:
    words = ""
    if case.start == UNKNOWN:
        words += ", startjaar onbekend"
    elif case.start:
        words += f", gestart in {case.start}"
    words += f", gestopt in {case.stop}" if case.stop else ""
    dates = [source.datum for source in case.bronnen if source.datum]
    return words + (f" (jongste bron: {max(dates)})" if dates and case.nagelezen is None else "")


def _terms(name: str, slugs: Sequence[str]) -> nodes.inline:
    """The labels of terms as one sentence part, each a link: only the first begins with a capital."""
    labels = [label(name, slug) for slug in slugs]
    labels[1:] = map(decapitalize, labels[1:])
    links = (_term_or_angle(name, slug, words) for slug, words in zip(slugs, labels, strict=True))
    return nodes.inline("", "" if slugs else "Geen", *with_commas(links))


def _term_or_angle(name: str, slug: str, words: str) -> nodes.Node:
    """An angle has a chapter of the book; every other term a page of the site."""
    return doc_link(f"book/invalshoeken/{slug}", words) if name == "themas" else term_link(name, slug, words)


def _financing(line: Financing) -> str:
    if line.bedrag is None and line.soort == "omzet":
        return line.bron  # a tariff stands in the words; there is no sum to know
    amount = f"{format_number(line.bedrag)} euro" if line.bedrag is not None else "bedrag onbekend"
    return f"{line.bron}: {amount}{f' ({line.jaar})' if line.jaar else ''}"


def _figure(figure: Figure) -> str:
    unit = "" if figure.eenheid.casefold() in figure.wat.casefold() else f" {figure.eenheid}"
    year = f" ({figure.jaar})" if figure.jaar else ""
    return f"{capitalize(figure.wat)}: {format_number(figure.waarde)}{unit}{year}"


def _proofread(case: Case) -> str:
    if case.nagelezen is None:
        return "Niet nagelezen door de uitbater"
    return f"Door de uitbater, op {format_date(case.nagelezen)}"


def _credits(case: Case) -> str:
    """Who wrote, when, and what a reader may do with it: one line of text."""
    writers = f"{', '.join(case.auteurs)}, {label('licentie', case.licentie)}"
    return f"Tekst: {writers}. Bijgewerkt op {format_date(case.bijgewerkt)}."


def _makers(case: Case) -> str:
    """Who made the photos and drawings, and what a reader may do with them."""
    makers = {
        ", ".join(part for part in (p.maker, label("licentie", p.licentie), p.bron, str(p.jaar or "")) if part)
        for p in case.fotos
    }
    return " ".join(f"Beeld: {maker}." for maker in sorted(makers))


def _source(source: Source) -> nodes.list_item:
    text = nodes.paragraph()
    text += _web_link(source.titel, source.url) if source.url else nodes.Text(source.titel)
    details: list[str | PartialDate | None] = [source.uitgever, source.datum]
    text += nodes.Text("".join(f", {detail}" for detail in details if detail))
    return nodes.list_item("", text)


def _web_link(text: str, address: str) -> nodes.Node:
    return nodes.reference("", text, refuri=address) if is_web_address(address) else nodes.Text(text)


def _edit_link() -> addnodes.pending_xref:
    """Where a reader goes with a correction; ``page`` points it at the forge, where one is known."""
    return doc_link("book/achteraan/meewerken", "Iets gezien dat niet klopt? Bewerk deze praktijk")
