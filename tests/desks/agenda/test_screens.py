"""The board, the sheet, the forms, as an officer meets them."""

from datetime import UTC, datetime, timedelta

import icalendar
import pypdfium2
import pytest
import time_machine
from django.urls import reverse

from kentongan.desks.agenda import actions, feeds, queries
from kentongan.desks.agenda.models import Activity, Assignment
from kentongan.ground.directory.models import Person, Post, Tenure
from kentongan.ground.units.actions import renew_calendar_token

pytestmark = pytest.mark.django_db
STARTS = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _today(now):
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def regent(house):
    post = Post.objects.create(title="Bupati Tirta Kencana", slug="bupati", is_leader=True, order=1)
    person = Person.objects.create(name="Wirya Adiguna", front="H.", slug="wirya-adiguna")
    Tenure.objects.create(person=person, post=post, from_on=STARTS.date())
    return person


def planned(house, now, *, level="internal", title="Pelatihan kehumasan", hour=0, **more):
    plan = actions.Plan(
        title=title, starts_at=STARTS + timedelta(hours=hour), ends_at=STARTS + timedelta(hours=hour + 2), place="Pendopo",
        level=level, **more,
    )  # fmt: skip
    return actions.plan_activity(unit=house.prokopim, plan=plan, by=house.actor("protocol"), now=now)


def form(**more):
    return {
        "title": "Pelatihan kehumasan", "on": "2026-11-24", "from_": "22:00", "until": "01:00", "place": "Pendopo",
        "level": "public", "public_title": "Pelatihan", **more,
    }  # fmt: skip


def test_an_officer_plans_an_activity_past_midnight_and_lands_on_it(client, house):
    client.force_login(house.account("protocol"))
    answer = client.post(reverse("agenda:plan"), form(unit=house.prokopim.pk), follow=True)

    made = Activity.objects.get()
    assert made.ends_at - made.starts_at == timedelta(hours=3)
    assert made.starts_at == datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert (answer.status_code, answer.redirect_chain[-1][0]) == (200, reverse("agenda:activity", args=[made.pk]))


def test_a_refused_form_keeps_what_was_typed(client, house):
    client.force_login(house.account("protocol"))
    answer = client.post(reverse("agenda:plan"), form(unit=house.prokopim.pk, level="internal", title="Rapat tertutup"))

    assert answer.status_code == 409
    assert 'value="Rapat tertutup"' in answer.content.decode()
    assert Activity.objects.count() == 0


def test_an_auditor_sees_the_board_and_is_told_who_plans(client, house, now):
    planned(house, now)
    client.force_login(house.account("auditor"))
    assert client.get(reverse("agenda:board")).status_code == 200
    assert client.get(reverse("agenda:plan")).status_code == 403


def test_what_another_unit_keeps_to_itself_is_404_by_every_address(client, house, now, regent):
    hidden = planned(house, now, level="restricted")
    assignment = actions.assign_person(activity=hidden, person=regent, by=house.actor("protocol"), now=now)
    client.force_login(house.account("protocol", "KOMINFO"))
    addresses = [reverse(f"agenda:{name}", args=[hidden.pk]) for name in ("activity", "change", "cancel", "assign")]
    addresses += [reverse(f"agenda:{name}", args=[assignment.pk]) for name in ("release", "confirm")]

    assert [client.get(a).status_code for a in addresses] == [404] * 6
    assert [client.post(a, form(reason="x")).status_code for a in addresses] == [404] * 6
    assert "Pelatihan" not in client.get(reverse("agenda:board")).content.decode()
    assert Assignment.objects.count() == 1


def test_whoever_is_sent_goes_as_what_he_holds_on_that_day_unless_another_post_is_named(client, house, now, regent):
    held, other = Post.objects.get(), Post.objects.create(title="Ketua Panitia", slug="ketua", order=9)
    acting = Person.objects.create(name="Laras", slug="laras")
    Tenure.objects.create(person=acting, post=other, acting="plt", from_on=STARTS.date())
    activity = planned(house, now)
    client.force_login(house.account("protocol"))
    address = reverse("agenda:assign", args=[activity.pk])
    client.post(address, {"person": regent.pk, "attendance": "attends"})
    client.post(address, {"person": acting.pk, "attendance": "attends"})
    assert list(Assignment.objects.order_by("pk").values_list("post", flat=True)) == [held.pk, None]
    client.post(address, {"person": regent.pk, "post": other.pk, "attendance": "attends"})
    assert Assignment.objects.get(person=regent).post == other


@pytest.mark.both
def test_an_acting_official_is_called_so_wherever_he_is_named_and_only_on_the_days_he_acts(client, house, now):
    post = Post.objects.create(title="Sekretaris Daerah", short="Sekda", slug="sekda", is_leader=True, order=3)
    acting = Person.objects.create(name="Laras", slug="laras")
    Tenure.objects.create(person=acting, post=post, acting="plt", from_on="2026-11-01", until_on="2026-11-25")
    Tenure.objects.create(person=acting, post=post, from_on="2026-11-25")
    Tenure.objects.create(person=Person.objects.create(name="Bram", slug="bram"), post=post, from_on="2020-01-01", until_on="2026-11-01")  # fmt: skip
    # 17.00 to 19.00 UTC is past midnight on the office's clock: the day is the office's.
    for title, hour in (("Apel pagi", 0), ("Doa tengah malam", 16)):
        activity = planned(house, now, title=title, hour=hour)
        actions.assign_person(activity=activity, person=acting, post=post, by=house.actor("protocol"), now=now)
    client.force_login(house.account("protocol"))
    first, second = Activity.objects.order_by("starts_at")
    sheet = client.get(reverse("agenda:sheet")).context["text"]
    assert "Hadir: Plt. Sekretaris Daerah\n" in sheet + "\n"
    assert "Plt. Sekda<small>Laras</small>" in client.get(reverse("agenda:board")).content.decode()
    for activity, named in ((first, "Plt. Sekretaris Daerah"), (second, "Sekretaris Daerah")):
        (going,) = queries.with_people(Activity.objects.filter(pk=activity.pk)).get().assignments.all()
        assert (activity.title, queries.reads(going, mewakili="mewakili")) == (activity.title, named)
    told = feeds.calendar(
        queries.with_people(Activity.objects.order_by("starts_at")), institution=house.institution, public=False
    )
    assert [str(e["description"]).splitlines()[0] for e in icalendar.Calendar.from_ical(told).walk("VEVENT")] == [
        "Plt. Sekretaris Daerah",
        "Sekretaris Daerah",
    ]
    page = client.get(reverse("agenda:activity", args=[first.pk])).content.decode()
    assert "Plt. Sekretaris Daerah" in page


def test_the_board_shows_a_clash_as_a_word(client, house, now, regent):
    for title, hour in (("Rapat paripurna", 0), ("Pameran", 1)):
        activity = planned(house, now, title=title, hour=hour)
        actions.assign_person(activity=activity, person=regent, accept_clash=True, by=house.actor("protocol"), now=now)
    client.force_login(house.account("writer"))
    page = client.get(reverse("agenda:board")).content.decode()
    assert page.count("slot--clash") == 2
    assert "H. Wirya Adiguna" in page


def test_the_whatsapp_text_holds_no_restricted_line_and_the_page_says_so(client, house, now):
    planned(house, now, title="Apel pagi")
    planned(house, now, title="Rapat rahasia", level="restricted", hour=3)
    client.force_login(house.account("protocol"))
    page = client.get(reverse("agenda:sheet"))
    assert "Apel pagi" in page.context["text"]
    assert "Rapat rahasia" not in page.context["text"]
    assert page.context["kept_back"] == 1
    assert "Rapat rahasia" in page.content.decode()


def test_the_sheet_is_one_a4_page(client, house, now, regent):
    activity = planned(house, now)
    actions.assign_person(
        activity=activity, person=regent, post=Post.objects.get(), speaks=True, by=house.actor("protocol"), now=now
    )
    client.force_login(house.account("protocol"))
    answer = client.get(reverse("agenda:sheet-pdf"))
    pdf = pypdfium2.PdfDocument(answer.content)
    text = pdf[0].get_textpage().get_text_range()
    assert len(pdf) == 1
    assert [
        word
        for word in ("Selasa, 24 November 2026", "Pelatihan kehumasan", "Pendopo", "Bupati Tirta Kencana")
        if word not in text
    ] == []


def test_the_private_calendar_follows_its_holders_level_and_ends_with_a_new_address(client, house, now):
    planned(house, now, title="Apel pagi")
    planned(house, now, title="Rapat tertutup", level="restricted", hour=3)
    planned(house, now, title="Rahasia", level="secret", hour=5)

    def titles(account):
        token = renew_calendar_token(account=account, by=house.actor("protocol"), now=now).calendar_token
        body = client.get(reverse("calendar", args=[token])).content
        return sorted(str(event["summary"]) for event in icalendar.Calendar.from_ical(body).walk("VEVENT"))

    assert titles(house.account("writer")) == ["Apel pagi", "Rapat tertutup"]
    assert titles(house.account("writer", "KOMINFO")) == ["Apel pagi"]
    old = house.account("writer").calendar_token
    renew_calendar_token(account=house.account("writer"), by=house.actor("writer"), now=now)
    assert client.get(reverse("calendar", args=[old])).status_code == 404


@pytest.mark.parametrize("name", ["board", "sheet"])
def test_lists_cost_the_same_with_one_and_three_rows(client, house, now, regent, name):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(house.account("protocol"))
    costs = []
    for _ in range(2):
        for _ in range(1 if not costs else 2):
            activity = planned(house, now)
            actions.assign_person(
                activity=activity, person=regent, accept_clash=True, by=house.actor("protocol"), now=now
            )
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(reverse(f"agenda:{name}"))
        costs.append(len(seen))
    assert costs[0] == costs[1]
