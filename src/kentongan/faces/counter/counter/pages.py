"""The public shell around what the counter answers: no reader's name, no token, in the language of the page before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from kentongan.ground.ui.registry import Link
from kentongan.ground.units.queries import public_site


def page(
    request: HttpRequest, template: str, context: Callable[[], dict[str, Any]], *, status: int = 200
) -> HttpResponse:
    """A page as the printed ones look; `context` is asked in its language."""
    asked = request.POST.get("bahasa") or request.GET.get("bahasa") or "id"
    language = asked if asked in dict(settings.LANGUAGES) else "id"
    other = "en" if language == "id" else "id"
    with translation.override(language):
        given = {
            "site": public_site(language=language),
            "language": language,
            "root": "/" if language == "id" else f"/{language}/",
            "alternate": Link(
                {"id": "Bahasa Indonesia", "en": "English"}[other], f"{request.path}?bahasa={other}", lang=other
            ),
            **context(),
        }
        response = HttpResponse(render_to_string(template, given), status=status)
    response["Content-Language"] = language
    response["Cache-Control"] = "private, no-store"
    return response
