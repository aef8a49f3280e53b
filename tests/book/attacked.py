"""Builds a book with the checker switched off; run by ``test_attacks.py`` in a process of its own.

``attacked.py ROOT html boek``: the book at ROOT becomes ``_build/work/html`` and ``_build/work/boek``. Its ``conf.py``
says which layers are there. The PDF is laid out whole, as nothing is joined when there are warnings. Printed is one
JSON object: the warnings, and what the build did that it should not do.
"""

import json
import resource
import sys
from pathlib import Path

from praktijkboek.book import Book
from praktijkboek.site.run import run_sphinx

WATCHED = {
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn"),
    *("socket.connect", "socket.getaddrinfo", "urllib.Request", "http.client.connect"),
}


def main(root: Path, *kinds: str) -> None:
    seen: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        opened = str(arguments[0]) if event == "open" and arguments else ""
        if event in WATCHED or "geheim" in opened:
            seen.append(f"{event} {arguments[0]!r}")

    sys.addaudithook(watch)
    work = root / "_build" / "work"
    warnings = "\n".join(
        run_sphinx(Book(root), kind, work / kind, kind, praktijkboek_whole=True).warnings for kind in kinds
    )
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"warnings": warnings, "seen": seen, "megabytes": megabytes}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
