"""From which rules a case can be exempted."""

from __future__ import annotations

from praktijkboek.finding import Severity
from praktijkboek.rules.rule import AnyRule, ProblemRule

NO_PAGE = {
    "tekst-ontbreekt", "niet-na-te-kijken", "mapnaam", "map-dubbel", "titel-in-tekst", "titel-gereserveerd",
    "niveau-overgeslagen", "blok-onaf", "voetnoot-zonder-tekst", "voetnoot-dubbel", "foto-ontbreekt", "foto-stuk",
    "link-dood", "link-niet-in-boek", "verwant-onbekend",
}  # fmt: skip
"""Without these there is no page, or Sphinx refuses it."""
SAFETY = {
    "blok-verboden", "html", "rol-verboden", "svg-onveilig", "snelkoppeling", "link-onveilig", "link-buiten-map",
    "link-lokaal", "foto-van-elders", "toestemming-ontbreekt", "foto-niet-vermeld", "programma-in-map", "map-te-diep",
}  # fmt: skip
"""These protect the machine that builds, the reader, and whoever stands on a photo or made it."""


def may_be_waived(rule: AnyRule) -> bool:
    """Whether a case can be exempted: not where the facts would be missing, and never from what keeps people safe."""
    no_facts = isinstance(rule, ProblemRule) and rule.severity is Severity.FOUT
    about_exemptions = rule.name.startswith("uitzondering-")
    return not (no_facts or about_exemptions or rule.name in NO_PAGE | SAFETY)
