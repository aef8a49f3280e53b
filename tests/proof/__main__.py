"""``python -m proof FILE [boek|grootletter|druk]``: what is ugly or wrong in a PDF, and its figures."""

from __future__ import annotations

import sys
from pathlib import Path

from proof import BOOK, LARGE_PRINT, LOOKS, PRINT_SHOP, read
from proof.measure import measure

PAPERS = {"boek": BOOK, "grootletter": LARGE_PRINT, "druk": PRINT_SHOP}
SHOWN = 12
"""Findings of one look, at most."""


def main() -> int:
    """Print the findings, one a line; 1 if there are any."""
    file, edition = Path(sys.argv[1]), (sys.argv[2:] or ["boek"])[0]
    document = read(file)
    total = 0
    for look in LOOKS:
        findings = list(look(document, PAPERS[edition]))
        total += len(findings)
        for finding in findings[:SHOWN]:
            print(finding)
        if len(findings) > SHOWN:
            pages = sorted({finding.page for finding in findings[SHOWN:]})
            print(f"… en nog {len(findings) - SHOWN} keer zoiets, op bladzijde {', '.join(map(str, pages))}.")
    print(measure(file, document))
    print(f"{total} keer iets lelijks of fout." if total else "Niets lelijks gevonden.")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
