"""The one WSGI callable: printed pages from memory, everything else from Django behind permits."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kentongan.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kentongan.ground.press.switch import Switch

# What computes. Everything else is printed; an address that is neither is the printed 404 page.
DYNAMIC = (
    "/kantor", "/masuk", "/healthz", "/verifikasi", "/cari", "/tinjau", "/alamat", "/berhenti", "/kalender", "/bahasa",
)  # fmt: skip

application = Switch(settings.SITE, get_wsgi_application(), dynamic=DYNAMIC)
