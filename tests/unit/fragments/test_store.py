"""What is kept from one build to the next: found again, made again where it is damaged, thrown away when it is old."""

import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from praktijkboek import cache
from praktijkboek.print.fragments.fragment import Fragment, Recorded, Thing
from praktijkboek.print.fragments.packing import Facts
from praktijkboek.print.fragments.store import BUILDS, HOUR, MONTH, Lost, Store, opened

PHOTO, FONT = b"\xff\xd8foto", b"lettertype"
KEY, OTHER = "a" * 64, "b" * 64
if sys.platform != "win32":
    import resource


def hash_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def recorded(*shared: bytes, words: bytes = b"inhoud") -> Recorded:
    things = {1: Thing(b"<<>>", words)}
    contents = {hash_of(content): content for content in shared}
    return Recorded(Fragment(things, [1], parents=[b"ouder"], shared=list(contents)), contents, [])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with one fragment, which shares a photo and a font."""
    kept = Store(tmp_path / "voorraad")
    kept.put(KEY, recorded(PHOTO, FONT))
    return kept


def names(store: Store) -> set[str]:
    return {file.name for file in store.folder.iterdir()}


def test_what_was_put_is_found_again(store: Store) -> None:
    again = Store(store.folder)
    assert again.get(KEY) == again.need(KEY) == recorded(PHOTO, FONT).fragment
    assert again.facts(KEY) == Facts(1, 0, [], [hash_of(PHOTO), hash_of(FONT)], [])
    assert again.shared(hash_of(PHOTO)) == PHOTO
    assert (again.get(OTHER), again.facts(OTHER)) == (None, None)
    with pytest.raises(Lost):
        again.need(OTHER)


def test_what_fragments_share_stands_there_once(store: Store) -> None:
    store.put(OTHER, recorded(PHOTO))
    assert names(store) == {KEY, OTHER, hash_of(PHOTO), hash_of(FONT)}


def empty(file: Path) -> None:
    file.write_bytes(b"")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def change(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"\x00")


def be_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize("damage", [empty, cut, change, Path.unlink, be_a_folder])
def test_a_damaged_fragment_is_not_there(damage: Callable[[Path], None], store: Store) -> None:
    damage(store.folder / KEY)
    assert (store.get(KEY), store.facts(KEY)) == (None, None)


def test_a_fragment_is_not_there_without_what_it_shares(store: Store) -> None:
    (store.folder / hash_of(FONT)).unlink()
    assert (store.get(KEY), store.facts(KEY)) == (None, None)
    store.put(OTHER, recorded(FONT))
    assert store.get(KEY) == recorded(PHOTO, FONT).fragment


@pytest.mark.parametrize("damage", [empty, cut, change, Path.unlink])
def test_damaged_content_is_never_handed_over_and_made_again(damage: Callable[[Path], None], store: Store) -> None:
    damage(store.folder / hash_of(PHOTO))
    with pytest.raises(Lost, match="probeer opnieuw"):
        store.shared(hash_of(PHOTO))
    assert store.facts(KEY) is None
    store.put(KEY, recorded(PHOTO, FONT))
    assert store.facts(KEY)
    assert store.shared(hash_of(PHOTO)) == PHOTO


@pytest.mark.parametrize("damage", [empty, cut, change])
def test_all_that_is_damaged_goes_at_once(damage: Callable[[Path], None], store: Store) -> None:
    """Also what nobody asked for; what is whole stays, and so do the lists of what builds use."""
    store.put(OTHER, recorded(FONT))
    store.use("boek", [KEY, OTHER])
    kept = names(store)
    damage(store.folder / hash_of(PHOTO))
    store.weed()
    assert names(store) | {KEY} == kept - {hash_of(PHOTO)}, "the fragment that shares it may go too"
    assert store.facts(KEY) is None
    damage(store.folder / OTHER)
    store.weed()
    assert OTHER not in names(store)
    assert store.shared(hash_of(FONT)) == FONT


def test_a_name_that_leads_out_of_the_folder_gives_nothing(store: Store) -> None:
    (store.folder.parent / "geheim").write_bytes(b"geheim")
    with pytest.raises(Lost):
        store.shared("../geheim")
    assert (store.folder.parent / "geheim").read_bytes() == b"geheim"


def age(store: Store, seconds: float) -> None:
    """Let all files be older by this."""
    for file in store.folder.iterdir():
        moment = file.stat().st_mtime - seconds
        os.utime(file, (moment, moment))


def build(folder: Path, edition: str, *used: str, purpose: str = "boek") -> Store:
    """A build that used these."""
    store = Store(folder, purpose)
    store.use(edition, used)
    return store


def test_what_the_last_builds_used_stays(store: Store) -> None:
    build(store.folder, "boek", KEY, hash_of(PHOTO), hash_of(FONT))
    store.put(OTHER, recorded(b"nog een foto"))
    age(store, 2 * HOUR)
    for _ in range(BUILDS - 1):
        build(store.folder, "boek").sweep()
    assert store.facts(KEY)
    assert not {OTHER, hash_of(b"nog een foto")} & names(store)
    build(store.folder, "boek").sweep()
    assert not {KEY, hash_of(PHOTO), hash_of(FONT)} & names(store)


def test_the_builds_of_one_edition_or_purpose_dont_count_for_another(store: Store) -> None:
    build(store.folder, "druk", KEY, hash_of(PHOTO), hash_of(FONT))
    age(store, 2 * HOUR)
    for _ in range(BUILDS):
        build(store.folder, "boek")
        build(store.folder, "druk", purpose="voorbeeld").sweep()
    assert store.facts(KEY)
    age(store, MONTH)
    build(store.folder, "boek").sweep()
    assert not {KEY, hash_of(PHOTO), hash_of(FONT)} & names(store)


def test_the_lists_of_old_builds_and_half_files_go_too(store: Store) -> None:
    (store.folder / "half.new").write_bytes(b"half")
    for _ in range(BUILDS + 3):
        build(store.folder, "boek")
    age(store, 2 * HOUR)
    store.sweep()
    assert len(names(store)) == BUILDS
    assert all(name.startswith("boek-boek.") for name in names(store))


def test_a_build_may_note_twice_what_it_uses(store: Store) -> None:
    now = build(store.folder, "boek", KEY)
    now.use("boek", [KEY, hash_of(PHOTO), hash_of(FONT)])
    age(store, 2 * HOUR)
    now.sweep()
    assert store.facts(KEY)
    assert len(names(store)) == 4


def test_one_build_doesnt_sweep_away_the_work_of_another(store: Store) -> None:
    """What is young stays, and what old things a young one shares; what a list names stays however old it is."""
    age(store, 2 * HOUR)
    store.put(OTHER, recorded(PHOTO))
    build(store.folder, "boek").sweep()
    assert names(store) >= {OTHER, hash_of(PHOTO)}
    assert KEY not in names(store)


def test_sweeping_what_is_gone_is_no_trouble(tmp_path: Path) -> None:
    Store(tmp_path / "nergens").sweep()
    store = build(tmp_path / "kapot", "boek")
    (store.folder / "boek-boek.1.used").write_bytes(b"\xff\xfe")
    store.sweep()


def test_the_store_stands_beside_the_cache_of_check(tmp_path: Path, own_cache: Path) -> None:
    with opened(tmp_path) as store:
        store.put(KEY, recorded())
    assert store.folder.parent == own_cache / "praktijkboek"
    with opened(tmp_path / "elders" / "..") as again:
        assert again.facts(KEY)
    with opened(tmp_path / "elders") as other:
        assert other.folder != store.folder


def test_where_nothing_can_be_kept_it_works_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").touch()
    for place in (tmp_path / "bestand", tmp_path / "boek" / "cache"):
        monkeypatch.setattr(cache, "_user_folder", lambda place=place: place)
        with opened(tmp_path / "boek") as store:
            store.put(KEY, recorded(PHOTO))
            assert store.get(KEY)
        assert not store.folder.exists()
    assert not (tmp_path / "boek").exists()


def test_opening_it_sweeps_when_the_build_went_well(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.put(KEY, recorded())
    age(store, 2 * HOUR)
    with pytest.raises(KeyError), opened(tmp_path):
        raise KeyError
    assert KEY in names(store)
    with opened(tmp_path):
        pass
    assert KEY not in names(store)


def test_books_that_nobody_builds_any_more_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_user_folder", lambda: tmp_path / "cache")
    for book in ("oud", "nieuw"):
        with opened(tmp_path / book) as store:
            store.put(KEY, recorded())
        (store.folder.parent / f"{book}.json").touch()
        if book == "oud":
            os.utime(store.folder, (0, 0))
    assert {file.name for file in store.folder.parent.iterdir()} == {"oud.json", "nieuw.json", store.folder.name}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no sizes of files")
def test_a_disk_without_room_is_said(store: Store) -> None:
    """And leaves no half file."""
    before, (soft, hard) = names(store), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            store.put(KEY, recorded(words=bytes(10_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(store) == before
    assert store.get(KEY) == recorded(PHOTO, FONT).fragment, "what was there stays whole"
