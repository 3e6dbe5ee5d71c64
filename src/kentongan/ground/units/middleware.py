"""Who is asking and when: sets `request.now`, `.actor`, `.reader`, `.roles`, the language and the zone."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation

from kentongan.ground.record.actions import note_access
from kentongan.ground.record.rules import Actor, Reader
from kentongan.ground.units import queries


class ActorMiddleware:
    """The clock is read once per request and the actor is known to every screen; the office asks for a login."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request."""
        request.now = timezone.now()
        request.looks = []
        account = request.user if request.user.is_authenticated else None
        office = request.path.startswith(settings.OFFICE_PREFIX)
        if office and account is None:
            return HttpResponseRedirect(f"{settings.LOGIN_URL}?next={quote(request.get_full_path())}")
        request.actor = Actor.person(account.pk) if account else Actor.public()
        request.reader = queries.reader_of(account, now=request.now) if account else Reader()
        request.roles = queries.roles_of(account, on=request.now.date()) if account else set()
        language = account.language if account else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "id")
        language = language if language in dict(settings.LANGUAGES) else "id"
        with translation.override(language), timezone.override(queries.zone()):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            # Streams are rendered after we return; pages are rendered here, inside the language.
            if hasattr(response, "render") and not getattr(response, "is_rendered", True):
                response.render()
        response.headers.setdefault("Content-Language", language)
        if office:
            response.headers.setdefault("Cache-Control", "no-store")
        if request.looks:
            note_access(request.looks, by=request.actor, now=request.now)
        return response
