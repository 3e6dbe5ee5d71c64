"""Keep the directory: who is who, who holds what, who may be written to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kentongan.ground.directory import queries
from kentongan.ground.directory.choices import ActingAs
from kentongan.ground.directory.events import (
    AgencyShaped,
    BeatShaped,
    ConsentGiven,
    ConsentWithdrawn,
    DirectoryImported,
    JournalistErased,
    JournalistShaped,
    OutletShaped,
    PersonShaped,
    PinChosen,
    PostHandedOver,
    PostShaped,
    ReachChanged,
    ReachRegistered,
)
from kentongan.ground.directory.models import (
    Agency,
    Beat,
    FormerAddress,
    Journalist,
    Matter,
    Outlet,
    Person,
    Post,
    Tenure,
)
from kentongan.ground.directory.queries import Importer, Plan, Planned
from kentongan.ground.directory.rules.importing import Row
from kentongan.ground.directory.rules.pins import PIN_DIGITS, weak_pin
from kentongan.ground.press.actions import want_print
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules import words
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Named
from kentongan.ground.units.queries import first_password_stands

REACH = ("email", "phone", "account")  # where a person is reached, and who may choose his PIN
OPENS = {"email", "account"}  # by which of them he approves


@transaction.atomic
def shape_person(*, person: Person | None, said: dict[str, Any], by: Actor, now: datetime) -> Person:
    """A new person, or one who is to be written otherwise from now on.

    A changed address, telephone or account is announced by itself: codes reach him there, and whoever asks later who
    changed it reads it in the diary. His PIN ends with it, unless he did it himself: whoever had the way to him for a
    while may have chosen one.

    Raises:
        Refusal: the account is another person's.
    """
    account = said.get("account")
    if account and (other := Person.objects.filter(account=account).exclude(pk=person.pk if person else 0).first()):
        raise Refusal(_("This account is %(who)s's.") % {"who": other.full_name})
    shaped = person or Person(slug=queries.free_slug(Person, said["name"]))
    before = shaped.email
    reached = [name for name in REACH if name in said and (said[name] or None) != (getattr(shaped, name) or None)]
    if set(reached) & OPENS and not (by.is_person and by.account_id == shaped.account_id):
        shaped.pin = ""
    _fill(shaped, said)
    announce(PersonShaped(person_id=shaped.pk), by=by, now=now)
    if reached and person is None:
        announce(ReachRegistered(person_ids=(shaped.pk,)), by=by, now=now)
    elif reached:
        _changed_reach(shaped, reached, before, by=by, now=now)
    want_print(reason="person", things=[("person", shaped.pk)], by=by, now=now)
    return shaped


@transaction.atomic
def shape_post(*, post: Post | None, said: dict[str, Any], by: Actor, now: datetime) -> Post:
    """A new post, or another title of one."""
    shaped = post or Post(slug=queries.free_slug(Post, said["title"]))
    _fill(shaped, said)
    announce(PostShaped(post_id=shaped.pk), by=by, now=now)
    want_print(reason="post", things=[("post", shaped.pk)], by=by, now=now)
    return shaped


@transaction.atomic
def hand_over(
    *, post: Post, person: Person, acting: str, from_on: date, decree: str = "", by: Actor, now: datetime
) -> Tenure:
    """Somebody holds a post from a day on; a definitive holder before him ends that day.

    An acting holder stands beside a definitive one (he is on leave) and ends the acting one before him.

    Raises:
        Refusal: he holds it already, the one before began later than that, or another's closed tenure reaches over it.
    """
    post = Post.objects.select_for_update().get(pk=post.pk)  # two handovers at once: the second sees the first
    standing = Tenure.objects.select_for_update(of=("self",)).filter(post=post, until_on__isnull=True)
    running = list(standing.select_related("person"))
    if any(tenure.person_id == person.pk and tenure.acting == acting for tenure in running):
        raise Refusal(_("%(who)s holds this post already.") % {"who": person.full_name})
    for before in running:
        if acting == ActingAs.DEFINITIVE or before.acting != ActingAs.DEFINITIVE:
            if before.from_on >= from_on:
                raise Refusal(
                    _("%(who)s holds it since %(day)s; the handover must be later.")
                    % {"who": before.person.full_name, "day": _day(before.from_on)}
                )
            before.until_on = from_on
            before.save(update_fields=["until_on"])
    closed = Tenure.objects.filter(post=post, acting=ActingAs.DEFINITIVE, until_on__gt=from_on)
    if acting == ActingAs.DEFINITIVE and (over := closed.select_related("person").first()):
        raise Refusal(
            _("%(who)s held it until %(day)s; a post has one definitive holder at a time.")
            % {"who": over.person.full_name, "day": _day(over.until_on)}
        )
    tenure = Tenure.objects.create(post=post, person=person, acting=acting, from_on=from_on, decree=decree)
    announce(PostHandedOver(post_id=post.pk, person_id=person.pk, acting=acting), by=by, now=now)
    want_print(reason="handover", things=[("post", post.pk), ("person", person.pk)], by=by, now=now)
    return tenure


@transaction.atomic
def end_tenure(*, tenure: Tenure, until_on: date, by: Actor, now: datetime) -> Tenure:
    """He holds it no longer, from that day on; the post is vacant until somebody takes it.

    Raises:
        Refusal: that day isn't after its beginning, or it ended before.
    """
    tenure = Tenure.objects.select_for_update().get(pk=tenure.pk)
    if tenure.until_on:
        raise Refusal(_("It ended on %(day)s.") % {"day": _day(tenure.until_on)})
    if until_on <= tenure.from_on:
        raise Refusal(_("It must end after it began, %(day)s.") % {"day": _day(tenure.from_on)})
    tenure.until_on = until_on
    tenure.save(update_fields=["until_on"])
    announce(PostShaped(post_id=tenure.post_id), by=by, now=now)
    want_print(reason="tenure", things=[("post", tenure.post_id), ("person", tenure.person_id)], by=by, now=now)
    return tenure


@transaction.atomic
def shape_agency(
    *, agency: Agency | None, said: dict[str, Any], matters: Iterable[str], by: Actor, now: datetime
) -> Agency:
    """An agency with its tasks, functions and the matters it handles, in the citizen's words.

    Raises:
        Refusal: another has that name or that unit, or it would stand under itself.
    """
    _check_agency(agency, said)
    shaped = agency or Agency(slug=queries.free_slug(Agency, said["short"] or said["name"]))
    _fill(shaped, said)
    wanted = list(dict.fromkeys(matters))
    shaped.matters.exclude(words__in=wanted).delete()
    standing = set(shaped.matters.values_list("words", flat=True))
    Matter.objects.bulk_create([Matter(agency=shaped, words=words) for words in wanted if words not in standing])
    announce(AgencyShaped(agency_id=shaped.pk), by=by, now=now)
    want_print(reason="agency", things=[("agency", shaped.pk)], by=by, now=now)
    return shaped


@transaction.atomic
def shape_outlet(*, outlet: Outlet | None, said: dict[str, Any], by: Actor, now: datetime) -> Outlet:
    """An outlet.

    Raises:
        Refusal: another has that name.
    """
    shaped = outlet or Outlet()
    if Outlet.objects.filter(name__iexact=said["name"]).exclude(pk=shaped.pk or 0).exists():
        raise Refusal(_("%(name)s is in the directory.") % {"name": said["name"]})
    _fill(shaped, said)
    announce(OutletShaped(outlet_id=shaped.pk), by=by, now=now)
    return shaped


@transaction.atomic
def shape_journalist(
    *, journalist: Journalist | None, said: dict[str, Any], beats: Iterable[Beat], by: Actor, now: datetime
) -> Journalist:
    """A journalist; consent has verbs of its own.

    Raises:
        Refusal: another has that address.
    """
    # Left as written: a mailbox's first part may tell capitals apart, but two such addresses are one to us.
    shaped = journalist or Journalist()
    email = said.get("email", "")
    if email and Journalist.objects.filter(email__iexact=email).exclude(pk=shaped.pk or 0).exists():
        raise Refusal(_("Another journalist has the address %(email)s.") % {"email": email})
    _fill(shaped, said)
    shaped.beats.set(beats)
    announce(JournalistShaped(journalist_id=shaped.pk), by=by, now=now)
    return shaped


@transaction.atomic
def shape_beat(*, beat: Beat | None, name: str, by: Actor, now: datetime) -> Beat:
    """A topic, or another name for one; its address stays.

    Raises:
        Refusal: another has that name.
    """
    if Beat.objects.filter(name__iexact=name).exclude(pk=beat.pk if beat else 0).exists():
        raise Refusal(_("%(name)s is in the directory.") % {"name": name})
    shaped = beat or Beat(slug=queries.free_slug(Beat, name))
    _fill(shaped, {"name": name})
    announce(BeatShaped(beat_id=shaped.pk), by=by, now=now)
    want_print(reason="topic", things=[("beat", shaped.pk)], by=by, now=now)
    return shaped


@transaction.atomic
def give_consent(*, journalist: Journalist, on: date, how: str, by: Actor, now: datetime) -> Journalist:
    """He agreed to be written to; how he did is kept, for it must be shown (UU 27/2022, article 24).

    Raises:
        Refusal: nobody says how, or the day is still to come.
    """
    if on > timezone.localdate(now):
        raise Refusal(_("That day is still to come."))
    if not how.strip():
        raise Refusal(_("Say how he agreed: a form, a message, a list he signed."))
    journalist.consent_on, journalist.consent_how = on, how.strip()
    journalist.save(update_fields=["consent_on", "consent_how"])
    announce(ConsentGiven(journalist_id=journalist.pk), by=by, now=now)
    return journalist


@transaction.atomic
def withdraw_consent(*, journalist: Journalist, by: Actor, now: datetime) -> Journalist:
    """He isn't written to any more, from this moment; the diary keeps when, so that an old file gives none back.

    Raises:
        Refusal: he hadn't consented.
    """
    if journalist.consent_on is None:
        raise Refusal(_("There is no consent to withdraw."))
    journalist.consent_on, journalist.consent_how = None, ""
    journalist.save(update_fields=["consent_on", "consent_how"])
    announce(ConsentWithdrawn(journalist_id=journalist.pk), by=by, now=now)
    return journalist


@transaction.atomic
def erase_journalist(*, journalist: Journalist, by: Actor, now: datetime) -> None:
    """Forget him: his row, his topics, who was named for him, his place on every list. The diary keeps a number."""
    pk = journalist.pk
    Named.objects.filter(kind=Journalist._meta.label_lower, thing_id=pk).delete()
    journalist.delete()
    announce(JournalistErased(journalist_id=pk), by=by, now=now)


@transaction.atomic
def choose_pin(*, person: Person, pin: str, by: Actor, now: datetime, proved: bool = False) -> Person:
    """The PIN that stands for a code on a review link; only he himself chooses it: signed in, or past his own code.

    `proved` is said by approval, once a code sent to his registered address was right. Every PIN is written here.

    Raises:
        Refusal: somebody else tries, another still knows his password, or it is a PIN that is guessed first.
    """
    himself = by.is_person and person.account_id is not None and person.account_id == by.account_id
    if not (himself or proved):
        raise Refusal(_("A PIN is set by the person himself: logged in, or after a code sent to him."))
    if himself and not proved and person.account and first_password_stands(person.account):
        raise Refusal(
            _("Whoever opened your account still knows your password."),
            then=_("Choose your own first, under Sign-in security; then the PIN."),
        )
    if weak_pin(pin):
        raise Refusal(
            _("Choose at least %(n)s digits that aren't a run, one digit repeated or a date.") % {"n": PIN_DIGITS}
        )
    person.pin = make_password(pin)
    person.save(update_fields=["pin"])
    announce(PinChosen(person_id=person.pk), by=by, now=now)
    return person


@transaction.atomic
def import_rows(*, kind: str, rows: Sequence[Row], importer: Importer, by: Actor, now: datetime) -> Plan:
    """Take in the good rows of a file, all in one transaction: what was new, changed, stood already or was refused.

    The same file again changes nothing. Costs a constant number of questions per chunk of rows.

    Raises:
        Refusal: somebody else wrote one of them at the same moment; nothing came in.
    """
    plan = queries.plan(kind=kind, rows=rows, importer=importer)
    try:
        with transaction.atomic():
            for chunk in queries.chunks(plan.of("new")):
                queries.MODELS[kind].objects.bulk_create([planned.row for planned in chunk])
                _hang(kind, chunk)
            for chunk in queries.chunks(plan.of("changed"), 200):
                _change(kind, chunk)
                _hang(kind, chunk)
    except IntegrityError as error:
        raise Refusal(_("The directory was changed at the same moment. Look at the file once more.")) from error
    if kind == "persons":
        _announce_reach(plan, by=by, now=now)
    fresh, changed = len(plan.of("new")), len(plan.of("changed"))
    if fresh or changed:
        announce(DirectoryImported(kind=kind, fresh=fresh, changed=changed), by=by, now=now)
        if kind in ("persons", "agencies"):
            want_print(reason="import", by=by, now=now)
    return plan


def _announce_reach(plan: Plan, *, by: Actor, now: datetime) -> None:
    """Whom a file registered, in one entry per chunk, and whom it reaches elsewhere from now on, one by one."""
    for chunk in queries.chunks([planned.row for planned in plan.of("new") if planned.row.email or planned.row.phone]):
        announce(ReachRegistered(person_ids=tuple(row.pk for row in chunk)), by=by, now=now)
    for planned in plan.of("changed"):
        was = {name: before for name, before, _is in planned.changes}
        if reached := [name for name in REACH if name in was]:
            if "email" in was:
                Person.objects.filter(pk=planned.row.pk).update(pin="")
            _changed_reach(planned.row, reached, was.get("email", ""), by=by, now=now)


def _changed_reach(person: Person, what: Sequence[str], email_before: str, *, by: Actor, now: datetime) -> None:
    entry = announce(ReachChanged(person_id=person.pk, what="+".join(what)), by=by, now=now)
    if OPENS & set(what) and email_before:
        FormerAddress.objects.create(person=person, email=email_before, entry=entry.pk)


@transaction.atomic
def forget_former_address(*, former: FormerAddress, by: Actor, now: datetime) -> None:
    """The mail that tells him is posted; the old address isn't needed any more."""
    former.delete()


@transaction.atomic
def end_pin(*, account_id: int, by: Actor, now: datetime) -> int:
    """The PIN of whoever holds the account ends: its password was lost or reset; how many ended."""
    return Person.objects.filter(account_id=account_id).exclude(pin="").update(pin="")


def _check_agency(agency: Agency | None, said: dict[str, Any]) -> None:
    others = Agency.objects.exclude(pk=agency.pk if agency else 0)
    if others.filter(name__iexact=said["name"]).exists():
        raise Refusal(_("%(name)s is in the directory.") % {"name": said["name"]})
    if said.get("unit") and (other := others.filter(unit=said["unit"]).first()):
        raise Refusal(_("The unit %(unit)s is %(agency)s.") % {"unit": said["unit"], "agency": other.name})
    above = said.get("parent")
    while agency and above:
        if above.pk == agency.pk:
            raise Refusal(_("%(name)s would stand under itself.") % {"name": agency.name})
        above = above.parent


def _day(day: date | None) -> str:
    return words.plain_day(day, get_language() or "en") if day else ""


def _fill(row: Any, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(row, name, value)
    row.save()


def _change(kind: str, chunk: Sequence[Planned]) -> None:
    """Write the columns that change in this chunk, in one statement."""
    columns = {name for planned in chunk for name, _was, _is in planned.changes} - {"beats", "matters"}
    if columns:
        queries.MODELS[kind].objects.bulk_update([planned.row for planned in chunk], sorted(columns))


def _hang(kind: str, chunk: Sequence[Planned]) -> None:
    """What hangs on the rows: a journalist's topics are replaced where the file names some, matters join."""
    if kind == "journalists":
        links = Journalist.beats.through
        said = [planned for planned in chunk if planned.more]
        links.objects.filter(journalist__in=[planned.row for planned in said]).delete()
        links.objects.bulk_create(
            [links(journalist=planned.row, beat=beat) for planned in said for beat in planned.more or ()]
        )
    if kind == "agencies":
        Matter.objects.bulk_create(
            [Matter(agency=planned.row, words=words) for planned in chunk for words in planned.more or ()]
        )
