"""The structure tree of the PDF, made from the HTML: what a screen reader reads, in the order of the text.

WeasyPrint 70 makes one element of each fragment of a box and of each page that it stands on (its issues 2902, 2482 and
185). That isn't PDF/UA-1 on our HTML, and costs pages times elements. Here an HTML element is one structure element on
all its pages. First the laid out pages are read (``reading``), then their text is marked while it is painted
(``hook``), and at the end the tree is written (``writing``).
"""

from __future__ import annotations
