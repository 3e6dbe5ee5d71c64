"""The newsroom's screens: what is typed is never lost, what isn't yours isn't there, lists cost the same."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kentongan.desks.facts.models import Fact
from kentongan.desks.newsroom import actions, panels
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.desks.newsroom.rules import plain
from kentongan.ground.record.models import AccessLog
from kentongan.ground.units.queries import reader_of, roles_of
from kentongan.ground.worklist.models import WorkItem

pytestmark = pytest.mark.django_db
BUDGET = "KENCANA – Anggarannya Rp 120 juta untuk pelatihan di Pendopo."


@pytest.fixture
def as_(house):
    """`as_("writer")`: a browser in which that account is signed in."""

    def client(role="writer", unit="PROKOPIM") -> Client:
        browser = Client()
        browser.force_login(house.account(role, unit))
        return browser

    return client


def write_form(manuscript, text, **more):
    return {"title": manuscript.title, "text": text, "base": manuscript.head, "key": "layar-1", **more}


def address(name, *args):
    return reverse(f"newsroom:{name}", args=args)


def body_of(answer):
    return answer.content.decode()


def test_a_manuscript_is_begun_from_an_activity_in_one_screen(as_, training):
    answer = as_().post(
        f"{address('start')}?kegiatan={training.pk}",
        {"activity": training.pk, "title": "", "kind": "release", "language": "id", "unit": training.unit_id},
    )
    made = Manuscript.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, address("write", made.pk))
    page = body_of(as_().get(answer["Location"]))
    place = training.facts.get(from_activity="place")
    assert f"[Pendopo Kencana|fakta:{place.pk}]" in page
    assert "Rabu (25/11/2026)" in page


def test_from_an_activity_of_long_ago_one_button_begins_to_write_too(as_, training, now):
    training.starts_at, training.ends_at = now - timedelta(days=3000), now - timedelta(days=3000, hours=-2)
    training.save(update_fields=["starts_at", "ends_at"])
    answer = as_().post(
        address("start"), {"activity": training.pk, "kind": "release", "language": "id", "unit": training.unit_id}
    )
    assert (answer.status_code, Manuscript.objects.get().activity) == (302, training)


def test_a_save_answers_with_the_page_and_the_text_stands(as_, desk):
    made = desk.started()
    answer = as_().post(address("write", made.pk), write_form(made, "KENCANA – Baru.\r\n\r\n## Judul kecil"))
    assert answer.status_code == 302
    made.refresh_from_db()
    assert (made.head, plain.write(made.document)) == (3, "KENCANA – Baru.\n\n## Judul kecil")


def test_a_stale_save_answers_409_with_both_texts_and_a_choice_and_keeps_what_was_typed(as_, desk):
    made = desk.started()
    mine = write_form(made, "KENCANA – Milik saya tentang sawah.")
    desk.save(made, "KENCANA – Milik rekan tentang waduk.", by="protocol")
    answer = as_().post(address("write", made.pk), mine)
    page = body_of(answer)
    assert answer.status_code == 409
    assert "KENCANA – Milik saya tentang sawah.</textarea>" in page
    assert '<ins class="said">' in page
    assert '<del class="said">' in page
    assert 'name="over" value="3"' in page
    made.refresh_from_db()
    assert plain.write(made.document) == "KENCANA – Milik rekan tentang waduk."
    # "Keep mine": saved on top, and the other text stays in the history.
    assert as_().post(address("write", made.pk), {**mine, "over": "3"}).status_code == 302
    made.refresh_from_db()
    assert plain.write(made.document) == "KENCANA – Milik saya tentang sawah."
    assert plain.write(made.revisions.get(number=3).document) == "KENCANA – Milik rekan tentang waduk."


def test_a_refused_save_keeps_headline_and_text(as_, desk):
    made = desk.started()
    typed = write_form(made, "KENCANA – Teks panjang saya.", title="J" * 201)
    answer = as_().post(address("write", made.pk), typed)
    assert answer.status_code == 422
    assert "KENCANA – Teks panjang saya." in body_of(answer)
    assert "J" * 201 in body_of(answer)
    assert Manuscript.objects.get(pk=made.pk).head == 2


def test_a_finding_is_mended_by_its_button_with_the_text_as_typed(as_, desk):
    made = desk.started()
    typed = "KENCANA – Pengisian dimulai Senin, 1 Desember 2026."
    page = body_of(as_().post(address("examine", made.pk), write_form(made, typed)))
    assert 'name="fix" value="weekday-wrong:0:' in page
    # What stands above the text counts the text as typed too: one finding of yesterday's save would contradict the list.
    assert page.split('id="stops"')[1].split("</p>")[0].count("1 hal menghalangi") == 1
    assert Manuscript.objects.get(pk=made.pk).head == 2  # asking saves nothing
    fix = page.split('name="fix" value="')[1].split('"')[0]
    assert as_().post(address("write", made.pk), write_form(made, typed, fix=fix)).status_code == 302
    made.refresh_from_db()
    assert plain.write(made.document) == "KENCANA – Pengisian dimulai Selasa, 1 Desember 2026."


def test_no_claim_wants_its_reason_and_a_fix_that_no_longer_fits_is_said(as_, desk):
    made = desk.started()
    key = "figure-unsourced:0:17-24"
    typed = "KENCANA – Sampai 12 desa mendengar."
    answer = as_().post(address("write", made.pk), write_form(made, typed, fix=f"{key}#0"))
    assert answer.status_code == 409
    assert (
        as_().post(address("write", made.pk), write_form(made, typed, fix="weekday-wrong:0:1-2#0")).status_code == 409
    )
    done = as_().post(address("write", made.pk), {**write_form(made, typed, fix=f"{key}#0"), f"reason:{key}": "contoh"})
    assert done.status_code == 302
    made.refresh_from_db()
    assert plain.write(made.document) == "KENCANA – Sampai [12 desa|bukan klaim: contoh] mendengar."


def test_a_fact_is_noted_beside_the_text_and_an_unfinished_one_comes_back(as_, desk, training):
    made = actions.start_manuscript(
        unit=desk.house.prokopim, activity=training, by=desk.house.actor("writer"), now=desk.now
    )
    before = Fact.objects.count()
    fact = {"fact-claim": "Peserta", "fact-kind": "figure", "fact-source_kind": "present", "record": "1"}
    typed = plain.write(made.document)
    answer = as_().post(address("write", made.pk), write_form(made, typed, **fact))
    assert answer.status_code == 422
    assert 'value="Peserta"' in body_of(answer)
    answer = as_().post(
        address("write", made.pk), write_form(made, typed, **fact, **{"fact-value": "60", "fact-measure": "orang"})
    )
    assert answer.status_code == 302
    noted = Fact.objects.latest("pk")
    assert (Fact.objects.count(), noted.value, noted.measure, noted.activity) == (before + 1, "60", "orang", training)
    assert f"[60\u00a0orang|fakta:{noted.pk}]" in body_of(as_().get(address("write", made.pk)))


def test_the_text_prints_escaped(as_, desk):
    made = desk.started("KENCANA – <script>alert(1)</script> & <b>tebal</b>", title="<i>Judul</i>")
    for page in (as_().get(address("preview", made.pk)), as_().get(address("write", made.pk))):
        assert "<script>alert" not in body_of(page)
        assert "<b>tebal" not in body_of(page)
        assert "<i>Judul" not in body_of(page)


def test_sending_what_is_stopped_says_why_and_keeps_the_form(as_, desk):
    made = desk.started(BUDGET)
    answer = as_().post(address("submit", made.pk), {"opens": "moment", "opens_at": "2030-01-02T09:00"})
    assert answer.status_code == 409
    assert "2030-01-02T09:00" in body_of(answer)
    assert Version.objects.count() == 0


def test_a_text_is_sent_and_its_version_shows_hash_facts_and_who_decides(as_, desk, hectares):
    made = desk.started(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}] sawah.")
    answer = as_().post(address("submit", made.pk), {"opens": "approved"})
    version = Version.objects.get()
    assert answer["Location"] == address("version", version.pk)
    page = body_of(as_("approver").get(answer["Location"]))
    assert version.text_hash in page.replace(" ", "")
    assert "Berita acara 611/88" in page
    assert AccessLog.objects.filter(kind="newsroom.version", thing_id=version.pk).exists()
    assert as_().get(address("write", made.pk))["Location"] == answer["Location"]


def test_each_state_of_a_version_has_its_screen(as_, desk, now):
    version = desk.opened()
    second = desk.approved(desk.correction(version, "KENCANA – Teks kedua di Pendopo."))
    for one in (version, second):
        assert as_().get(address("version", one.pk)).status_code == 200
        assert as_().get(address("difference", one.pk)).status_code == 200
    assert as_("chief").post(address("withdraw", second.pk), {"reason": " "}).status_code == 422
    assert as_("chief").post(address("withdraw", second.pk), {"reason": "Salah kegiatan."}).status_code == 302
    assert "Salah kegiatan." in body_of(as_().get(address("version", second.pk)))


STEPS = ("withdraw", "correct", "take-back", "reschedule", "look-after")


def offered(client, version):
    """The steps whose buttons stand on a version's page."""
    page = body_of(client.get(version.get_absolute_url()))
    return {name for name in STEPS if address(name, version.pk) in page}


def test_a_versions_page_offers_each_reader_what_he_may_do_and_nothing_that_refuses_him(as_, desk, hectares, now):
    opened = desk.opened()
    waiting = desk.submitted(title="Yang kedua")
    held = desk.submitted(f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}].", title="Yang ketiga")
    desk.change(hectares, "1.482")
    held.refresh_from_db()
    emergency = desk.started(title="Tanggul jebol")
    red = actions.open_emergency(
        manuscript=emergency, release=actions.Release(), reason="Air naik.", by=desk.house.actor("writer"), now=now
    )
    assert held.state == "held"
    change = {"take-back", "reschedule"}
    for role, unit, expected in (
        ("writer", "PROKOPIM", [{"correct"}, change, change, {"correct"}]),
        ("approver", "PROKOPIM", [{"withdraw", "correct"}, change, change, {"withdraw", "correct", "look-after"}]),
        ("archivist", "PROKOPIM", [set(), set(), set(), set()]),
        ("chief", "KOMINFO", [set(), set(), set(), set()]),
    ):
        client = as_(role, unit)
        assert (role, [offered(client, one) for one in (opened, waiting, held, red)]) == (role, expected)
        for one, names in zip((opened, waiting, held, red), expected, strict=True):
            refused = {name for name in STEPS if client.get(address(name, one.pk)).status_code == 403}
            assert (role, one.title, names & refused) == (role, one.title, set())


def test_correcting_and_taking_back_go_through_their_screens(as_, desk):
    version = desk.opened()
    answer = as_().post(address("correct", version.pk))
    assert answer["Location"] == address("write", Manuscript.objects.get(corrects=version).pk)
    waiting = desk.submitted(title="Yang kedua")
    assert as_().post(address("take-back", waiting.pk)).status_code == 302
    waiting.refresh_from_db()
    assert waiting.state == "void"


def test_an_emergency_goes_through_its_screens_and_stays_red_until_looked_at(as_, desk):
    made = desk.started("KENCANA – Warga di bantaran diminta mengungsi ke balai desa.")
    assert as_().post(address("emergency", made.pk), {"reason": "Tanggul retak."}).status_code == 302
    version = Version.objects.get()
    assert "Tanggul retak." in body_of(as_("archivist").get(address("manuscripts")))
    assert as_().post(address("look-after", version.pk), {"agrees": "yes"}).status_code == 403
    assert as_("approver").post(address("look-after", version.pk), {"agrees": "yes"}).status_code == 302
    assert "Tanggul retak." not in body_of(as_("archivist").get(address("manuscripts")))
    assert WorkItem.objects.filter(done_at=None).count() == 0


def test_history_compares_and_takes_an_earlier_save_again(as_, desk):
    made = desk.started("KENCANA – Pertama tentang sawah.")
    desk.save(made, "KENCANA – Kedua tentang sawah.")
    assert as_().get(address("history", made.pk)).status_code == 200
    page = body_of(as_().get(address("compare", made.pk, 2)))
    assert "Pertama" in page
    assert as_().get(address("compare", made.pk, 99)).status_code == 404
    assert as_().post(address("revert", made.pk, 2)).status_code == 302
    made.refresh_from_db()
    assert (made.head, plain.write(made.document)) == (4, "KENCANA – Pertama tentang sawah.")


def test_what_is_not_visible_is_not_there_and_what_is_refused_is_a_sentence(as_, desk):
    closed = desk.started(settings=actions.Settings(level="restricted"), title="Rahasia unit")
    shown = desk.started()
    other = as_("writer", "KOMINFO")
    for name in ("write", "preview", "history", "settings", "submit", "emergency", "drop"):
        assert other.get(address(name, closed.pk)).status_code == 404
        assert other.post(address(name, closed.pk), write_form(closed, "x")).status_code == 404
    assert "Rahasia unit" not in body_of(other.get(address("manuscripts")))
    for name in ("write", "settings", "submit", "emergency", "drop", "examine"):
        answer = other.post(address(name, shown.pk), write_form(shown, "KENCANA – Tulisan unit lain."))
        assert answer.status_code == 403
    assert as_("liaison").post(address("write", shown.pk), write_form(shown, "x")).status_code == 403
    assert Manuscript.objects.get(pk=shown.pk).head == 2
    assert Client().get(address("manuscripts")).status_code == 302


def test_lists_cost_the_same_with_one_and_three_rows(as_, desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    desk.opened()
    browser = as_()
    for name in ("manuscripts", "versions"):
        browser.get(address(name))
        with CaptureQueriesContext(connection) as one:
            browser.get(address(name))
        desk.opened(title=f"Kedua {name}")
        desk.opened(title=f"Ketiga {name}")
        with CaptureQueriesContext(connection) as three:
            browser.get(address(name))
        assert len(three) == len(one)


def test_the_approvers_panel_tells_text_difference_facts_and_what_has_no_source(rf, house, desk, hectares, now):
    first = desk.opened("KENCANA – Airnya mengairi sawah di tiga kecamatan.")
    second = desk.correction(
        first,
        f"KENCANA – Airnya mengairi [1.284 hektare|fakta:{hectares.pk}] sawah di 12 desa, [Pasal 3|bukan klaim: nomor].",
    )
    request = rf.get("/")
    request.user, request.now = house.account("approver"), now
    request.reader = reader_of(house.account("approver"), now=now)
    request.roles = roles_of(house.account("approver"), on=now.date())
    shown = panels.subject(request, desk.request(second))
    from django.template.loader import render_to_string

    page = render_to_string(shown.template, shown.context)
    for words in ("Berita acara 611/88", "12 desa", "nomor", "Satu angka tertukar.", '<ins class="said">'):
        assert words in page
    assert shown.context["unsourced"] != []
    asked = desk.request(second)
    asked.thing_kind = "media.answer"
    assert panels.subject(request, asked) is None


def test_files_are_made_once_and_answer_with_the_same_bytes(as_, desk, settings, tmp_path):
    from kentongan.desks.newsroom import tasks

    settings.LIBRARY = tmp_path
    version = desk.opened()
    assert as_().get(address("file", version.pk, "pdf")).status_code == 404
    tasks.make_missing_files(now=version.opened_at + timedelta(seconds=20))
    assert version.files.count() == 0
    tasks.make_missing_files(now=version.opened_at + timedelta(seconds=21))
    first = as_().get(address("file", version.pk, "pdf"))
    assert first.content.startswith(b"%PDF")
    tasks.freeze_files(version.pk, now=desk.now)
    assert as_().get(address("file", version.pk, "pdf")).content == first.content
    assert version.files.count() == 2
    assert version.number in as_().get(address("version", version.pk)).content.decode()
    assert as_("writer", "KOMINFO").get(address("file", version.pk, "text")).content.decode().startswith(version.title)


def test_the_write_screen_and_a_versions_page_cost_the_same_with_one_and_three_facts(as_, desk, house, now, training):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kentongan.desks.facts.actions import Claim, record_fact

    def noted(count):
        claims = [Claim("figure", f"Angka {n}", str(n + 20), "orang", source_kind="present") for n in range(count)]
        given = {"unit": house.prokopim, "level": "public", "owner": house.account("writer"), "activity": training}
        return [record_fact(claim=claim, by=house.actor("writer"), now=now, **given) for claim in claims]

    def cost(count):
        marks = " ".join(f"[{fact.value} orang|fakta:{fact.pk}]" for fact in noted(count))
        made = desk.started(f"KENCANA – Hadir {marks}.", activity=training)
        browser = as_()
        browser.get(address("write", made.pk))
        with CaptureQueriesContext(connection) as writing:
            browser.get(address("write", made.pk))
        version = desk.approved(desk.submit(made))
        with CaptureQueriesContext(connection) as showing:
            browser.get(address("version", version.pk))
        return len(writing), len(showing)

    assert cost(1) == cost(3)


def test_an_approver_without_an_account_sees_photographs_in_the_page_itself(
    rf, as_, house, desk, now, settings, tmp_path
):
    import io

    from django.contrib.auth.models import AnonymousUser
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.template.loader import render_to_string
    from PIL import Image

    from kentongan.ground.library.actions import make_album
    from kentongan.ground.library.models import Photograph

    settings.LIBRARY = tmp_path
    drawn = io.BytesIO()
    Image.new("RGB", (900, 600), "#7a4a12").save(drawn, "JPEG")
    album = make_album(
        unit=house.prokopim, level="internal", title="Waduk", taken_on=None, by=house.actor("writer"), now=now
    )
    file = SimpleUploadedFile("waduk.jpg", drawn.getvalue())
    given = {"photographs": [file], "photographer": "Galih", "credit": "Galih/Prokopim"}
    assert as_().post(reverse("library:take-in", args=[album.pk]), given).status_code == 302
    photograph = Photograph.objects.get()
    version = desk.submitted(f"KENCANA – Pelatihan dibuka di Pendopo.\n![foto:{photograph.pk}]")
    request = rf.get("/")
    request.user, request.now = AnonymousUser(), now
    shown = panels.subject(request, desk.request(version))
    page = render_to_string(shown.template, shown.context)
    assert '<img src="data:image/webp;base64,' in page
    assert "/kantor/" not in page.split("<img")[1].split(">")[0]
    desk.approved(version)
    from kentongan.desks.newsroom import tasks

    tasks.freeze_files(version.pk, now=now)
    assert version.files.get(kind="pdf").bytes > 10_000
