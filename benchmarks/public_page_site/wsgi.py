"""Two WSGI applications for Granian: `printed` (our switch over the printed page) and `rendered` (Django's view).

The view is made as a good Django project would make it: an indexed row, related rows in one query each, cached
templates, a kept connection, no session, no middleware but what sets headers.
"""

import os
from pathlib import Path

from django.conf import settings

HERE, FOLDER = Path(__file__).resolve().parent, Path(os.environ["PUBLIC_PAGE_FOLDER"])

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="only for a benchmark on loopback",
    ALLOWED_HOSTS=["127.0.0.1"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    LANGUAGE_CODE="id",
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": FOLDER / "articles.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL;"},
        }
    },
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE / "templates"]}],
)

import django  # noqa: E402 - settings come first

django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import models  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import get_object_or_404, render  # noqa: E402
from django.urls import path  # noqa: E402

from kentongan.ground.press.switch import Switch  # noqa: E402

PAGE = "siaran/1204/"


class Article(models.Model):
    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=200)
    lead = models.TextField()
    body = models.JSONField(default=list)
    opened_at = models.DateTimeField(db_index=True)
    topic = models.CharField(max_length=40)

    class Meta:
        app_label = "public_page_site"


def release(request: HttpRequest, number: int) -> HttpResponse:
    article = get_object_or_404(Article, number=number)
    newest = Article.objects.only("number", "title", "opened_at").order_by("-opened_at")[:8]
    related = Article.objects.only("number", "title").filter(topic=article.topic).exclude(pk=article.pk)[:4]
    return render(request, "release.html", {"article": article, "newest": newest, "related": related, "menu": MENU})


MENU = [(f"Bagian {n}", [(f"Halaman {n}.{m}", f"/bagian/{n}/{m}/") for m in range(1, 8)]) for n in range(1, 8)]
urlpatterns = [path("siaran/<int:number>/", release)]

rendered = get_wsgi_application()
printed = Switch(FOLDER / "site", rendered, dynamic=["/kantor"])
