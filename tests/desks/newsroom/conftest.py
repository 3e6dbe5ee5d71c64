"""A fictional training, its facts and people, and the way of a text through the house."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from kentongan.desks.agenda.actions import Plan, assign_person, plan_activity
from kentongan.desks.facts.actions import Claim, change_fact, record_fact
from kentongan.desks.newsroom import actions
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.desks.newsroom.rules import plain
from kentongan.ground.approval import actions as approval
from kentongan.ground.approval import queries as approvals
from kentongan.ground.directory.models import Person, Post, Tenure
from kentongan.ground.record.models import Hearing
from kentongan.ground.record.tasks import hear

LEAD = "KENCANA – Pelatihan kehumasan dibuka di Pendopo Kencana."


@dataclass
class Desk:
    """The newsroom as a test walks through it; `desk.opened()` is a release that a second person approved."""

    house: object
    now: datetime
    facts: dict = field(default_factory=dict)
    saves: int = 0

    def started(
        self, typed=LEAD, *, title="Pelatihan kehumasan dibuka", by="writer", unit="PROKOPIM", **more
    ) -> Manuscript:
        unit_row = getattr(self.house, unit.lower())
        made = actions.start_manuscript(unit=unit_row, by=self.house.actor(by, unit), now=self.now, **more)
        self.save(made, typed, title=title, by=by, unit=unit)
        return made

    def save(self, manuscript, typed, *, title=None, by="writer", unit="PROKOPIM", base=None, key=None):
        self.saves += 1
        return actions.save_revision(
            manuscript=manuscript,
            title=manuscript.title if title is None else title,
            document=plain.parse(typed),
            base=manuscript.head if base is None else base,
            key=key or f"simpan-{self.saves}",
            by=self.house.actor(by, unit),
            now=self.now,
        )

    def submitted(self, typed=LEAD, *, opens_at=None, audience=None, **more) -> Version:
        manuscript = self.started(typed, **more)
        return self.submit(manuscript, opens_at=opens_at, audience=audience)

    def submit(self, manuscript, *, opens_at=None, audience=None, note="", by="writer"):
        release = actions.Release(audience=audience or {}, opens_at=opens_at, correction_note=note)
        return actions.submit(manuscript=manuscript, release=release, by=self.house.actor(by), now=self.now)

    def request(self, version):
        return approvals.open_request("newsroom.version", version.pk)

    def decide(self, version, *, kind="approved", by="approver", unit="PROKOPIM", reason="", at=None):
        request = self.request(version)
        approval.decide(
            request=request,
            step=approvals.open_steps(request)[0],
            kind=kind,
            reason=reason,
            approval_hash=version.approval_hash,
            account=self.house.account(by, unit),
            by=self.house.actor(by, unit),
            now=at or self.now,
        )

    def listen(self, *, at=None):
        """Deliver what waits in the queue, as the worker would at that moment."""
        with time_machine.travel(at or self.now, tick=False):
            while waiting := Hearing.objects.filter(state=Hearing.WAITING).order_by("id").first():
                hear.call(waiting.entry_id, waiting.listener)

    def approved(self, version, *, at=None):
        self.decide(version, at=at)
        self.listen(at=at)
        version.refresh_from_db()
        return version

    def opened(self, typed=LEAD, **more) -> Version:
        return self.approved(self.submitted(typed, **more))

    def correction(self, version, typed, *, note="Satu angka tertukar.", title=None):
        manuscript = actions.begin_correction(version=version, by=self.house.actor("writer"), now=self.now)
        self.save(manuscript, typed, title=title)
        return self.submit(manuscript, note=note)

    def change(self, fact, value, *, at=None):
        claim = Claim(
            fact.kind, fact.claim, value, fact.measure, source_kind=fact.source_kind, source_name=fact.source_name
        )
        changed = change_fact(
            fact=fact, claim=claim, reason="Salah salin.", by=self.house.actor("writer"), now=at or self.now
        )
        self.listen(at=at)
        return changed


@pytest.fixture
def desk(house, now) -> Desk:
    return Desk(house, now)


@pytest.fixture
def hectares(house, now):
    """A figure with its source."""
    claim = Claim(
        "figure", "Sawah terairi", "1.284", "hektare", source_kind="letter", source_name="Berita acara 611/88"
    )
    return record_fact(
        unit=house.prokopim,
        level="public",
        owner=house.account("writer"),
        claim=claim,
        by=house.actor("writer"),
        now=now,
    )


@pytest.fixture
def sekda(house):
    """The Sekda of the fictional regency, in office."""
    person = Person.objects.create(name="Bagas Pranoto", behind="S.Sos., M.Si.", slug="bagas-pranoto")
    post = Post.objects.create(title="Sekretaris Daerah", short="Sekda", slug="sekda", is_leader=True)
    Tenure.objects.create(person=person, post=post, from_on="2024-01-01")
    person.post = post
    return person


@pytest.fixture
def training(house, now, sekda):
    """A training that the Sekda attends, tomorrow at nine."""
    starts = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
    plan = Plan(
        title="Pelatihan kehumasan perangkat daerah",
        public_title="Pelatihan kehumasan",
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        place="Pendopo Kencana",
        level="public",
    )
    by = house.actor("writer")
    activity = plan_activity(unit=house.prokopim, plan=plan, by=by, now=now)
    assign_person(activity=activity, person=sekda, post=sekda.post, speaks=True, by=by, now=now)
    return activity
