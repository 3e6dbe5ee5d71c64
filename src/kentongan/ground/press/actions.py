"""Want a print, make it, go back."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kentongan.ground.press import queries, registry
from kentongan.ground.press.events import SitePrinted, SiteRolledBack
from kentongan.ground.press.models import Change, Press, Print
from kentongan.ground.press.store import NotKept
from kentongan.ground.record.actions import announce
from kentongan.ground.record.rules import Actor
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.queries import one_institution


@transaction.atomic
def want_print(*, reason: str, things: Iterable[tuple[str, int]] | None = None, by: Actor, now: datetime) -> int:
    """Note in the caller's transaction that these things (kind, id) must be printed; None: everything.

    Returns the generation that will show them. Only rows are written; `print_wanted` does the work after the commit.
    The press's row stays locked until then, so that whoever reads `wanted` sees every change up to it.
    """
    Press.objects.get_or_create(only=True)
    Press.objects.update(wanted=F("wanted") + 1)
    generation = Press.objects.get().wanted
    Change.objects.bulk_create(
        [
            Change(
                generation=generation,
                kind=kind,
                thing_id=thing_id,
                reason=reason[:80],
                wanted_at=now,
                caused_by=by.caused_by,
            )
            for kind, thing_id in ([("", None)] if things is None else things)
        ]
    )
    return generation


def print_wanted(*, by: Actor, now: datetime, anew: bool = False) -> Press:
    """Make the folder show what the database wants; does nothing where it does. With `anew` all of it is made again.

    Safe to call at any time, by anyone, after any death: what a killed print left is finished or made again, and a
    folder that isn't the database's (restored, copied, edited) or that another program printed (an upgrade) is
    printed whole. Never call it inside a transaction: it renders and writes files, for a minute when the site is
    large. Pages are made as of `now`.

    Raises whatever a printable raises; then readers see the print from before, and the wish stands.
    """
    store, started = queries.store(), time.monotonic()
    with store.writing():  # around the rendering too, or of two prints one would lose the other's pages
        _adopt_what_is_shown(store.head(), by=by, now=now)
        press = queries.press()
        astray = store.head() is None or store.head() != press.root
        upgraded = queries.is_of_another_program()
        if not (anew or astray or upgraded or press.printed < press.wanted):
            return press
        whole = anew or astray or upgraded or not queries.is_by_this_program(store.head())
        work = _Work.for_press(press, as_of=now, whole=whole)
        unfinished, _created = Print.objects.update_or_create(
            finished_at=None,
            defaults={
                "generation": press.wanted,
                "root": "",
                "program": queries.program(),
                "as_of": now,
                "started_at": now,
                "reason": work.reason,
                "whole": work.whole,
                "files": 0,
            },
        )
        with one_institution():
            root = store.weave(work.pages(), whole=work.whole)
        # Written before the flip: whoever comes after a kill knows by it whose print is shown.
        unfinished.root, unfinished.files = root, work.files
        unfinished.save(update_fields=["root", "files"])
        store.flip(root)
        return _finish(unfinished, by=by, now=now + timedelta(seconds=time.monotonic() - started))


def roll_back(*, to: Print, by: Actor, now: datetime) -> Press:
    """Show an earlier print again, for a print that came out wrong; the next wish is printed on top of it.

    Raises:
        Refusal: the print is no longer kept.
    """
    store = queries.store()
    with store.writing():
        before = store.head() or ""
        try:
            store.flip(to.root)
        except NotKept as error:
            raise Refusal(
                _("The print of %(at)s is no longer kept.") % {"at": f"{to.as_of:%Y-%m-%d %H:%M}"},
                then=_("Print the whole site anew instead."),
            ) from error
        with transaction.atomic():
            Press.objects.update(root=to.root, printed_at=now)
            announce(SiteRolledBack(root=to.root, before=before), by=by, now=now)
    return queries.press()


def sweep(*, by: Actor, now: datetime) -> int:
    """Throw away folders of prints that nobody will go back to; returns how many."""
    return queries.store().gc(now=now)


def forget_earlier_prints(*, by: Actor, now: datetime) -> int:
    """Leave only what is shown: after a retraction nothing of the retracted may stay, and no way leads back to it."""
    return queries.store().gc(now=now, keep=0, kept_for=None)


@dataclass
class _Work:
    """What one print has to make."""

    whole: bool
    reason: str
    things: list[tuple[str, int]]
    as_of: datetime
    files: int = field(default=0, init=False)

    @classmethod
    def for_press(cls, press: Press, *, as_of: datetime, whole: bool) -> "_Work":
        changes = list(Change.objects.filter(generation__lte=press.wanted))
        things = list(dict.fromkeys((change.kind, change.thing_id or 0) for change in changes))
        return cls(
            # What nobody can print singly is printed with everything: slow, never wrong.
            whole=whole or not all(registry.hears_of(kind) for kind, _id in things),
            reason=changes[-1].reason if changes else "reconciled",
            things=things,
            as_of=as_of,
        )

    def pages(self) -> Iterator[tuple[str, bytes | None]]:
        """Every page of it, counted while they pass by."""
        if self.whole:
            yield from self._counted(registry.everything(self.as_of))
            return
        for kind, thing_id in self.things:
            yield from self._counted(registry.pages_for(kind, thing_id, self.as_of))

    def _counted(self, pages: Iterable[tuple[str, bytes | None]]) -> Iterator[tuple[str, bytes | None]]:
        for page in pages:
            self.files += 1
            yield page


def _adopt_what_is_shown(head: str | None, *, by: Actor, now: datetime) -> None:
    """A print that was shown but not written down before its writer died is written down now."""
    shown = Print.objects.filter(finished_at=None, root=head or "-").first()
    if shown is not None and shown.root != queries.press().root:
        _finish(shown, by=by, now=now)


@transaction.atomic
def _finish(shown: Print, *, by: Actor, now: datetime) -> Press:
    """Write down that readers see this print, and drop the wishes that it fulfils."""
    shown.finished_at = now
    shown.save(update_fields=["finished_at"])
    Press.objects.get_or_create(only=True)
    fulfilled = {"printed": shown.generation, "root": shown.root, "printed_at": now, "program": shown.program}
    Press.objects.update(**fulfilled | ({"whole_at": shown.as_of} if shown.whole else {}))
    Change.objects.filter(generation__lte=shown.generation).delete()
    announce(SitePrinted(generation=shown.generation, root=shown.root), by=by, now=now)
    return Press.objects.get()
