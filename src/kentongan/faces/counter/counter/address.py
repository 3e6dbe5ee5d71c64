"""A person confirms from his old address that he is reached elsewhere from now on."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from kentongan.faces.counter.counter.limits import too_many
from kentongan.ground.approval import actions, queries
from kentongan.ground.ui.rules.refusal import Refusal

PER_MINUTE = 20


@csrf_protect
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks and changes nothing, for scanners open every link; POST confirms."""
    if refused := too_many(request, "address", per_minute=PER_MINUTE):
        return refused
    entry = queries.entry_of(token)
    if entry is None:
        raise Http404
    words: dict[str, object] = {
        "said": queries.said_of_all(queries.openings_in(entry)),
        "addresses": queries.addresses_in(entry),
    }
    status = 200
    if request.method == "POST":
        try:
            actions.confirm_by_address(token=token, by=request.actor, now=request.now)  # type: ignore[attr-defined]
        except Refusal as refusal:
            words["refusal"], status = refusal, 409
        else:
            words["done"] = True
    response = render(request, "counter/address.html", words, status=status)
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
