"""All that a maintainer does, as sessions. ``nox`` alone builds the book; ``nox -l`` lists the rest.

``python3 noxfile.py -s build`` needs nothing but Python: it gets nox in an environment of its own first.
"""

import ctypes.util
import json
import logging
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib

HERE = Path(__file__).resolve().parent


def start_with_own_nox() -> None:
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
    os.environ[START] = f"{'py' if os.name == 'nt' else 'python3'} noxfile.py -s"
    sys.exit(subprocess.call([str(python), "-m", "nox", "-f", str(HERE / "noxfile.py"), *sys.argv[1:]]))


START = "PRAKTIJKBOEK_NOX"
"""How a person starts a session here: what the command proposes to type begins with that."""
NOX = "nox>=2026.10,<2027"

try:
    import nox
except ModuleNotFoundError:
    if __name__ != "__main__":
        raise
    start_with_own_nox()

# nox mentions on every machine without uv that it looked for it.
logging.getLogger("nox").addFilter(lambda record: record.getMessage() != "uv binary not found.")

nox.needs_version = ">=2025.2"
nox.options.default_venv_backend = "virtualenv"
nox.options.sessions = ["build"]
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ["3.11", "3.12", "3.13"]
PYENV = sorted(Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser().glob("versions/3.1[123].*"))
if PYENV:
    # pyenv's stand-ins for python3.12 and the like only work for the versions that are named here.
    os.environ["PYENV_VERSION"] = ":".join(path.name for path in PYENV)
LIBRARIES = ["pango-1.0", "pangoft2-1.0", "harfbuzz-subset"]
PANGO = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]
STAMP = "praktijkboek.stamp"


# check, build, html, pdf, preview and links share one environment: the second has nothing to install.
book_session = nox.session(venv_backend="none")


def run_in_book(session: nox.Session, *command: str) -> None:
    """Run a command of the package in the environment that the book's sessions share.

    When it fails, nox ends with its exit code and says nothing more: the command said in Dutch what is wrong.
    """
    environment = HERE / ".nox" / "boek"
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    if is_new(environment):
        session.log("Eenmalig: de onderdelen van het boek worden geïnstalleerd")
        session.run(sys.executable, "-m", "venv", "--clear", str(environment), external=True, log=False)
        python = str(programs / "python")
        session.run(python, "-m", "pip", "install", "--quiet", "-e", str(HERE), external=True, log=False)
        mark(environment)
    name, *arguments = command
    process = subprocess.Popen([str(programs / name), *arguments], env={START: "nox -s", **os.environ})
    try:
        code = process.wait()
    except KeyboardInterrupt:  # the command got it too, and stops in its own way
        code = process.wait()
    if code:
        sys.exit(code)


def is_new(environment: Path, *groups: str) -> bool:
    """Whether an environment was not yet made for this pyproject.toml."""
    stamp = environment / STAMP
    return not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted(*groups)


def mark(environment: Path, *groups: str) -> None:
    """Note what an environment was made for."""
    (environment / STAMP).write_text(wanted(*groups), encoding="utf-8")


def wanted(*groups: str) -> str:
    """What decides whether an environment must be made again: the parts of pyproject.toml about installing."""
    try:
        project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        sys.exit(f"pyproject.toml is niet te lezen: kijk de haken en aanhalingstekens na ({error}).")
    return json.dumps([groups, project["project"], project["dependency-groups"], project["build-system"]])


def install(session: nox.Session, *groups: str) -> None:
    """Install the package with groups of development tools, once: again only when pyproject.toml changed."""
    environment = Path(session.virtualenv.location)
    if is_new(environment, *groups):
        project = nox.project.load_toml("pyproject.toml")
        session.install("-e", ".", *nox.project.dependency_groups(project, *groups))
        mark(environment, *groups)


def need_pango(session: nox.Session) -> None:
    """Get WeasyPrint's system libraries where nobody needs to be asked (root on Debian or Ubuntu: a container, CI).

    Elsewhere the command itself says, before it reads a case, what to install.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get") and not all(ctypes.util.find_library(name) for name in LIBRARIES):
        session.log("Pango ontbreekt en wordt geïnstalleerd met apt-get")
        apt("update")
        apt("install", "--yes", "--no-install-recommends", *PANGO)


def apt(*arguments: str) -> None:
    """Run apt-get without questions."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)


@book_session
def check(session: nox.Session) -> None:
    """Kijk alle praktijken na."""
    run_in_book(session, "praktijkboek", "check", *session.posargs)


@book_session
def fix(session: nox.Session) -> None:
    """Zet recht wat we zelf kunnen rechtzetten; `-- --diff` toont het alleen."""
    run_in_book(session, "praktijkboek", "fix", *session.posargs)


@book_session
def new(session: nox.Session) -> None:
    """Maak een nieuwe praktijk: `-- de-melkerij`."""
    run_in_book(session, "praktijkboek", "new", *session.posargs)


@book_session
def explain(session: nox.Session) -> None:
    """Leg een regel uit: `-- foto-zonder-alt`."""
    run_in_book(session, "praktijkboek", "explain", *session.posargs)


@book_session
def rules(session: nox.Session) -> None:
    """Toon alle regels, een per lijn."""
    run_in_book(session, "praktijkboek", "rules", *session.posargs)


@book_session
def schema(session: nox.Session) -> None:
    """Toon de velden van de kop als JSON Schema, voor een tekstprogramma."""
    run_in_book(session, "praktijkboek", "schema", *session.posargs)


@book_session
def build(session: nox.Session) -> None:
    """Kijk na, en maak de website en de PDF (dit is wat nox zonder meer doet)."""
    need_pango(session)
    run_in_book(session, "praktijkboek", "build", "--fresh", *session.posargs)


@book_session
def html(session: nox.Session) -> None:
    """Maak alleen de website."""
    run_in_book(session, "praktijkboek", "site", *session.posargs)


@book_session
def pdf(session: nox.Session) -> None:
    """Maak alleen de PDF; `-- --grootletter` in grote letters, `-- --druk` voor de drukker."""
    need_pango(session)
    run_in_book(session, "praktijkboek", "pdf", *session.posargs)


@book_session
def pdfua(session: nox.Session) -> None:
    """Laat veraPDF zeggen of elke PDF toegankelijk en bewaarbaar is: PDF/UA-1 en PDF/A-2a (vraagt Java en Maven)."""
    need_pango(session)
    run_in_book(session, "python", "scripts/verapdf/validate.py")


@book_session
def preview(session: nox.Session) -> None:
    """Toon de website in de browser en vernieuw ze bij elke wijziging."""
    run_in_book(session, "praktijkboek", "preview", *session.posargs)


@book_session
def links(session: nox.Session) -> None:
    """Kijk na of alle webadressen in het boek nog bestaan (vraagt internet)."""
    run_in_book(session, "sphinx-build", "-b", "linkcheck", "-c", "book", ".", "_build/links", *session.posargs)


@nox.session(python=[version for version in PYTHONS if shutil.which(f"python{version}")] or [sys.executable])
def tests(session: nox.Session) -> None:
    """Voer de tests uit, op elke Python van 3.11 tot 3.13 die er is."""
    install(session, "test")
    need_pango(session)
    session.run("pytest", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Gebruik de website in een echte browser (vraagt Chromium en npm); beelden komen in `_build/schermen/`."""
    install(session, "browser")
    session.run("pytest", "tests/browser", *session.posargs)


@nox.session
def proof(session: nox.Session) -> None:
    """Lees de PDF na als een drukproef; met `-- --honderd` die van een boek met honderd lastige praktijken."""
    install(session, "test")
    need_pango(session)
    book = HERE
    if "--honderd" in session.posargs:
        book = Path(session.create_tmp()) / "lastig"
        shutil.rmtree(book, ignore_errors=True)
        session.run("python", "benchmarks/awkward.py", str(book))
    session.run("praktijkboek", "pdf", "--fresh", str(book))
    session.run("python", "-m", "proof", str(book / "_build" / "praktijkboek.pdf"), env={"PYTHONPATH": "tests"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Probeer duizenden vreemde bestanden, elke keer andere; `-- --hypothesis-seed=N` herhaalt een vorige keer."""
    install(session, "test")
    seed = f"--hypothesis-seed={random.randrange(2**32)}"  # nox shows it, with the whole command
    examples = os.environ.get("FUZZ", "2000")
    session.run("pytest", "tests/unit/test_fuzz.py", seed, *session.posargs, env={"FUZZ": examples})


@nox.session
def lint(session: nox.Session) -> None:
    """Kijk de code na met ruff en mypy."""
    install(session, "dev")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


if __name__ == "__main__":
    nox.main()
