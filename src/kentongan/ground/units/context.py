"""What every page's shell says of the house."""

from django.http import HttpRequest

from kentongan.ground.units.models import Institution


def house(request: HttpRequest) -> dict:
    """`institution`, read at most once per request and only where a template asks."""
    return {"institution": _Once(request)}


class _Once:
    """Looks the institution up when a template first touches it; the row is kept on the request."""

    def __init__(self, request: HttpRequest):
        self._request = request

    def __getattr__(self, name: str):
        if not hasattr(self._request, "institution"):
            self._request.institution = Institution.objects.first() or Institution(name="Kentongan", short="Kentongan")
        return getattr(self._request.institution, name)

    def __str__(self) -> str:
        return self.name
