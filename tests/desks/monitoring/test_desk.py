"""Coverage: what comes in is kept once, traced to the version of its time, and judged by a person."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.desks.newsroom.conftest import desk  # noqa: F401 (a fixture)

from kentongan.desks.monitoring import actions, panels, queries
from kentongan.desks.monitoring.models import Clip, Pickup, Story
from kentongan.ground.directory.models import Outlet
from kentongan.ground.record.models import Entry, Hearing
from kentongan.ground.record.tasks import hear
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import reader_of

pytestmark = [pytest.mark.django_db]

TEXT = """KENCANA – Sekretaris Daerah membuka pelatihan kehumasan bagi pegawai seluruh dinas di Pendopo Kencana.

Pelatihan itu diikuti petugas hubungan masyarakat dari semua kecamatan dan berlangsung sampai sore dengan tiga sesi praktik menulis.

Para peserta berlatih menyusun siaran pers yang jujur, menjawab pertanyaan wartawan, serta memeriksa kabar yang beredar sebelum meneruskannya.

Panitia menyiapkan pendampingan selama tiga bulan agar setiap dinas mampu menulis sendiri kegiatan yang dikerjakannya untuk warga."""


def heard():
    """Deliver what waits, as the worker would."""
    while waiting := Hearing.objects.filter(state=Hearing.WAITING).order_by("id").first():
        hear.call(waiting.entry_id, waiting.listener)


def clip(house, now, *, text=TEXT, url="https://kencanapos.example/1", level="internal", outlet="Kencana Pos", after=1):
    article = actions.Read(
        outlet=outlet, title="Pelatihan Humas", url=url, text=text, published=now + timedelta(hours=after)
    )
    return actions.take_in_clip(
        unit=house.prokopim, level=level, article=article, via="text", by=house.actor("archivist"), now=now
    )


@pytest.mark.both
def test_one_link_is_one_clip_however_it_is_written(house, now):
    clip(house, now, url="https://www.kencanapos.example/berita/1/?utm_source=wa#atas")
    with pytest.raises(Refusal, match="taken in before"):
        clip(house, now, url="http://m.kencanapos.example/berita/1?fbclid=x")
    assert Clip.objects.count() == 1


@pytest.mark.both
def test_an_outlet_is_known_by_its_host_even_on_a_subdomain(house, now):
    outlet = Outlet.objects.create(name="Kencana Pos", domain="kencanapos.example")
    made = clip(house, now, url="https://daerah.kencanapos.example/x", outlet="")
    assert (made.outlet, made.outlet_name) == (outlet, "daerah.kencanapos.example")


@pytest.mark.both
def test_a_batch_announces_once_and_the_same_file_twice_changes_nothing(house, now):
    articles = [
        actions.Read("Tirta Info", f"Judul {n}", f"https://tirtainfo.example/{n}", f"{TEXT} {n}") for n in range(5)
    ]
    said = {"unit": house.prokopim, "level": "internal", "by": house.actor("archivist"), "now": now}
    assert [actions.import_clips(articles=articles, **said) for _ in range(2)] == [5, 0]
    assert Entry.objects.filter(event="ClipsTakenIn").count() == 1


@pytest.mark.both
def test_a_clip_is_traced_to_the_version_open_at_its_time_with_what_was_changed(house, now, desk):  # noqa: F811
    version = desk.opened(TEXT, title="Sekda buka pelatihan kehumasan")
    clip(house, now, text=TEXT.replace("tiga bulan", "enam bulan"))
    early = clip(house, now, url="https://suarahulu.example/lama", after=-24 * 10)
    heard()

    pickup = Pickup.objects.get()
    assert (pickup.version, pickup.clip.url) == (version, "https://kencanapos.example/1")
    assert [(c["kind"], c["was"], c["is"]) for c in pickup.changes] == [("figure", "tiga bulan", "enam bulan")]
    assert pickup.kept > 0.9
    assert not Pickup.objects.filter(clip=early).exists()


@pytest.mark.both
def test_tracing_again_changes_nothing_and_never_what_a_person_said(house, now, desk):  # noqa: F811
    desk.opened(TEXT, title="Sekda buka pelatihan kehumasan")
    made = clip(house, now)
    heard()
    before = list(Pickup.objects.values_list("pk", "kept"))
    trace = {"first_id": made.pk, "last_id": made.pk, "by": house.actor("archivist"), "now": now}
    actions.trace_clips(**trace)
    assert list(Pickup.objects.values_list("pk", "kept")) == before

    actions.say_version(clip=made, version=None, by=house.actor("archivist"), now=now)
    assert Pickup.objects.count() == 0


@pytest.mark.both
def test_copies_without_a_release_are_linked_to_the_earliest_and_none_is_deleted(house, now):
    clip(house, now, url="https://tirtainfo.example/1", outlet="Tirta Info", after=5)
    first = clip(house, now, url="https://kencanapos.example/1", after=1)
    clip(
        house,
        now,
        url="https://suarahulu.example/1",
        outlet="Suara Hulu",
        text="Harga cabai turun di pasar Kencana pekan ini. " * 9,
    )
    heard()
    heard()
    story = Story.objects.get()
    assert sorted(story.clips.values_list("outlet_name", "copied_from")) == [
        ("Kencana Pos", None),
        ("Tirta Info", first.pk),
    ]
    assert Clip.objects.count() == 3


def test_an_unfavourable_tone_asks_for_its_reason_and_keeps_what_was_chosen(client, house, now):
    made = clip(house, now)
    client.force_login(house.account("archivist"))
    address = reverse("monitoring:tone", args=[made.pk])
    answer = client.post(address, {"headline": "bad", "body": "good", "reason": ""})
    assert answer.status_code == 409
    client.post(address, {"headline": "bad", "body": "good", "reason": "Judul memelintir, isi benar"})
    made.refresh_from_db()
    assert (made.tone_headline, made.tone_body, made.tone_by) == ("bad", "good", house.account("archivist"))


def test_a_restricted_clip_of_another_unit_is_nowhere(client, house, now):
    hidden = clip(house, now, level="restricted")
    client.force_login(house.account("archivist", "KOMINFO"))
    for name in ("clip", "tone", "follows"):
        address = reverse(f"monitoring:{name}", args=[hidden.pk])
        assert (client.get(address).status_code, client.post(address, {}).status_code) == (404, 404)
    assert "Pelatihan Humas" not in client.get(reverse("monitoring:coverage")).content.decode()


def test_the_two_texts_stand_beside_each_other_with_the_change_marked(client, house, now, desk):  # noqa: F811
    desk.opened(TEXT, title="Sekda buka pelatihan kehumasan")
    made = clip(
        house,
        now,
        text=TEXT.replace("tiga bulan", "enam bulan") + "\n\nBupati tidak hadir karena dinas luar kota sejak pagi.",
    )
    heard()
    client.force_login(house.account("archivist"))
    page = client.get(reverse("monitoring:clip", args=[made.pk])).content.decode()
    assert '<mark title="enam bulan">tiga bulan</mark>' in page
    assert '<mark title="tiga bulan">enam bulan</mark>' in page
    assert "Bupati tidak hadir" in page


def test_where_no_release_is_ours_the_article_stands_beside_the_earliest_of_its_story(client, house, now):
    first = clip(house, now, url="https://kencanapos.example/1", after=1)
    later = clip(
        house, now, url="https://tirtainfo.example/1", outlet="Tirta Info", after=5,
        text=TEXT.replace("tiga bulan", "enam bulan"),
    )  # fmt: skip
    heard()
    client.force_login(house.account("archivist"))
    page = client.get(reverse("monitoring:clip", args=[later.pk])).content.decode()
    assert f'href="{reverse("monitoring:clip", args=[first.pk])}"' in page
    assert '<mark title="enam bulan">tiga bulan</mark>' in page
    assert '<mark title="tiga bulan">enam bulan</mark>' in page
    assert "mengikuti Kencana Pos" in client.get(reverse("monitoring:coverage")).content.decode()
    alone = client.get(reverse("monitoring:clip", args=[first.pk])).content.decode()
    assert "<mark" not in alone


def test_today_shows_what_was_printed_last_not_what_was_taken_in_last(house, now, rf):
    clip(house, now, url="https://kencanapos.example/baru", after=2)
    clip(house, now, url="https://kencanapos.example/lama", outlet="Suara Hulu", after=-9000)
    request = rf.get("/kantor/")
    request.reader = reader_of(house.account("chief"), now=now)
    shown = panels.what_the_press_says(request).context["clips"]
    assert [one.outlet_name for one, _findings in shown] == ["Kencana Pos", "Suara Hulu"]


def test_an_import_names_each_bad_line_and_then_takes_the_good_ones(client, house):
    good = {
        "outlet": "Tirta Info",
        "title": "Judul",
        "url": "https://tirtainfo.example/9",
        "published": "2026-11-24T10:00:00+07:00",
        "text": TEXT,
    }
    lines = [
        json.dumps(good),
        "{rusak",
        json.dumps({**good, "url": "https://x.example/2", "published": "kapan-kapan"}),
        json.dumps({"text": "  "}),
    ]
    client.force_login(house.account("archivist"))
    said = {"unit": house.prokopim.pk, "level": "internal"}
    shown = client.post(
        reverse("monitoring:import"), {**said, "file": SimpleUploadedFile("liputan.jsonl", "\n".join(lines).encode())}
    )
    plan = shown.context["plan"]
    assert [fault.line for fault in plan["faults"]] == [2, 3, 4]
    assert Clip.objects.count() == 0
    client.post(reverse("monitoring:import"), {**said, "sha256": plan["sha256"]})
    assert list(Clip.objects.values_list("url", flat=True)) == ["https://tirtainfo.example/9"]


class Newspaper(BaseHTTPRequestHandler):
    def do_GET(self):
        body = (
            "<html><head><title>Sekda Buka Pelatihan - Kencana Pos</title><meta property='og:site_name' content='Kencana Pos'>"
            "<meta property='article:published_time' content='2026-11-24T10:00:00+07:00'></head><body><article><h1>Sekda Buka Pelatihan</h1>"
            + "".join(f"<p>{p}</p>" for p in TEXT.split("\n\n"))
            + "</article></body></html>"
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def newspaper():
    server = HTTPServer(("127.0.0.1", 0), Newspaper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_link_is_read_by_real_http_and_its_page_is_kept(client, house, newspaper, settings, tmp_path):
    settings.FETCH_ALLOWED, settings.LIBRARY = [newspaper], tmp_path
    client.force_login(house.account("archivist"))
    client.post(
        reverse("monitoring:link"),
        {"url": f"http://{newspaper}/berita/1", "level": "internal", "unit": house.prokopim.pk},
    )
    made = Clip.objects.get()
    assert (made.title, made.outlet_name, made.text.count("\n\n")) == ("Sekda Buka Pelatihan", "Kencana Pos", 3)
    assert made.published_at.isoformat() == "2026-11-24T03:00:00+00:00"
    assert made.page.mime == "text/html"


def test_an_inner_address_is_barred_and_the_link_is_still_in_the_form(client, house, newspaper):
    client.force_login(house.account("archivist"))
    answer = client.post(
        reverse("monitoring:link"),
        {"url": f"http://{newspaper}/rahasia", "level": "internal", "unit": house.prokopim.pk},
    )
    assert (answer.status_code, Clip.objects.count()) == (409, 0)
    assert f"http://{newspaper}/rahasia" in answer.content.decode()


def test_the_list_costs_the_same_with_one_and_three_rows(client, house, now, desk):  # noqa: F811
    desk.opened(TEXT, title="Sekda buka pelatihan kehumasan")
    client.force_login(house.account("archivist"))
    costs = []
    for ids in ((1,), (2, 3)):
        for n in ids:
            clip(house, now, url=f"https://kencanapos.example/{n}")
        heard()
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("monitoring:coverage"))
        costs.append(len(seen))
    assert costs[0] == costs[1]


@pytest.mark.real_data
def test_the_real_articles_import_and_trace(client, house, now, data, desk):  # noqa: F811
    content = (data / "pickup" / "press-coverage.jsonl").read_bytes()
    client.force_login(house.account("archivist"))
    said = {"unit": house.prokopim.pk, "level": "internal"}
    plan = client.post(
        reverse("monitoring:import"), {**said, "file": SimpleUploadedFile("press.jsonl", content)}
    ).context["plan"]
    assert (len(plan["rows"]), plan["faults"]) == (43, [])
    client.post(reverse("monitoring:import"), {**said, "sha256": plan["sha256"]})
    assert Clip.objects.count() == 43
    actions.link_stories(by=house.actor("archivist"), now=now)
    assert (
        queries.stories(
            reader=house.account("archivist")
            and __import__("kentongan.ground.units.queries", fromlist=["reader_of"]).reader_of(
                house.account("archivist"), now=now
            )
        ).count()
        >= 1
    )
