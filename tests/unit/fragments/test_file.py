"""A PDF that is written as it comes, as other programs read it."""

import io
from array import array

import pikepdf
import pytest

from praktijkboek.print.fragments.file import PACKED, File, objects_table


def written(count: int, data: bytes = b"q Q") -> bytes:
    """A file with a page, and ``count`` objects that are packed."""
    output = io.BytesIO()
    file = File(output)
    root, info, tree, page, content, values = (file.reserve() for _ in range(6))
    first = file.reserve(count)
    file.deflated(content, b"<<>>", data)
    file.smalls(range(first, first + count), [b"(%d)" % n for n in range(count)])
    file.small(values, b"[%s]" % b" ".join(b"%d 0 R" % n for n in range(first, first + count)))
    file.small(page, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents %d 0 R>>" % (tree, content))
    file.small(tree, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % page)
    file.small(root, b"<</Type/Catalog/Pages %d 0 R/Own %d 0 R>>" % (tree, values))
    file.small(info, b"<</Title(Een titel)>>")
    file.finish(root, info)
    return output.getvalue()


@pytest.mark.parametrize("count", [0, 1, PACKED - 7, PACKED, 3 * PACKED + 1])
def test_every_object_is_found(count: int) -> None:
    pdf = pikepdf.open(io.BytesIO(written(count)))
    assert [str(value) for value in pdf.Root.Own] == [str(n) for n in range(count)]
    assert pdf.pages[0].obj.Contents.read_bytes() == b"q Q"
    assert str(pdf.docinfo.Title) == "Een titel"
    assert pdf.check_pdf_syntax() == []


def test_the_same_is_the_same_file() -> None:
    assert written(3) == written(3)


def test_the_identifier_is_of_what_is_written() -> None:
    ids = [bytes(pikepdf.open(io.BytesIO(written(3, data))).trailer.ID[0]) for data in (b"q Q", b"q q Q Q")]
    assert ids[0] != ids[1]
    assert {len(one) for one in ids} == {16}


def test_a_place_may_lie_beyond_four_gigabytes() -> None:
    table = objects_table(bytearray([0, 1, 2]), array("Q", [0, 2**32 + 5, 1]), array("H", [65535, 0, 258]), width=5)
    lines = [table[n : n + 8] for n in range(0, len(table), 8)]
    assert lines == [b"\0\0\0\0\0\0\xff\xff", b"\1\1\0\0\0\5\0\0", b"\2\0\0\0\0\1\1\2"]
