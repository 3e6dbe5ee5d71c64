"""Search over what is open: releases, matters, agencies, the public agenda."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kentongan.faces.counter import queries
from kentongan.faces.counter.counter.limits import too_many
from kentongan.faces.counter.counter.pages import page
from kentongan.faces.counter.rules.finding import LONGEST

PER_MINUTE = 60


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What was found, by the roots of the words."""
    typed = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    if typed and (refused := too_many(request, "search", per_minute=PER_MINUTE)):
        return refused

    def context() -> dict[str, Any]:
        found = queries.search(typed, now=request.now) if typed else None  # type: ignore[attr-defined]
        return {"here": "search", "title": _("Search"), "typed": typed, "found": found}

    return page(request, "counter/search.html", context)
