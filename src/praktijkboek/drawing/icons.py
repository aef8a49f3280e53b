"""Small line icons beside the facts of a case: one for each kind of fact, drawn on 24 by 24."""

from __future__ import annotations

WIDTH = 1.7
"""Of the lines: at 4 mm this is 0.28 mm, which a print shop can hold."""
ICONS = {
    "plaats": "M12 21.5S5 14.6 5 9.5a7 7 0 0 1 14 0C19 14.6 12 21.5 12 21.5z"
    "M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
    "kern": "M3 21h18M4.5 21v-7l3.5-3 3.5 3v7M11.5 21V10l4-5.5 4 5.5v11M15.5 4.5V2M8 21v-3.5M15.5 21v-4",
    "uitbater": "M4 10.5V21h16V10.5M3 7l2-4h14l2 4v1.5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 21v-6h4v6",
    "fase": "M6 21V3M6 4h12l-3 4 3 4H6",
    "thema": "M12.5 3H20a1 1 0 0 1 1 1v7.5L11.5 21 3 12.5zM16.5 7.5h.01",
    "functies": "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM16.75 13.25v7M13.25 16.75h7",
    "vervoer": "M5 17V6a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v11zM5 12h14M7 17v3M17 17v3M8.5 14.5h.01M15.5 14.5h.01",
    "mobipunt": "M8 21V3M8 4h10v7H8M4.5 21h7M11.5 9.5v-4l1.75 2.2L15 5.5v4",
    "vroeger": "M3.5 12a8.5 8.5 0 1 0 2.6-6.1L3.5 8.5M3.5 4v4.5H8M12 7.5V12l3 2",
    "partners": "M8.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 20v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2"
    "M16 10.3a3 3 0 0 0 0-5.6M18 14.2a4 4 0 0 1 3.5 3.8v2",
    "team": "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21v-1.5a5 5 0 0 1 5-5h5a5 5 0 0 1 5 5V21",
    "financiering": "M18 6.5A7.2 7.2 0 1 0 18 17.5M3.5 10.5H14M3.5 13.5H13",
    "cijfers": "M3 21h18M5.5 17.5v-5M10 17.5V9M14.5 17.5v-6.5M19 17.5V4",
    "website": "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "contact": "M3.5 5.5h17v13h-17zM3.5 6.5l8.5 7 8.5-7",
    "nagelezen": "M9 4H5.5v17h13V4H15M9 2.5h6v3.5H9zM8.5 13.5l2.5 2.5 4.5-5",
}
"""Kind of fact to the path that draws it."""


def icon(kind: str, colour: str) -> str:
    """The drawing of a kind of fact as SVG, in lines of one colour (``#rrggbb``).

    :raises KeyError: if there is none for this kind
    """
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">'
        f'<path d="{ICONS[kind]}" fill="none" stroke="{colour}" stroke-width="{WIDTH}"'
        ' stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
