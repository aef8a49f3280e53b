"""Mends what WeasyPrint 70 writes in the structure tree, so that the book is PDF/UA-1.

It gets the pydyf objects just before they are written; nothing is parsed again.
"""

from __future__ import annotations

from typing import Any

import pydyf

ITEM_PARTS = {"/Lbl", "/LBody"}


def mend_tags(pdf: Any) -> None:
    """Put what stands loose in a list item in its body (PDF/UA-1: an LI holds Lbl and LBody only).

    WeasyPrint does so for text (``<li>een``), not for blocks (``<li><p>een``).
    """
    by_number = {item.number: item for item in pdf.objects if isinstance(item, pydyf.Dictionary)}
    for item in list(by_number.values()):
        if item.get("S") == "/LI":
            _mend_item(pdf, item, by_number)


def _mend_item(pdf: Any, item: Any, by_number: dict[int, Any]) -> None:
    kids = [(reference, by_number.get(_number(reference))) for reference in item["K"]]
    loose = [(reference, kid) for reference, kid in kids if kid is None or kid.get("S") not in ITEM_PARTS]
    if not loose:
        return
    body = pydyf.Dictionary(
        {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(), "Pg": item["Pg"], "P": item.reference}
    )
    pdf.add_object(body)
    for reference, kid in loose:
        body["K"].append(reference)
        if kid is not None and kid.get("Type") == "/StructElem":
            kid["P"] = body.reference
    kept = [reference for reference, kid in kids if (reference, kid) not in loose]
    item["K"] = pydyf.Array([*kept, body.reference])


def _number(reference: Any) -> int:
    """The object number in a reference such as ``b"12 0 R"``; -1 for a marked content, which is a bare number."""
    text = reference.decode() if isinstance(reference, bytes) else str(reference)
    return int(text.split()[0]) if text.endswith("R") else -1
