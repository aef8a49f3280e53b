"""``python -m proof FILE [boek|grootletter|druk]``: what is ugly or wrong in a PDF, and its figures."""

from __future__ import annotations

import sys
from pathlib import Path

from proof import BOOK, LARGE_PRINT, PRINT_SHOP, look_at, read
from proof.measure import measure

PAPERS = {"boek": BOOK, "grootletter": LARGE_PRINT, "druk": PRINT_SHOP}


def main() -> int:
    """Print the findings, one a line; 1 if there are any."""
    file, edition = Path(sys.argv[1]), (sys.argv[2:] or ["boek"])[0]
    document = read(file)
    findings = look_at(document, PAPERS[edition])
    for finding in findings:
        print(finding)
    print(measure(file, document))
    print(f"{len(findings)} keer iets lelijks of fout." if findings else "Niets lelijks gevonden.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
