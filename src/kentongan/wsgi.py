"""The one WSGI callable: printed pages from memory, everything else from Django behind a semaphore."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kentongan.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
