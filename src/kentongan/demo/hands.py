"""The hands of the story: who acts, at which moment, through the same verbs that the screens call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

from django.utils import timezone

from kentongan.desks.agenda import actions as agenda
from kentongan.desks.agenda.actions import Plan
from kentongan.desks.agenda.models import Activity
from kentongan.desks.facts import actions as facts
from kentongan.desks.facts.actions import Claim
from kentongan.desks.facts.models import Fact
from kentongan.desks.newsroom import actions as newsroom
from kentongan.desks.newsroom.actions import Release
from kentongan.desks.newsroom.models import Manuscript, Version
from kentongan.desks.newsroom.rules import plain
from kentongan.ground.approval import actions as approval
from kentongan.ground.approval import queries as approvals
from kentongan.ground.directory.models import Person, Post
from kentongan.ground.mailroom.tasks import send_waiting
from kentongan.ground.record import registry
from kentongan.ground.record.models import Hearing
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.models import Account, Unit


def listen(now: datetime) -> None:
    """Deliver what waits, at the moment of the story and not of the building: the clock that a lock reads too."""
    with patch.object(timezone, "now", lambda: now):
        _deliver(now)


def _deliver(now: datetime) -> None:
    while hearing := Hearing.objects.filter(state=Hearing.WAITING).select_related("entry").order_by("id").first():
        registry.BY_NAME[hearing.listener](hearing.entry, now=now)
        Hearing.objects.filter(pk=hearing.pk).update(state=Hearing.HEARD, heard_at=now, attempts=1)


def send(now: datetime) -> None:
    """The letters that wait leave now, by SMTP, as the worker would send them."""
    listen(now)
    with patch.object(timezone, "now", lambda: now):
        send_waiting(now=now)
    listen(now)


@dataclass
class Office:
    """Who acts in the story, by first name, and the unit in which it happens."""

    unit: Unit
    today: date
    zone: ZoneInfo
    saves: int = 0

    def account(self, short: str) -> Account:
        """`office.account("dewi")`."""
        return Account.objects.get(email=f"{short}@tirtakencana.example")

    def by(self, short: str) -> Actor:
        """The same as an actor."""
        return Actor.person(self.account(short).pk)

    def at(self, days: int, clock: str) -> datetime:
        """So many days from today, at a clock time of the office."""
        hour, _, minute = clock.partition(".")
        moment = datetime(self.today.year, self.today.month, self.today.day, int(hour), int(minute), tzinfo=self.zone)
        return moment + timedelta(days=days)

    def plan(self, title: str, days: int, clock: str, hours: float, place: str, **more) -> Activity:
        """An activity with the protocol officer's hand."""
        starts = self.at(days, clock)
        level = more.pop("level", "internal")
        plan = Plan(
            title=title, starts_at=starts, ends_at=starts + timedelta(hours=hours), place=place, level=level, **more
        )
        return agenda.plan_activity(unit=self.unit, plan=plan, by=self.by("ratna"), now=self.at(-6, "09.00"))

    def send(
        self, activity: Activity, person: str, post: str, *, for_: str = "", speaks: bool = False, clash: bool = False
    ) -> None:
        """Who goes, as what, for whom."""
        agenda.assign_person(
            activity=activity,
            person=Person.objects.get(slug=person),
            post=Post.objects.get(slug=post),
            represents=Post.objects.filter(slug=for_).first(),
            speaks=speaks,
            accept_clash=clash,
            by=self.by("ratna"),
            now=self.at(-6, "09.10"),
        )

    def fact(self, activity: Activity | None, now: datetime, **claim) -> Fact:
        """A claim of the writer's."""
        return facts.record_fact(
            unit=self.unit, level="public", owner=self.account("dewi"), claim=Claim(**claim), activity=activity,
            by=self.by("dewi"), now=now,
        )  # fmt: skip

    def write(self, manuscript: Manuscript, title: str, typed: str, now: datetime, by: str = "dewi") -> Manuscript:
        """One save of the whole text."""
        self.saves += 1
        newsroom.save_revision(
            manuscript=manuscript, title=title, document=plain.parse(typed), base=manuscript.head,
            key=f"demo-{self.saves}", by=self.by(by), now=now,
        )  # fmt: skip
        manuscript.refresh_from_db()
        return manuscript

    def submit(self, manuscript: Manuscript, now: datetime, *, by: str = "dewi", note: str = "", lists=()) -> Version:
        """Frozen and waiting for a second person."""
        release = Release(audience={"lists": sorted(one.pk for one in lists)}, correction_note=note)
        return newsroom.submit(manuscript=manuscript, release=release, by=self.by(by), now=now)

    def approve(self, version: Version, now: datetime, *, by: str = "nugroho") -> Version:
        """The second person agrees in the office; what then opens, opens."""
        request = approvals.open_request("newsroom.version", version.pk)
        if request is None:
            raise RuntimeError("the story asks for an approval that nobody asked for")
        approval.decide(
            request=request, step=approvals.open_steps(request)[0], kind="approved", approval_hash=version.approval_hash,
            account=self.account(by), by=self.by(by), now=now,
        )  # fmt: skip
        listen(now)
        version.refresh_from_db()
        return version
