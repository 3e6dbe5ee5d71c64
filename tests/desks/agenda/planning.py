"""An activity and two officials, for the tests of this desk and of those above it."""

from datetime import UTC, date, datetime, timedelta

from kentongan.desks.agenda.actions import Plan
from kentongan.ground.directory.models import Person, Post, Tenure

STARTS = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)  # 08.00 WIB


def officials() -> dict[str, Person | Post]:
    """A regent and an acting secretary, with their posts."""
    regent = Post.objects.create(title="Bupati Tirta Kencana", slug="bupati", is_leader=True, order=1)
    secretary = Post.objects.create(title="Sekretaris Daerah", slug="sekda", is_leader=True, order=3)
    persons = {
        "regent": Person.objects.create(name="Wirya Adiguna", front="H.", behind="S.E.", slug="wirya-adiguna"),
        "secretary": Person.objects.create(
            name="Nugroho Santika", front="Drs.", behind="M.Si.", slug="nugroho-santika"
        ),
    }
    Tenure.objects.create(person=persons["regent"], post=regent, from_on=date(2025, 2, 20))
    Tenure.objects.create(person=persons["secretary"], post=secretary, from_on=date(2026, 1, 5), acting="plt")
    return {**persons, "regent_post": regent, "secretary_post": secretary}


def plan(**more) -> Plan:
    """A training in the morning, open to the public."""
    return Plan(**{
        "title": "Pelatihan kehumasan", "starts_at": STARTS, "ends_at": STARTS + timedelta(hours=3), "place": "Pendopo",
        "level": "public", "public_title": "Membuka pelatihan kehumasan", **more,
    })  # fmt: skip
