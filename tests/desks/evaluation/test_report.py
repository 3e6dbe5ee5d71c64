"""Every number can be opened, and the rows are as many as it says."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.desks.monitoring.test_desk import TEXT, clip, heard
from tests.desks.newsroom.conftest import desk, sekda, training  # noqa: F401 (fixtures)

from kentongan.desks.dispatch.models import Delivery
from kentongan.desks.evaluation import queries
from kentongan.desks.evaluation.rules.months import Month, share
from kentongan.ground.units.queries import reader_of

WIB = ZoneInfo("Asia/Jakarta")


def test_a_month_begins_at_the_offices_midnight():
    assert Month.read("2026-12").bounds(WIB) == (datetime(2026, 12, 1, tzinfo=WIB), datetime(2027, 1, 1, tzinfo=WIB))
    assert (Month(2026, 1).shifted(-1), Month(2026, 12).shifted(1)) == (Month(2025, 12), Month(2027, 1))
    assert [Month(2026, 10).named(language) for language in ("id", "en")] == ["Oktober 2026", "October 2026"]


@pytest.mark.parametrize("said", ["2026", "2026-13", "2026-0", "x-1", "1999-12", ""])
def test_a_torn_month_is_refused(said):
    with pytest.raises(ValueError, match="no month"):
        Month.read(said)


def test_a_share_of_nothing_is_none():
    assert (share(0, 0), share(1, 4)) == (None, 0.25)


@pytest.fixture
def story(house, now, desk, training):  # noqa: F811
    """A release about the training, opened, sent to two, printed once with a changed figure."""
    version = desk.opened(TEXT, title="Sekda buka pelatihan kehumasan", activity=training)
    for number, state in enumerate(("sent", "failed")):
        Delivery.objects.create(
            version=version,
            recipient_key=f"outlet:{number}",
            name=f"Media {number}",
            channel="mail",
            state=state,
            at=now,
        )
    clip(house, now, text=TEXT.replace("tiga bulan", "enam bulan"))
    clip(house, now, url="https://suarahulu.example/7", text="Harga cabai turun di pasar Kencana. " * 9)
    heard()
    return version


@pytest.mark.django_db
@pytest.mark.both
def test_every_number_equals_the_rows_that_it_opens(client, house, story):
    client.force_login(house.account("chief"))
    report = client.get(reverse("evaluation:month", args=["2026-11"]))
    said = {f["url"].split("/")[-2]: f["value"] for f in [*report.context["outputs"], *report.context["outtakes"]]}
    rows = {key: len(client.get(reverse("evaluation:rows", args=["2026-11", key])).context["rows"]) for key in said}
    assert said == rows
    assert {k: v for k, v in said.items() if v} == {
        "kegiatan": 1, "kegiatan-diberitakan": 1, "siaran": 1, "pengiriman": 2, "diterima": 1, "gagal": 1, "kliping": 2,
        "pemuatan": 1, "diubah": 1,
    }  # fmt: skip


@pytest.mark.django_db
def test_the_report_counts_only_what_its_reader_may_see(client, house, now, story):
    clip(house, now, url="https://rahasia.example/1", level="restricted")
    counts = {}
    for unit in ("PROKOPIM", "KOMINFO"):
        scope = queries.Scope(Month(2026, 11), reader_of(house.account("chief", unit), now=now))
        counts[unit] = queries.BY_KEY["kliping"].count(scope)
    assert counts == {"PROKOPIM": 3, "KOMINFO": 2}


@pytest.mark.django_db
def test_there_is_no_field_for_advertising_value():
    assert [m.key for m in queries.MEASURES if "nilai" in m.key or "ave" in m.key] == []


@pytest.mark.django_db
@pytest.mark.both
def test_the_whole_story_stands_on_one_screen(client, house, story, training):  # noqa: F811
    client.force_login(house.account("chief"))
    steps = client.get(reverse("evaluation:thread", args=[training.pk])).context["steps"]
    assert [step.open for step in steps] == [False] * 6
    assert "tiga bulan → enam bulan" in steps[-1].rows[0].note
    words = [row.note.rpartition(" · ")[2] for step in (steps[3], steps[4]) for row in step.rows]
    assert words == ["di kantor", "Siaran", "Siaran"]


@pytest.mark.django_db
def test_the_report_costs_the_same_with_one_and_three_clips(client, house, now, story):
    client.force_login(house.account("chief"))
    costs = []
    for number in (0, 2):
        for n in range(number):
            clip(house, now + timedelta(minutes=n), url=f"https://kencanapos.example/lagi/{n}")
        heard()
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("evaluation:month", args=["2026-11"]))
        costs.append(len(seen))
    assert costs[0] == costs[1]


@pytest.mark.django_db
def test_a_month_that_is_none_is_404(client, house):
    client.force_login(house.account("chief"))
    assert client.get("/kantor/laporan/2026-99/").status_code == 404
    assert client.get("/kantor/laporan/2026-11/tidak-ada/").status_code == 404
