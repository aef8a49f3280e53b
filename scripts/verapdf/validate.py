"""Validates every edition of the PDF, and that of a case, with veraPDF; ``nox -s pdfua`` runs it.

veraPDF, the referee of PDF/UA and PDF/A, comes from Maven Central into ``.nox/verapdf``. What isn't there is made
first.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from praktijkboek.book import SHEETS
from praktijkboek.print.edition import BOOK, EDITIONS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILD = ROOT / "_build"
OWN = ROOT / ".nox" / "verapdf"
POM = HERE / "pom.xml"
PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
"""What every edition says of itself, by veraPDF's names."""
MOST_SHOWN = 5
"""Of a file that is not valid, so many rules are named."""


def main() -> int:
    """Exit code 0 when all is valid, or when it can't be known; 1 when a file is not valid."""
    missing = [name for name in ("java", "mvn") if not shutil.which(name)]
    if missing:
        print(
            "De PDF’s zijn niet nagekeken: veraPDF heeft Java en Maven nodig; installeer ze met"
            " `sudo apt-get install default-jre-headless maven`."
        )
        return 0
    if not _get_verapdf():
        return 2
    if code := _make_missing():
        return code
    files = [*(BUILD / edition.file for edition in EDITIONS.values()), *_sheets()[:1]]
    return max(_validate(profile, files) for profile in PROFILES)


def _get_verapdf() -> bool:
    """Get veraPDF, once for each version of the pom; False when that fails."""
    stamp = OWN / "pom.xml"
    if stamp.is_file() and stamp.read_bytes() == POM.read_bytes():
        return True
    shutil.rmtree(OWN, ignore_errors=True)
    print("Eenmalig: veraPDF wordt opgehaald …", flush=True)
    command = ["mvn", "--batch-mode", "--quiet", "-Dstyle.color=never", "--file", str(POM)]
    if subprocess.call([*command, "dependency:copy-dependencies", f"-DoutputDirectory={OWN / 'lib'}"]):
        print("veraPDF kon niet opgehaald worden: kijk de internetverbinding na en probeer opnieuw.", file=sys.stderr)
        return False
    shutil.copy(POM, stamp)
    return True


def _sheets() -> list[Path]:
    """The PDFs of single cases."""
    return sorted((BUILD / SHEETS).glob("*.pdf"))


def _make_missing() -> int:
    """Make what isn't in ``_build``; the exit code of the command that does so."""
    command = [sys.executable, "-m", "praktijkboek"]
    if not _sheets() and (code := subprocess.call([*command, "build"], cwd=ROOT)):
        return code
    missing = [name for name, edition in EDITIONS.items() if not (BUILD / edition.file).is_file()]
    book = [*command, "pdf"]
    if BOOK.name in missing and (code := subprocess.call(book, cwd=ROOT)):
        return code
    others = [f"--{name}" for name in missing if name != BOOK.name]
    return subprocess.call([*book, *others], cwd=ROOT) if others else 0


def _validate(profile: str, files: list[Path]) -> int:
    """Say of each file whether it is what it says; 1 if one isn't."""
    home = OWN / "home"  # veraPDF writes its settings there
    home.mkdir(exist_ok=True)
    command = ["java", f"-Duser.home={home}", "-cp", str(OWN / "lib" / "*"), "org.verapdf.apps.GreenfieldCliWrapper"]
    options = ["--flavour", profile, "--format", "xml", "--maxfailuresdisplayed", "1"]
    answer = subprocess.run([*command, *options, *map(str, files)], capture_output=True, check=False).stdout
    jobs = ElementTree.fromstring(answer).findall("jobs/job")
    return max(_say(job, PROFILES[profile]) for job in jobs)


def _say(job: ElementTree.Element, standard: str) -> int:
    name = Path(job.findtext("item/name", "")).relative_to(ROOT).as_posix()
    report = job.find("validationReport")
    if report is None:
        print(f"{name}: {standard} kon niet nagekeken worden: {job.findtext('taskException/exceptionMessage', '?')}")
        return 1
    details = report.find("details")
    assert details is not None
    if report.get("isCompliant") == "true":
        print(f"{name}: {standard} in orde ({details.get('passedChecks')} controles)", flush=True)
        return 0
    rules = sorted(details.findall("rule"), key=_number)
    print(f"{name}: {standard} NIET in orde, {len(rules)} {'regel' if len(rules) == 1 else 'regels'} geschonden:")
    for rule in rules[:MOST_SHOWN]:
        print(f"  {_number(rule)}, {rule.get('failedChecks')} keer: {rule.findtext('description')}", flush=True)
    return 1


def _number(rule: ElementTree.Element) -> str:
    """A rule's place in its standard: ``7.18.5-1``."""
    return f"{rule.get('clause')}-{rule.get('testNumber')}"


if __name__ == "__main__":
    sys.exit(main())
