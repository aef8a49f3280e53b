"""Fonts that several documents used are one font in the file, as if all stood in one document."""

import io
import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import praktijkboek.print
from praktijkboek.print import engine
from praktijkboek.print.fragments.file import File
from praktijkboek.print.fragments.fonts import Fonts, remember
from praktijkboek.print.tags.line_ends import ROOM, SoftHyphen

pytestmark = pytest.mark.slow

FACE = (Path(praktijkboek.print.__file__).parent / "fonts" / "SourceSerif4-Regular.ttf").as_uri()
TEXTS = ("<p>Een bus, 12 fietsen", "<p>Zij kwamen ’s morgens <em>te voet</em> naar <b>huis</b> <i>é</i>")
Files = dict[str, bytes]


def laid_out(family: str, text: str) -> Any:
    style = f"<style>@font-face {{ font-family: Eigen; src: url({FACE}) }} * {{ font-family: {family} }}</style>"
    return engine.HTML(string=style + text).render()


def remembered(family: str, text: str, files: Files, soft: str = "") -> list[dict[str, Any]]:
    """What is kept of the fonts of a document, as it comes back from the disk.

    :param soft: a character whose glyph is that of the soft hyphen, if there is one
    """
    kept = []

    def keep(original: Any, pdf: Any, fonts: dict[Any, Any], *options: Any) -> Any:
        for font in fonts.values():
            glyphs = {text: glyph for glyph, text in font.to_unicode.items()}
            kept.append(remember(font, SoftHyphen(font.glyph_count + ROOM, glyphs[soft]) if soft else None))
            files[kept[-1]["file"]] = font.file_content
        return original(pdf, fonts, *options)

    with engine.replaced(engine.pdf, "build_fonts_dictionary", partial(keep, engine.pdf.build_fonts_dictionary)):
        laid_out(family, text).write_pdf()
    found: list[dict[str, Any]] = json.loads(json.dumps(kept))
    return found


def joined(*documents: list[dict[str, Any]], files: Files) -> Any:
    """A file with the fonts of these documents, which its catalog knows as ``Own``."""
    output = io.BytesIO()
    file, fonts = File(output), Fonts()
    root, dictionary, pages, page = (file.reserve() for _ in range(4))
    for document in documents:
        fonts.add(document)
    fonts.write(file, dictionary, files.__getitem__)
    # A page, as newer versions of qpdf call a file without any an error.
    file.small(page, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>>>" % pages)
    file.small(pages, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page)
    file.small(root, b"<</Type/Catalog/Own %d 0 R/Pages %d 0 R>>" % (dictionary, pages))
    file.finish(root, dictionary)
    pdf = pikepdf.open(io.BytesIO(output.getvalue()))
    assert pdf.check_pdf_syntax() == []
    return pdf


def facts(font: Any) -> dict[str, object]:
    """What a reader knows of a font."""
    inner = font.DescendantFonts[0]
    descriptor = inner.FontDescriptor
    meanings = re.findall(rb"^<\w+> <\w+>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    (file,) = (descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor)
    return {
        "name": str(font.BaseFont),
        "meanings": sorted(meanings),
        "widths": [str(part) for part in inner.W],
        "flags": int(descriptor.Flags),
        "file": file.read_bytes(),
    }


@pytest.mark.parametrize("family", ["Eigen", "serif", "monospace"])
def test_two_documents_share_a_font_as_one_would_have_it(family: str) -> None:
    files: Files = {}
    together = pikepdf.open(io.BytesIO(laid_out(family, "".join(TEXTS)).write_pdf()))
    expected = {key: facts(font) for key, font in together.pages[0].obj.Resources.Font.items()}
    found = joined(*(remembered(family, text, files) for text in TEXTS), files=files)
    assert {key: facts(font) for key, font in found.Root.Own.items()} == expected


def test_what_was_said_of_a_glyph_first_counts() -> None:
    files: Files = {}
    first, second = ([font] for font in remembered("Eigen", TEXTS[0], files) * 2)
    second = json.loads(json.dumps(second).replace('"E"', '"X"'))
    assert second != first
    both, one = joined(first, second, files=files), joined(first, files=files)
    assert [facts(font) for font in both.Root.Own.values()] == [facts(font) for font in one.Root.Own.values()]


def test_a_soft_hyphen_has_a_number_of_its_own() -> None:
    files: Files = {}
    kept = [remembered("Eigen", text, files, soft) for text, soft in (("Een bus-", "-"), ("Twee bussen", ""))]
    number, glyph = kept[0][0]["soft"]
    pdf = joined(*kept, files=files)
    (font,) = pdf.Root.Own.values()
    assert b"<%04x> <00ad>" % number in font.ToUnicode.read_bytes()
    leads = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
    assert int.from_bytes(leads[2 * number : 2 * number + 2], "big") == glyph
