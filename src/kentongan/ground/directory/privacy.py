"""What a person may ask of us about himself: a copy of everything we keep here, and to be forgotten (UU 27/2022)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from kentongan.ground.directory import actions
from kentongan.ground.directory.models import Journalist, Person
from kentongan.ground.record.models import AccessLog, Entry
from kentongan.ground.record.rules import Actor


def export_of(thing: Person | Journalist) -> dict[str, Any]:
    """Everything this room keeps about him, with what happened to it and when it was looked at (articles 6 and 7).

    Plain values, ready for JSON; a PIN is told only as chosen or not, for nobody can read it.
    """
    about = _journalist(thing) if isinstance(thing, Journalist) else _person(thing)
    name = "journalist_id" if isinstance(thing, Journalist) else "person_id"
    happened = Entry.objects.filter(event__in=EVENTS, **{f"data__{name}": thing.pk}).order_by("pk")
    looks = AccessLog.objects.filter(kind=thing._meta.label_lower, thing_id=thing.pk).order_by("at")
    return {
        "about": about,
        "happened": [{"at": _moment(entry.at), "what": entry.event} for entry in happened],
        "looked_at": [_moment(at) for at in looks.values_list("at", flat=True)],
    }


def erase(journalist: Journalist, *, by: Actor, now: datetime) -> None:
    """Forget a journalist who asks for it (article 8); what other rooms keep of him follows by the event."""
    actions.erase_journalist(journalist=journalist, by=by, now=now)


EVENTS = ("PersonShaped", "ReachChanged", "PostHandedOver", "JournalistShaped", "ConsentGiven", "ConsentWithdrawn")


def _journalist(journalist: Journalist) -> dict[str, Any]:
    return {
        "name": journalist.name,
        "outlet": journalist.outlet.name if journalist.outlet else "",
        "email": journalist.email,
        "phone": journalist.phone,
        "beats": sorted(journalist.beats.values_list("name", flat=True)),
        "consent_on": journalist.consent_on.isoformat() if journalist.consent_on else None,
        "consent_how": journalist.consent_how,
        "note": journalist.note,
        "kept_by": journalist.unit.name,
        "active": journalist.active,
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.full_name,
        "second_mention": person.second_mention,
        "email": person.email,
        "phone": person.phone,
        "account": person.account.email if person.account else "",
        "pin": "chosen" if person.pin else "not chosen",
        "biography": person.biography,
        "active": person.active,
        "tenures": [
            {
                "title": tenure.title,
                "from": tenure.from_on.isoformat(),
                "until": tenure.until_on.isoformat() if tenure.until_on else None,
                "decree": tenure.decree,
            }
            for tenure in person.tenures.select_related("post")
        ],
    }


def _moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
