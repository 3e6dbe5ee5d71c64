"""Is this from you? A code, a number, a link or a whole text, answered and forgotten."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kentongan.desks.newsroom.queries import line_path, public_path
from kentongan.faces.counter import queries
from kentongan.faces.counter.counter.limits import too_many
from kentongan.faces.counter.counter.pages import page
from kentongan.faces.counter.rules.asked import MOST_LETTERS
from kentongan.ground.units.queries import institution

# A newsroom checks a handful; a machine that tries codes gets nowhere (40 bits).
PER_MINUTE = 30


# Nothing is written, so a form on any page may ask; a token would only make the page a reader's own.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """The question, and under it the answer where something was asked."""
    typed = (request.POST.get("teks") or request.GET.get("teks") or "").replace("\x00", "")
    if typed.strip() and (refused := too_many(request, "verify", per_minute=PER_MINUTE)):
        return refused

    def context() -> dict[str, Any]:
        title = _("Is this letter or release really from us?")
        given: dict[str, Any] = {"here": "verify", "title": title, "domain": institution().domain}
        if len(typed) > MOST_LETTERS:
            return given | {"too_long": True}
        if not typed.strip():
            return given | {"asked_for_nothing": request.method == "POST"}
        answer = queries.check(typed, now=request.now)  # type: ignore[attr-defined]
        paths = {"path": line_path(answer.newest), "newest_path": public_path(answer.newest)} if answer.newest else {}
        return given | {"typed": typed, "answer": answer} | paths

    return page(request, "counter/verify.html", context)
