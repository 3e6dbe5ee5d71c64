"""Every address: the office, its door, the counter. The public pages themselves are printed, not routed."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.http import Http404
from django.urls import URLPattern, URLResolver, include, path, re_path


def closed(request, **named):
    """Not there: an account's address is its name at the door and its way back in, and is nobody's to change alone."""
    raise Http404


# Each room that has an `urls.py` is found by itself: desks and ground under the office, faces where they say.
rooms = [config for config in apps.get_app_configs() if config.name.startswith("kentongan.")]
# Addresses of an account are given when it is opened, with an entry in the diary; the sign-in's own pages leave none.
door: list[URLPattern | URLResolver] = [
    re_path(r"^(?:email|confirm-email)/", closed),
    path("", include("allauth.urls")),
]
urlpatterns = [path("masuk/", include(door))]
for room in rooms:
    if find_spec(f"{room.name}.urls"):
        module = import_module(f"{room.name}.urls")
        prefix = "" if ".faces." in room.name else f"kantor/{getattr(module, 'prefix', room.label)}/"
        urlpatterns.append(path(prefix, include(f"{room.name}.urls")))
