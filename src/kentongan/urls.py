"""Every address: the office, its door, the counter. The public pages themselves are printed, not routed."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.urls import include, path

# Each room that has an `urls.py` is found by itself: desks and ground under the office, faces where they say.
rooms = [config for config in apps.get_app_configs() if config.name.startswith("kentongan.")]
urlpatterns = [path("masuk/", include("allauth.urls"))]
for room in rooms:
    if find_spec(f"{room.name}.urls"):
        module = import_module(f"{room.name}.urls")
        prefix = "" if ".faces." in room.name else f"kantor/{getattr(module, 'prefix', room.label)}/"
        urlpatterns.append(path(prefix, include(f"{room.name}.urls")))
