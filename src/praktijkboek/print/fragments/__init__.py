"""The book laid out in fragments: each document once, kept under the hash of what it depends on, joined into one PDF.

A unit (``units``) is what starts on a page of its own: a case, a chapter, an opener. It is laid out and painted alone
(``record``), by processes beside each other (``workers``); what comes of it is a ``Fragment``, which a ``store`` keeps.
What only the whole book knows (page numbers, which side a page is on, what leads where) stands in it as instructions
(``late``, ``template``). ``join`` carries them out and writes the file. See ADR 0012.
"""

from __future__ import annotations
