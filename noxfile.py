"""All that a maintainer does, as sessions. ``nox`` alone builds the book; ``nox -l`` lists the rest.

``python3 noxfile.py -s build`` needs nothing but Python: it gets nox in an environment of its own first.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def start_with_own_nox():
    """Get nox in ``.nox/start`` and run this file again with it; plain Python comes here."""
    if sys.version_info < (3, 11):
        sys.exit("Het praktijkboek heeft Python 3.11 of nieuwer nodig: installeer het van python.org.")
    home = HERE / ".nox" / "start"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = home / "ready"
    if not ready.is_file():
        print("Eenmalig: nox wordt geïnstalleerd …", flush=True)
        if subprocess.call([sys.executable, "-m", "venv", "--clear", str(home)]):
            sys.exit("Python kan geen omgeving maken: installeer ze met `sudo apt-get install python3-venv`.")
        if subprocess.call([str(python), "-m", "pip", "install", "--quiet", NOX]):
            sys.exit("nox kon niet geïnstalleerd worden: kijk de internetverbinding na en probeer opnieuw.")
        ready.touch()
    sys.exit(subprocess.call([str(python), "-m", "nox", "-f", str(HERE / "noxfile.py"), *sys.argv[1:]]))


NOX = "nox>=2026.10,<2027"

try:
    import nox
except ModuleNotFoundError:
    if __name__ != "__main__":
        raise
    start_with_own_nox()

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.sessions = ["build"]
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ["3.11", "3.12", "3.13"]
PYENV = sorted(Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser().glob("versions/3.1[123].*"))
if PYENV:
    # pyenv's stand-ins for python3.12 and the like only work for the versions that are named here.
    os.environ["PYENV_VERSION"] = ":".join(path.name for path in PYENV)
PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
STAMP = "praktijkboek.stamp"


def install(session: nox.Session, *groups: str) -> None:
    """Install the package and its groups, once: again only when pyproject.toml changed."""
    stamp = Path(session.virtualenv.location) / STAMP
    wanted = Path("pyproject.toml").read_text(encoding="utf-8") + " ".join(groups)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    dependencies = nox.project.load_toml("pyproject.toml")
    extra = nox.project.dependency_groups(dependencies, *groups) if groups else ()
    session.install("-e", ".", *extra)
    stamp.write_text(wanted, encoding="utf-8")


def need_pango(session: nox.Session) -> None:
    """Get WeasyPrint's system libraries where that needs no question (root on Debian or Ubuntu: a container, CI)."""
    found = session.run("python", "-c", CHECK_PANGO, silent=True, success_codes=[0, 2])
    if not isinstance(found, str) or not found.strip():
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        session.log("Pango ontbreekt en wordt geïnstalleerd met apt-get")
        apt("update")
        apt("install", "--yes", "--no-install-recommends", *PANGO)
        return
    session.error(found.strip())


CHECK_PANGO = """
import sys
from praktijkboek.print.pango import require_pango
from praktijkboek.trouble import Trouble
try:
    require_pango()
except Trouble as trouble:
    print(trouble)
    sys.exit(2)
"""


def apt(*arguments: str) -> None:
    """Run apt-get without questions."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)


@nox.session
def check(session: nox.Session) -> None:
    """Kijk alle praktijken na."""
    install(session)
    session.run("praktijkboek", "check", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Kijk na, en maak de website en de PDF (dit is wat nox zonder meer doet)."""
    install(session)
    need_pango(session)
    session.run("praktijkboek", "build", "--fresh", *session.posargs)


@nox.session
def html(session: nox.Session) -> None:
    """Maak alleen de website."""
    install(session)
    session.run("praktijkboek", "site", *session.posargs)


@nox.session
def pdf(session: nox.Session) -> None:
    """Maak alleen de PDF."""
    install(session)
    need_pango(session)
    session.run("praktijkboek", "pdf", *session.posargs)


@nox.session
def preview(session: nox.Session) -> None:
    """Toon de website in de browser en vernieuw ze bij elke wijziging."""
    install(session)
    session.run("praktijkboek", "preview", *session.posargs)


@nox.session
def links(session: nox.Session) -> None:
    """Kijk na of alle webadressen in het boek nog bestaan (vraagt internet)."""
    install(session)
    session.run("sphinx-build", "-b", "linkcheck", "-c", "book", ".", "_build/links", *session.posargs)


@nox.session(python=[version for version in PYTHONS if shutil.which(f"python{version}")] or [sys.executable])
def tests(session: nox.Session) -> None:
    """Voer de tests uit, op elke Python van 3.11 tot 3.13 die er is."""
    install(session, "test")
    need_pango(session)
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Kijk de code na met ruff en mypy."""
    install(session, "test", "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


if __name__ == "__main__":
    nox.main()
