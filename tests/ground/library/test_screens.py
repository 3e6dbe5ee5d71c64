"""Fifty photographs from a phone; a private file has no address but a screen that asks."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kentongan.ground.library import actions, queries
from kentongan.ground.library.models import Album, Document, Photograph
from kentongan.ground.ui.rules.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _library(settings, tmp_path):
    settings.LIBRARY = tmp_path / "library"


def upload(name="IMG_1.jpg", colour="teal"):
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def album(house, now, level="internal") -> Album:
    return actions.make_album(
        unit=house.prokopim, level=level, title="Pelatihan", taken_on=None, by=house.actor("writer"), now=now
    )


def take_in(client, house, album_, files):
    client.force_login(house.account("writer"))
    return client.post(
        reverse("library:take-in", args=[album_.pk]),
        {"photographs": files, "photographer": "Galih", "credit": "Galih/Prokopim"},
        follow=True,
    )


def test_many_photographs_come_in_at_once_and_the_one_that_is_none_is_named(client, house, now):
    files = [upload(f"IMG_{n}.jpg", f"#{n * 20:02x}4060") for n in range(12)] + [
        SimpleUploadedFile("catatan.jpg", b"bukan foto")
    ]
    answer = take_in(client, house, album(house, now), files)
    assert Photograph.objects.count() == 12
    assert "catatan.jpg" in answer.content.decode()


def test_the_same_photograph_taken_in_twice_is_one(client, house, now):
    album_ = album(house, now)
    take_in(client, house, album_, [upload()])
    take_in(client, house, album_, [upload("salinan.jpg")])
    assert Photograph.objects.count() == 1


def test_a_restricted_photograph_is_404_for_another_unit_in_every_form(client, house, now):
    album_ = album(house, now, level="restricted")
    take_in(client, house, album_, [upload()])
    photo = Photograph.objects.get()
    small = reverse("library:small", args=[photo.pk, 480])
    assert client.get(small).status_code == 200
    client.force_login(house.account("writer", "KOMINFO"))
    addresses = [small, reverse("library:album", args=[album_.pk]), reverse("library:photograph", args=[photo.pk]),
                 reverse("library:take-in", args=[album_.pk]), reverse("library:appearance", args=[photo.pk])]  # fmt: skip
    assert [client.get(address).status_code for address in addresses] == [404] * 5
    assert [client.post(address, {}).status_code for address in addresses[1:]] == [404] * 4
    client.logout()
    assert client.get(small).status_code == 302


def test_a_document_is_always_a_download(client, house):
    client.force_login(house.account("writer"))
    client.post(
        reverse("library:document-new"),
        {"file": SimpleUploadedFile("surat <b>.pdf", b"%PDF-1.7"), "level": "internal", "unit": house.prokopim.pk},
    )
    answer = client.get(reverse("library:document", args=[Document.objects.get().pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content == b"%PDF-1.7"


@pytest.mark.both
def test_what_stands_against_publishing_is_said(house, now, client):
    album_ = album(house, now)
    take_in(client, house, album_, [upload()])
    photo, by = Photograph.objects.get(), house.actor("writer")
    assert queries.why_not_public(photo) == ""
    with pytest.raises(Refusal):
        actions.note_appearance(
            photograph=photo, person=None, described="Anak", minor=True, consent="official", by=by, now=now
        )
    actions.note_appearance(
        photograph=photo, person=None, described="Anak", minor=True, consent="unknown", by=by, now=now
    )
    assert queries.why_not_public(photo) == "minor"
    actions.note_appearance(
        photograph=photo, person=None, described="Anak", minor=True, consent="given", by=by, now=now
    )
    assert queries.why_not_public(photo) == ""
