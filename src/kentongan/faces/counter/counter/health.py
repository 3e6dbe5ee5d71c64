"""Whether the house is alive."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse

from kentongan.ground.clock import queries as clock
from kentongan.ground.record import queries as record


def health(request: HttpRequest) -> JsonResponse:
    """200 where database, clockhand and worker are alive and nothing gave up; 503 with the reasons where not."""
    try:
        troubles = [f"{name} shows no sign of life" for name in clock.dead_processes(now=request.now)]
        troubles += [f"{tick.name} fails" for tick in clock.failing_ticks()]
        if unheard := record.unheard():
            troubles.append(f"{unheard} listeners gave up")
    except DatabaseError:
        troubles = ["the database doesn't answer"]
    return JsonResponse({"ok": not troubles, "troubles": troubles}, status=503 if troubles else 200)
