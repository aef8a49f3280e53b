"""Overviews that chapters ask for, generated from the facts: map, matrix, timeline, comparison, register, photos.

Each module makes its rows from the cases (plain Python, which the unit tests read) and puts them in docutils nodes, the
same for the site and for print. Cases can't ask for any of it: see ``confined``.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from praktijkboek.site.overviews import (
    comparison,
    marks,
    matrix,
    photos,
    places,
    register,
    term_page,
    timeline,
    worksheet,
)


def connect(app: Sphinx) -> None:
    """Add the directives, and the nodes that they make."""
    marks.connect(app)
    app.add_directive("kaart", places.CaseMap)
    app.add_directive("matrix", matrix.Matrix)
    app.add_directive("praktijken-met", term_page.TermPage)
    app.add_directive("tijdlijn", timeline.Timeline)
    app.add_directive("vergelijking", comparison.Comparison)
    app.add_directive("controlelijst", worksheet.Checklist)
    app.add_directive("werkblad", worksheet.Worksheet)
    register.connect(app)
    photos.connect(app)
