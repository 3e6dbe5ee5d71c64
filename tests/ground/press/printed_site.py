"""A small site for Granian: a printed folder and a real Django of four views, as `PRINT_ROOT` and `MARKS` say."""

import os
import time
import uuid
from pathlib import Path

from django.conf import settings

MARKS = Path(os.environ["MARKS"])

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="for the tests",
    ALLOWED_HOSTS=["*"],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
)

from django.core.wsgi import get_wsgi_application  # noqa: E402 - settings come first
from django.http import FileResponse, HttpResponse, StreamingHttpResponse  # noqa: E402
from django.urls import path  # noqa: E402

from kentongan.ground.press.switch import Switch  # noqa: E402


def hang(request):
    """Leaves a mark that it is in here, and stays until the file `release` appears, as with a hanging database."""
    (MARKS / f"inside-{uuid.uuid4()}").touch()
    while not (MARKS / "release").exists():
        time.sleep(0.01)
    return HttpResponse("selesai")


def echo(request):
    return HttpResponse(f"{request.method} {request.path} {request.GET.urlencode()} {request.body.decode()}")


def download(request):
    return FileResponse((MARKS / "besar.bin").open("rb"), filename="besar.bin")


def lines(request):
    return StreamingHttpResponse(f"{n}\n" for n in range(1000))


def fail(request):
    raise RuntimeError("on purpose")


urlpatterns = [
    path("tunggu/", hang),
    path("cari/", echo),
    path("unduh/", download),
    path("baris/", lines),
    path("galat/", fail),
]

application = Switch(
    os.environ["PRINT_ROOT"],
    get_wsgi_application(),
    dynamic=("/tunggu", "/cari/", "/unduh/", "/baris/", "/galat/"),
    slots=3,
    waiting=1,
    streams=2,
)
