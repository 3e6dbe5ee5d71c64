"""From the queue to a listener, once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from kentongan.ground.record import registry
from kentongan.ground.record.models import Hearing

# Three minutes in all: a listener that still fails then has a fault that a person must see.
RETRY_AFTER = (timedelta(seconds=2), timedelta(seconds=15), timedelta(minutes=3))


@task()
def hear(entry_id: int, listener: str) -> None:
    """Call one listener for one entry; a second call does nothing, a failure is tried again and then shown."""
    now = timezone.now()
    try:
        with transaction.atomic():
            hearing = (
                Hearing.objects.select_for_update(of=("self",))
                .select_related("entry")
                .get(entry_id=entry_id, listener=listener)
            )
            if hearing.state == Hearing.HEARD:
                return
            registry.BY_NAME[listener](hearing.entry, now=now)
            hearing.state, hearing.heard_at, hearing.error = Hearing.HEARD, now, ""
            hearing.attempts += 1
            hearing.save()
    except Exception as error:
        with transaction.atomic():
            hearing = Hearing.objects.select_for_update().get(entry_id=entry_id, listener=listener)
            hearing.attempts += 1
            # The class alone: a message may quote a name or an address.
            hearing.error = type(error).__name__
            again = hearing.attempts <= len(RETRY_AFTER)
            hearing.state = Hearing.WAITING if again else Hearing.FAILED
            hearing.save()
            if again:
                later(entry_id, listener, at=now + RETRY_AFTER[hearing.attempts - 1])
        raise


def carry(entry_id: int, listener: str) -> None:
    """One queue row, in the caller's transaction."""
    hear.enqueue(entry_id, listener)


def later(entry_id: int, listener: str, *, at) -> None:
    """The same at a moment."""
    hear.using(run_after=at).enqueue(entry_id, listener)
