"""The story that the demo tells, told in the tests' database: the training, its release, its coverage, its correction."""

from datetime import UTC, date, datetime

import pytest

from kentongan.demo import building, people
from kentongan.desks.dispatch.models import Delivery
from kentongan.desks.gatherings.rules import Guest, seat
from kentongan.desks.monitoring.models import Pickup
from kentongan.desks.newsroom.models import Version
from kentongan.ground.directory.models import Post
from kentongan.ground.directory.rules import POSTS, Level
from kentongan.ground.language.rules.text import repeated_paragraphs
from kentongan.ground.record import actions as record
from kentongan.ground.record import queries
from kentongan.ground.record.rules import Actor


@pytest.mark.django_db
def test_a_training_becomes_a_release_a_changed_print_and_a_correction_that_reaches_whoever_had_it(settings, tmp_path):
    settings.LIBRARY = tmp_path
    now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    building.build(domain="tirtakencana.example", now=now)

    first, second = Version.objects.filter(activity__title__startswith="Pelatihan").order_by("opened_at")
    assert (first.number, second.number, second.replaces) == (first.number, first.number, first)
    assert second.text == first.text.replace("217 petugas", "212 petugas")
    had = set(Delivery.objects.filter(version=first).values_list("recipient_key", "channel"))
    assert set(Delivery.objects.filter(version=second).values_list("recipient_key", "channel")) == had
    assert len(had) == 7  # two desks, four journalists on the beat, one group; the fifth covers farming

    whole = Pickup.objects.get(clip__outlet_name="Kencana Pos")
    assert ("figure", "217 petugas", "271 petugas") in [(c["kind"], c["was"], c["is"]) for c in whole.changes]
    assert len(repeated_paragraphs(whole.clip.text)) == 2
    assert not Pickup.objects.filter(clip__outlet_name="Suara Hulu").exists()
    while record.seal(by=Actor.machine("record"), now=now):
        pass
    assert list(queries.faults()) == []


@pytest.mark.django_db
def test_each_post_of_the_demo_names_its_row_in_the_law_and_seats_its_holder():
    people.settle(domain="tirtakencana.example", now=datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    told = [(post.short, post.precedence) for post in Post.objects.order_by("-order")]
    assert [row for row in told if row[1] not in POSTS] == []
    guests = [Guest(name=short, post=rank) for short, rank in told]
    seated = seat(guests, level=Level.REGENCY, on=date(2026, 11, 24))
    assert [each.name for each in seated.seats][:3] == ["Bupati", "Wakil Bupati", "Sekda"]
