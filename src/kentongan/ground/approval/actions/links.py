"""The way in without an account: a link by any channel, a code to the registered address or a PIN of his own."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kentongan.ground.approval import queries, rules
from kentongan.ground.approval.choices import Way
from kentongan.ground.approval.events import CodeSent, LinkLocked, ReviewLinkMade
from kentongan.ground.approval.models import Request, ReviewLink, Step
from kentongan.ground.directory.actions import choose_pin
from kentongan.ground.directory.models import Person
from kentongan.ground.mailroom.actions import post
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.rules.codes import fresh_code, fresh_token, hashed


@transaction.atomic
def make_review_link(
    *, request: Request, step: Step, person: Person, by: Actor, now: datetime
) -> tuple[ReviewLink, str]:
    """A link for one person and one step: (row, token). The token is told once and kept only as a hash.

    A new link for the same person closes the older one. Who makes it may pass it on by any channel; the code goes
    to the registered address alone, so a link in wrong hands shows nothing.

    Raises:
        Refusal: it isn't this person's to decide, he wrote it, the way to him was opened by a writer of the text, or no
            address and no PIN of his is registered.
    """
    if by.account_id is None:
        raise Refusal(_("Only a person can make a review link."))
    if why := queries.why_not(request, person=person, step=step, by_link=True, now=now):
        raise Refusal(why)
    if not person.email and not person.pin:
        raise Refusal(
            _("No e-mail address is registered for %(name)s, so no code can reach him.") % {"name": person.full_name},
            then=_("Enter it in the directory first."),
        )
    if person.email and queries.is_writers_own(person.email, request.barred):
        raise Refusal(
            _("The address registered for %(name)s is a writer's own; the code would reach the wrong eyes.")
            % {"name": person.full_name}
        )
    request.links.filter(person=person, step=step, closed_at__isnull=True).update(closed_at=now, code_hash="")
    token = fresh_token()
    link = ReviewLink.objects.create(
        request=request,
        step=step,
        person=person,
        token_hash=hashed(token, salt="review"),
        made_at=now,
        made_by_id=by.account_id,
        expires_at=now + rules.LINK_HOLDS,
    )
    announce(ReviewLinkMade(request_id=request.pk, link_id=link.pk, person_id=person.pk), by=by, now=now)
    return link, token


@transaction.atomic
def send_code(*, link: ReviewLink, by: Actor, now: datetime) -> str:
    """Send a fresh code to the person's registered address; the masked address. The older code no longer holds.

    Raises:
        Refusal: the link is closed, no address is registered, the last code is younger than a minute.
    """
    link = ReviewLink.objects.select_for_update(of=("self",)).select_related("request__unit", "person").get(pk=link.pk)
    if why := queries.why_closed(link, now=now):
        raise Refusal(why)
    if not link.person.email:
        raise Refusal(_("No e-mail address of yours is registered. Use your PIN, or ask the office."))
    if link.code_sent_at and now < link.code_sent_at + rules.CODE_AGAIN_AFTER:
        raise Refusal(_("A code was sent less than a minute ago. Look into your mailbox first."))
    if link.codes_sent >= rules.CODES_PER_LINK:
        raise Refusal(_("No more codes are sent for this link. Ask the office for a new one."))
    code = fresh_code()
    link.code_hash, link.code_sent_at = make_password(code), now
    link.codes_sent += 1
    link.save(update_fields=["code_hash", "code_sent_at", "codes_sent"])
    words = {"code": code, "minutes": int(rules.CODE_HOLDS.total_seconds() // 60)}
    post(
        unit=link.request.unit,
        kind="code",
        subject=_("Your code for the text that waits for your approval"),
        text=_(
            "Your code: %(code)s\n\nIt holds for %(minutes)s minutes and only on the page of the link that you "
            "received. Give it to nobody, not to the office either. If you asked for none, do nothing."
        )
        % words,
        recipients=[(link.person.email, link.person.full_name)],
        by=by,
        now=now,
    )
    announce(CodeSent(link_id=link.pk), by=by, now=now)
    return rules.masked(link.person.email)


def check_code(*, link: ReviewLink, code_or_pin: str, by: Actor, now: datetime) -> str:
    """Try a code or a PIN; the secret that lets this browser in for two hours, kept only as a hash.

    The trial is counted and committed before anything is compared, so neither a refusal nor two at once give one
    away for nothing. Don't call this inside a transaction that you may roll back.

    Raises:
        Refusal: wrong, run out, or too often.
    """
    _count_trial(link=link, now=now)
    return _let_in(link=link, given="".join(code_or_pin.split()), by=by, now=now)


@transaction.atomic
def _count_trial(*, link: ReviewLink, now: datetime) -> None:
    link = (
        ReviewLink.objects.select_for_update(of=("self",))
        .select_related("request__path", "person__account", "step")
        .get(pk=link.pk)
    )
    if why := queries.why_closed(link, now=now):
        raise Refusal(why)
    if queries.trials_today(link.person, now=now) >= rules.TRIALS_A_DAY:
        raise Refusal(_("Too many codes were tried in your name today. Ask the office, or try again tomorrow."))
    ReviewLink.objects.filter(pk=link.pk).update(attempts=F("attempts") + 1)


def _let_in(*, link: ReviewLink, given: str, by: Actor, now: datetime) -> str:
    link = ReviewLink.objects.select_related("person").get(pk=link.pk)
    fresh = link.code_sent_at is not None and now < link.code_sent_at + rules.CODE_HOLDS
    way = ""
    if given and fresh and link.code_hash and check_password(given, link.code_hash):
        way = Way.CODE
    elif given and link.person.pin and check_password(given, link.person.pin):
        way = Way.PIN
    if way:
        secret = fresh_token()
        ReviewLink.objects.filter(pk=link.pk).update(
            pass_hash=hashed(secret, salt="pass"), proved_at=now, proved_by=way, code_hash="", attempts=0
        )
        return secret
    left = rules.TRIALS - link.attempts
    if left <= 0:
        _lock(link=link, by=by, now=now)
        raise Refusal(
            _("The code was wrong too often; this link is locked.") + " " + _("Ask the office for a new link.")
        )
    if link.code_hash and not fresh and given:
        raise Refusal(_("This code has run out. Have a new one sent."))
    raise Refusal(_("The code isn't right. Trials left: %(left)s.") % {"left": left})


@transaction.atomic
def _lock(*, link: ReviewLink, by: Actor, now: datetime) -> None:
    ReviewLink.objects.filter(pk=link.pk).update(closed_at=now, code_hash="", pass_hash="")
    announce(LinkLocked(link_id=link.pk), by=by, now=now)


@transaction.atomic
def choose_pin_by_link(*, link: ReviewLink, pin: str, by: Actor, now: datetime) -> None:
    """Choose the PIN for the next links: past a code that was sent to him on this one; a PIN doesn't change the PIN.

    Raises:
        Refusal: no right code on this link a while ago, or a PIN that is guessed first.
    """
    link = ReviewLink.objects.select_related("request__path", "person__account", "step").get(pk=link.pk)
    proved = link.proved_by == Way.CODE and link.proved_at is not None and now < link.proved_at + rules.PASS_HOLDS
    if why := queries.why_closed(link, now=now):
        raise Refusal(why)
    choose_pin(person=link.person, pin=pin, proved=proved, by=by, now=now)
