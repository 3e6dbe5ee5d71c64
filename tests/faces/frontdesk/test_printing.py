"""The public site as it is printed: whole, the same every time, and little of it for one more release."""

import re
from datetime import timedelta

import pytest
from lxml import html as lxml_html

from kentongan.faces.frontdesk import queries
from kentongan.ground.press import queries as presses
from kentongan.ground.press import registry
from kentongan.ground.ui.templatetags.ui import Kept
from kentongan.ground.units.queries import one_institution

pytestmark = pytest.mark.django_db

TEXT = "KENCANA – Airnya mengairi 1.482 hektare sawah di tiga kecamatan yang lama menunggu."
MENDED = TEXT.replace("1.482", "1.284")


def full(town):
    """A town with a bit of everything, printed once."""
    photo = town.photograph()
    activity = town.activity()
    first = town.release("Bendungan mulai diisi", f"![foto:{photo.pk}]\n\n{TEXT}", photos=[photo], activity=activity)
    town.release(
        "Bendungan mulai diisi", f"![foto:{photo.pk}]\n\n{MENDED}", photos=[photo], activity=activity,
        replaces=first, correction_note="Luas sawah tertukar dua angka.", at=town.now + timedelta(minutes=5),
    )  # fmt: skip
    town.withdraw(town.release("Operasi pasar", "KENCANA – Beras murah dijual."))
    town.release("Tidak ada tanda bahaya", "KENCANA – Bendungan tidak retak.", kind="clarification")
    town.activity("Kerja bakti", hours=-20)
    return first


def test_an_empty_house_prints_a_whole_site_that_says_so(town):
    pages = town.print(anew=True)
    for path in ("index.html", "siaran/index.html", "agenda/index.html", "dinas/index.html", "pimpinan/index.html",
                 "koreksi/index.html", "aksesibilitas/index.html", "privasi/index.html", "tentang/index.html"):  # fmt: skip
        assert {path, f"en/{path}"} <= set(pages)
    assert {"404.html", "en/404.html", "503.html", "statik/ui/tokens.css", "statik/frontdesk/frontdesk.css"} <= set(
        pages
    )
    assert "Belum ada siaran pers" in pages["index.html"].decode()
    assert "No press release yet" in pages["en/index.html"].decode()


def test_every_link_of_the_site_leads_somewhere(town):
    full(town)
    pages = town.print(at=town.now + timedelta(hours=1))
    computed = ("/verifikasi/", "/cari/")
    broken = set()
    for path, page in pages.items():
        if not path.endswith(".html"):
            continue
        tree = lxml_html.fromstring(page)
        wanted = tree.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //form/@action")
        wanted += [each.split()[0] for said in tree.xpath("//@srcset") for each in said.split(",")]
        ids = set(tree.xpath("//@id"))
        for url in wanted:
            target, _, mark = url.removeprefix("https://tirtakencana.example").partition("#")
            target = target.partition("?")[0]
            if target == "" and mark:
                broken |= set() if mark in ids else {(path, url)}
            elif target.startswith("/") and target not in computed:
                name = f"{target[1:]}index.html" if target.endswith("/") else target[1:]
                if name not in pages:
                    broken.add((path, url))
    assert broken == set()


def test_what_changed_is_printed_as_a_full_print_would_make_it(town):
    at = town.now + timedelta(hours=1)
    town.print(anew=True)
    first = full(town)
    town.print(at=at)
    assert list(presses.unlike_a_full_print(as_of=at)) == []
    # A correction moves the release to another topic and agency: the old lists lose it.
    other = type(town.topic).objects.create(name="Kesehatan", slug="kesehatan")
    newest = queries.line_of(first.pk, as_of=at).newest
    town.release(
        "Bendungan diisi", f"{MENDED} Tiga kali.", replaces=newest, topics=[other], agencies=[], officials=[],
        correction_note="Judulnya salah.", at=at,
    )  # fmt: skip
    town.print(at=at)
    assert list(presses.unlike_a_full_print(as_of=at)) == []
    activity = first.activity
    activity.level, activity.changed_at = "internal", at
    activity.save()
    town.want_activity(activity)
    town.print(at=at)
    assert list(presses.unlike_a_full_print(as_of=at)) == []
    assert f"agenda/kegiatan-{activity.pk}.ics" not in town.pages()


def test_a_list_that_loses_its_last_release_is_no_more(town):
    first = town.release()
    other = type(town.topic).objects.create(name="Kesehatan", slug="kesehatan")
    assert "topik/pembangunan/2026-11/index.html" in town.print()
    town.release(typed="KENCANA – Lain.", replaces=first, topics=[other], correction_note="Topik salah.")
    pages = town.print()
    assert [path for path in pages if "topik/pembangunan" in path] == []
    assert list(presses.unlike_a_full_print(as_of=town.now)) == []


def test_the_same_data_and_moment_make_the_same_bytes(town):
    full(town)
    at = town.now + timedelta(hours=1)
    assert dict(registry.everything(at)) == dict(registry.everything(at))


def test_an_hour_later_nothing_is_different(town):
    full(town)
    at = town.now + timedelta(hours=1)
    town.print(at=at)
    assert list(presses.unlike_a_full_print(as_of=at + timedelta(hours=2))) == []


def changed_paths(town, before):
    after = town.pages()
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_one_more_release_changes_as_few_pages_among_sixty_as_among_one(town):
    town.release("Siaran 1", "KENCANA – Satu.")
    before = town.print()
    town.release("Siaran 2", "KENCANA – Dua.")
    town.print()
    among_one = changed_paths(town, before)
    for n in range(3, 61):
        town.release(f"Siaran {n}", f"KENCANA – Nomor {n}.")
    before = town.print()
    town.release("Siaran 61", "KENCANA – Enam puluh satu.")
    town.print()
    among_sixty = changed_paths(town, before)
    assert len(among_sixty) <= len(among_one) <= 60
    assert "siaran/arsip/1/index.html" not in among_sixty
    assert "siaran/arsip/2/index.html" in among_sixty


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_full_page_of_the_archive_leads_to_the_next_before_it_has_anything(town, language):
    for n in range(1, 51):
        town.release(f"Siaran {n}", f"KENCANA – Nomor {n}.")
    full_page = town.print()[f"{language}siaran/arsip/1/index.html"]
    assert f'href="/{language}siaran/arsip/2/"' in full_page.decode()
    town.release("Siaran 51", "KENCANA – Lima puluh satu.")
    assert town.print()[f"{language}siaran/arsip/1/index.html"] == full_page


def count(django_assert_num_queries, connection, run):
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        run()
    return len(asked)


def test_a_list_asks_as_often_for_three_rows_as_for_one(town, django_assert_num_queries):
    from django.db import connection

    from kentongan.faces.frontdesk.printables import lists
    from kentongan.faces.frontdesk.printables.shell import shell

    def run():
        around = shell(town.now)
        for make in (lists._home, lists._newest):
            list(make(around))
        list(lists._archive(1, around))
        list(lists._corrections(None, around))

    def grow(n):
        first = town.release(f"Siaran {n}", f"KENCANA – Nomor {n}.")
        town.release(f"Siaran {n}", f"KENCANA – Nomor {n} lagi.", replaces=first, correction_note="Salah.")

    grow(1)
    one = count(django_assert_num_queries, connection, run)
    grow(2)
    grow(3)
    assert count(django_assert_num_queries, connection, run) == one


def test_releases_ask_as_often_for_nine_as_for_three(town, django_assert_num_queries):
    from django.db import connection

    def grow(n):
        activity = town.activity(f"Kegiatan {n}", hours=24 * n)
        first = town.release(f"Siaran {n}", f"KENCANA – Nomor {n}.", activity=activity)
        town.release(f"Siaran {n}", f"KENCANA – Nomor {n} lagi.", replaces=first, correction_note="Salah.")
        town.release(f"Siaran {n} lain", f"KENCANA – Nomor {n} lain.", activity=activity)

    def run():
        with one_institution():
            list(releases.everything(town.now))

    releases = next(each for each in registry.printables() if each.name == "frontdesk.releases")
    grow(1)
    one = count(django_assert_num_queries, connection, run)
    grow(2)
    grow(3)
    assert count(django_assert_num_queries, connection, run) == one


def test_what_all_pages_share_is_the_same_as_rendered_for_each(town, monkeypatch):
    full(town)
    at = town.now + timedelta(hours=1)
    shared = dict(registry.everything(at))
    monkeypatch.setattr(Kept, "render", lambda self, context: self.nodelist.render(context))
    assert dict(registry.everything(at)) == shared


def test_html_and_styles_of_a_release_stay_under_sixty_kilobytes(town):
    full(town)
    pages = town.print(at=town.now + timedelta(hours=1))
    for path in ("index.html", "siaran/1-pelatihan-kehumasan/index.html"):
        styles = re.findall(r'href="/(statik/[^"?]+\.css)', pages[path].decode())
        assert len(pages[path]) + sum(len(pages[style]) for style in styles) <= 60_000


def test_nothing_on_a_page_runs_inline_or_belongs_to_one_reader(town):
    full(town)
    for path, page in town.print(at=town.now + timedelta(hours=1)).items():
        if path.endswith(".html"):
            tree = lxml_html.fromstring(page)
            assert tree.xpath("//@style | //style | //@onclick | //input[@name='csrfmiddlewaretoken']") == []
            scripts = tree.xpath("//script[not(@src)]")
            assert {each.get("type") for each in scripts} <= {"application/ld+json"}
