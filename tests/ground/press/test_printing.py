"""The database says what the public site shows; the folder follows, whatever happened to it."""

import os
import signal
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from kentongan.ground.press import actions, queries, registry, tasks
from kentongan.ground.press.models import Change, Press, Print
from kentongan.ground.press.registry import printable
from kentongan.ground.press.rules.listing import Unprintable
from kentongan.ground.press.store import Store
from kentongan.ground.record.models import Entry
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.both]

BY = Actor.machine("press", caused_by=41)


class Newsroom:
    """The data that the printables read: texts by number. `rendered` notes each page that was made."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.rendered: list[str] = []

    def page(self, number: int) -> tuple[str, bytes | None]:
        path = f"siaran/{number}/index.html"
        self.rendered.append(path)
        return path, self.texts[number].encode() if number in self.texts else None

    def home(self, as_of) -> tuple[str, bytes]:
        self.rendered.append("index.html")
        return "index.html", f"{as_of:%Y-%m-%d} {sorted(self.texts)}".encode()


@pytest.fixture
def newsroom(monkeypatch, settings, tmp_path) -> Newsroom:
    """Two printables over one set of texts; the site in a fresh folder."""
    monkeypatch.setattr(registry, "_printables", {})
    settings.SITE = tmp_path / "site"
    room = Newsroom()

    @printable("newsroom.releases")
    def releases(as_of):
        yield from (room.page(number) for number in room.texts)

    @releases.changed_by("version")
    def release(number, as_of):
        yield room.page(number)

    @printable("frontdesk.home")
    def home(as_of):
        yield room.home(as_of)

    @home.changed_by("version")
    def home_again(number, as_of):
        yield room.home(as_of)

    return room


def shown() -> dict[str, bytes]:
    return {path: queries.store().read(path) for path, _ in queries.store().files()}


def want(now, *things, reason="VersionOpened"):
    return actions.want_print(reason=reason, things=things or None, by=BY, now=now)


def print_(now, **more) -> Press:
    return actions.print_wanted(by=BY, now=now, **more)


def last() -> tuple:
    return Print.objects.values_list("generation", "whole", "files", "reason").first()


def test_the_first_print_is_whole_and_a_wish_then_prints_its_own_pages_only(newsroom, now):
    newsroom.texts = {1: "satu", 2: "dua"}
    print_(now)
    assert shown() == {
        "index.html": b"2026-11-24 [1, 2]",
        "siaran/1/index.html": b"satu",
        "siaran/2/index.html": b"dua",
    }
    assert last() == (0, True, 3, "reconciled")

    newsroom.texts[3], newsroom.rendered = "tiga", []
    assert want(now, ("version", 3)) == 1
    press = print_(now)

    assert newsroom.rendered == ["index.html", "siaran/3/index.html"]
    assert shown()["siaran/3/index.html"] == b"tiga"
    assert last() == (1, False, 2, "VersionOpened")
    assert (press.wanted, press.printed, press.root) == (1, 1, queries.store().head())
    assert Change.objects.count() == 0
    assert list(queries.unlike_a_full_print(as_of=now)) == []


def test_where_the_folder_holds_everything_nothing_is_done(newsroom, now):
    newsroom.texts = {1: "satu"}
    print_(now)
    newsroom.rendered = []
    print_(now + timedelta(hours=1))
    assert (newsroom.rendered, Print.objects.count()) == ([], 1)


def test_several_wishes_are_one_print_and_each_thing_is_made_once(newsroom, now):
    print_(now)
    newsroom.texts, newsroom.rendered = {1: "satu", 2: "dua"}, []
    want(now, ("version", 1))
    want(now, ("version", 2), ("version", 1))
    print_(now)
    assert newsroom.rendered.count("siaran/1/index.html") == 1
    assert (Print.objects.count(), last()[0]) == (2, 2)


def test_a_withdrawn_page_goes(newsroom, now):
    newsroom.texts = {1: "satu", 2: "dua"}
    print_(now)
    del newsroom.texts[1]
    want(now, ("version", 1))
    print_(now)
    assert sorted(shown()) == ["index.html", "siaran/2/index.html"]


def test_a_wish_that_was_rolled_back_was_never_made(newsroom, now):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        want(now, ("version", 1))
        raise ZeroDivisionError
    assert (Press.objects.count(), Change.objects.count()) == (0, 0)


def test_what_nobody_can_print_singly_is_printed_with_everything(newsroom, now):
    newsroom.texts = {1: "satu"}
    print_(now)
    newsroom.texts = {1: "SATU"}
    want(now, ("letterhead", 9))
    print_(now)
    assert (shown()["siaran/1/index.html"], last()[1]) == (b"SATU", True)

    newsroom.texts = {1: "Satu"}
    want(now, reason="everything changed")
    print_(now)
    assert (shown()["siaran/1/index.html"], last()) == (b"Satu", (2, True, 2, "everything changed"))


def test_the_same_data_and_moment_make_the_same_print(newsroom, now, settings, tmp_path):
    newsroom.texts = {1: "satu"}
    print_(now)
    newsroom.texts[2] = "dua " * 200
    want(now, ("version", 2))
    grown = print_(now).root
    settings.SITE = tmp_path / "elsewhere"
    assert print_(now).root == grown  # the other folder was empty: a whole print
    assert last()[1] is True


@pytest.mark.parametrize("harm", ["gone", "edited by hand", "flipped by hand"])
def test_a_folder_that_is_not_the_databases_is_printed_whole(newsroom, now, harm):
    newsroom.texts = {1: "satu"}
    wanted = print_(now).root
    store = queries.store()
    if harm == "gone":
        (store.root / "current").unlink()
    elif harm == "edited by hand":
        store.print({"siaran/1/index.html": b"palsu", "palsu.html": b"palsu"})
    else:
        store.flip(Store(store.root).weave({"siaran/1/index.html": b"palsu"}))

    print_(now)
    assert store.head() == wanted
    assert shown() == {"index.html": b"2026-11-24 [1]", "siaran/1/index.html": b"satu"}


def test_a_printable_that_fails_leaves_readers_what_they_had_and_the_wish_stands(newsroom, now):
    newsroom.texts = {1: "satu"}
    print_(now)
    before = shown()

    @printable("wire.feeds")
    def feeds(as_of):
        yield "umpan/atom.xml", b"<feed/>"

    @feeds.changed_by("version")
    def failing(number, as_of):
        raise ValueError("the feed is broken")
        yield

    newsroom.texts = {1: "SATU"}
    want(now, ("version", 1))
    for _ in range(2):
        with pytest.raises(ValueError, match="the feed is broken"):
            print_(now)
    assert shown() == before
    assert queries.late_by(now=now + timedelta(seconds=30)) == timedelta(seconds=30)
    assert Print.objects.filter(finished_at=None).count() == 1

    del registry._printables["wire.feeds"]
    print_(now)
    assert shown()["siaran/1/index.html"] == b"SATU"
    assert queries.late_by(now=now + timedelta(days=1)) == timedelta(0)
    assert Print.objects.filter(finished_at=None).count() == 0


def test_two_parts_at_one_path_stop_the_print(newsroom, now):
    @printable("wire.feeds")
    def second_home(as_of):
        yield "index.html", b"?"

    with pytest.raises(Unprintable, match="frontdesk"):
        print_(now)
    assert queries.store().head() is None


def test_a_forgotten_page_is_found_by_comparison_with_a_full_print(newsroom, now):
    newsroom.texts = {1: "satu", 2: "dua"}
    print_(now)
    newsroom.texts = {1: "SATU", 3: "tiga"}
    assert list(queries.unlike_a_full_print(as_of=now)) == [
        "index.html",
        "siaran/1/index.html",
        "siaran/3/index.html",
        "siaran/2/index.html",
    ]


def test_each_print_stands_in_the_diary_with_its_root_and_nothing_more(newsroom, now):
    newsroom.texts = {1: "Bupati"}
    root = print_(now).root
    entry = Entry.objects.get(event="SitePrinted")
    assert (entry.data, entry.actor_desk) == ({"generation": 0, "root": root}, "press")


def test_going_back_shows_the_earlier_print_until_the_next_wish(newsroom, now, house):
    newsroom.texts = {1: "satu"}
    first = Print.objects.get(root=print_(now).root)
    newsroom.texts = {1: "salah"}
    want(now, ("version", 1))
    wrong = print_(now).root

    chief = house.actor("chief")
    actions.roll_back(to=first, by=chief, now=now)
    assert shown()["siaran/1/index.html"] == b"satu"
    print_(now)  # the clockhand's next look doesn't undo it
    assert shown()["siaran/1/index.html"] == b"satu"
    entry = Entry.objects.get(event="SiteRolledBack")
    assert (entry.data, entry.actor_account) == ({"root": first.root, "before": wrong}, chief.account_id)

    newsroom.texts = {1: "betul"}
    want(now, ("version", 1))
    print_(now)
    assert shown()["siaran/1/index.html"] == b"betul"


def test_no_way_leads_back_to_a_print_that_was_forgotten(newsroom, now):
    newsroom.texts = {1: "nama anak " * 100}
    first = Print.objects.get(root=print_(now).root)
    newsroom.texts = {1: "Ditarik."}
    want(now, ("version", 1))
    after = print_(now).root
    actions.forget_earlier_prints(by=BY, now=now)
    with pytest.raises(Refusal):
        actions.roll_back(to=first, by=BY, now=now)
    assert queries.store().head() == after
    assert not any(b"nama anak" in file.read_bytes() for file in queries.store().root.rglob("*") if file.is_file())


def test_after_midnight_at_the_office_the_site_is_printed_anew_by_itself(newsroom, now, house):
    house.institution.zone = "Asia/Jayapura"
    house.institution.save()
    tasks.print_what_is_wanted(now=now)
    before_midnight = now.replace(hour=14, minute=59)  # 23.59 in Jayapura
    tasks.print_what_is_wanted(now=before_midnight)
    assert Print.objects.count() == 1
    tasks.print_what_is_wanted(now=before_midnight + timedelta(minutes=1))
    assert shown()["index.html"].startswith(b"2026-11-24 ")  # the newsroom of this test writes UTC
    assert Print.objects.count() == 2
    tasks.print_what_is_wanted(now=before_midnight + timedelta(minutes=2))
    assert Print.objects.count() == 2


def another_program(settings, folder):
    """The same program with one asset more: what an upgrade is to the press."""
    folder.mkdir()
    (folder / "more.css").write_text("b { color: teal }")
    settings.STATICFILES_DIRS = [folder]
    queries.program.cache_clear()


@pytest.fixture
def _one_program_again():
    yield
    queries.program.cache_clear()


@pytest.mark.usefixtures("_one_program_again")
def test_another_program_prints_the_whole_site_by_itself_once(newsroom, now, settings, tmp_path):
    newsroom.texts = {1: "satu", 2: "dua"}
    tasks.print_what_is_wanted(now=now)
    newsroom.texts[1] = "satu, by a template that nobody wished for"
    tasks.print_what_is_wanted(now=now)
    assert (shown()["siaran/1/index.html"], Print.objects.count()) == (b"satu", 1)

    another_program(settings, tmp_path / "assets")
    tasks.print_what_is_wanted(now=now)
    assert shown()["siaran/1/index.html"] == b"satu, by a template that nobody wished for"
    assert last() == (0, True, 3, "reconciled")
    tasks.print_what_is_wanted(now=now)
    assert Print.objects.count() == 2


@pytest.mark.usefixtures("_one_program_again")
def test_on_a_print_from_before_an_upgrade_the_next_wish_prints_everything(newsroom, now, settings, tmp_path):
    newsroom.texts = {1: "satu", 2: "dua"}
    old = Print.objects.get(root=print_(now).root)
    another_program(settings, tmp_path / "assets")
    newsroom.texts = {1: "satu, new look", 2: "dua, new look"}
    print_(now)
    actions.roll_back(to=old, by=BY, now=now)
    print_(now)
    assert shown()["siaran/2/index.html"] == b"dua"  # whoever went back isn't overruled by the clockhand

    want(now, ("version", 1))
    print_(now)
    assert shown()["siaran/2/index.html"] == b"dua, new look"
    assert last()[1] is True


def test_a_wish_costs_the_same_queries_whatever_it_holds(newsroom, now, django_assert_num_queries):
    want(now, ("version", 1))
    with django_assert_num_queries(6) as few:
        want(now, ("version", 1))
    with django_assert_num_queries(len(few)):
        want(now, *(("version", n) for n in range(50)))


STEPS = ["before anything", "after the weaving", "after the flip", "after the writing down"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", STEPS)
def test_a_press_killed_at_any_step_is_reconciled_by_the_next_look(newsroom, now, step):
    newsroom.texts = {1: "satu"}
    print_(now)
    newsroom.texts = {1: "SATU", 2: "dua"}
    want(now, ("version", 1), ("version", 2))
    connection.close()

    child = os.fork()
    if child == 0:
        die_after(step)
        try:
            print_(now)
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    old = {"index.html": b"2026-11-24 [1]", "siaran/1/index.html": b"satu"}
    new = {"index.html": b"2026-11-24 [1, 2]", "siaran/1/index.html": b"SATU", "siaran/2/index.html": b"dua"}
    assert shown() == (old if step in STEPS[:2] else new)

    newsroom.rendered = []
    press = print_(now)

    assert shown() == new
    assert (press.printed, press.wanted, press.root) == (1, 1, queries.store().head())
    assert Print.objects.filter(finished_at=None).count() == 0
    assert Entry.objects.filter(event="SitePrinted").count() == 2
    # What readers saw already isn't made again.
    assert bool(newsroom.rendered) == (step in STEPS[:2])


def die_after(step: str) -> None:
    """In the child: the real verb runs and is killed where it has just done this."""

    def killed_after(owner, name):
        real = getattr(owner, name)

        def wrapped(*args, **more):
            real(*args, **more)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(owner, name, wrapped)

    if step == "before anything":
        killed_after(registry, "pages_for")
    elif step == "after the weaving":
        killed_after(Store, "weave")
    elif step == "after the flip":
        killed_after(Store, "flip")
    else:
        killed_after(actions, "_finish")


@pytest.mark.django_db(transaction=True)
def test_wishes_made_at_once_each_get_their_own_generation(now):
    generations = []

    def wish():
        try:
            for n in range(5):
                with transaction.atomic():
                    generations.append(want(now, ("version", n)))
        finally:
            connection.close()

    threads = [threading.Thread(target=wish) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(generations) == list(range(1, 21))
    assert sorted(Change.objects.values_list("generation", flat=True)) == list(range(1, 21))
    assert queries.press().wanted == 20


def test_only_prints_that_are_kept_are_offered_to_go_back_to(newsroom, now):
    roots = []
    for n in range(4):
        newsroom.texts = {1: str(n % 3)}  # the first comes back as the last
        want(now, ("version", 1))
        roots.append(print_(now + timedelta(minutes=n)).root)
    assert [each.root for each in queries.kept_prints()] == [roots[3], roots[2], roots[1]]
    actions.forget_earlier_prints(by=BY, now=now)
    assert [(each.root, each.generation) for each in queries.kept_prints()] == [(roots[3], 4)]
