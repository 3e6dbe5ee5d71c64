"""Receive no more mail: one click from the mail program (RFC 8058), or a page with one button."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kentongan.faces.counter.counter.limits import too_many
from kentongan.ground.mailroom import actions, queries

PER_MINUTE = 60


# RFC 8058 3.2: the mail program posts without cookies or a page before; the token itself is the proof.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks and changes nothing, for scanners open every link; POST does it. The address is shown to nobody."""
    if refused := too_many(request, "unsubscribe", per_minute=PER_MINUTE):
        return refused
    row = queries.by_token(token)
    if row is None:
        raise Http404
    done = request.method == "POST"
    if done:
        actions.unsubscribe(token=token, by=request.actor, now=request.now)  # type: ignore[attr-defined]
    response = render(request, "counter/unsubscribe.html", {"done": done, "unit": row.message.unit})
    response["Referrer-Policy"] = "same-origin"
    return response
