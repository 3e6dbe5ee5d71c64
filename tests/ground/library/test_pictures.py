"""What leaves carries no position and its credit; what isn't a photograph is told so."""

import io
from zoneinfo import ZoneInfo

import pytest
from PIL import ExifTags, Image

from kentongan.ground.library.rules import papers, pictures

WIB = ZoneInfo("Asia/Jakarta")


def photograph(width=2000, height=1500, *, position=True, orientation=1, format_="JPEG") -> bytes:
    """A made picture with what a phone writes into it."""
    image = Image.effect_mandelbrot((width, height), (-2, -1.5, 1, 1.5), 20).convert("RGB")
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Telepon"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:11:24 08:15:00"
    if position:
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "S", (5.0, 23.0, 12.0)
        gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (105.0, 15.0, 3.0)
    out = io.BytesIO()
    image.save(out, format_, exif=exif.tobytes(), quality=80)
    return out.getvalue()


def test_the_fixture_does_hold_a_position_that_could_leak():
    assert pictures.position_in(photograph()) is True


def test_every_copy_is_without_position_and_with_its_credit():
    made = list(pictures.copies(photograph(), credit="Galih Prasetya/Prokopim", caption="Pendopo"))
    assert [(c.width, c.format) for c in made] == [
        (480, "jpeg"), (480, "webp"), (480, "avif"), (960, "jpeg"), (960, "webp"), (960, "avif"), (1600, "jpeg"), (1600, "webp"),
    ]  # fmt: skip
    assert [pictures.position_in(c.content) for c in made] == [False] * 8
    assert {pictures.credit_in(c.content) for c in made} == {"Galih Prasetya/Prokopim"}
    assert [b"Telepon" in c.content for c in made] == [False] * 8


def test_the_same_original_gives_the_same_bytes():
    original = photograph(600, 400)
    assert [c.content for c in pictures.copies(original, credit="x")] == [
        c.content for c in pictures.copies(original, credit="x")
    ]


def test_a_picture_on_its_side_is_turned_and_measured_as_it_is_shown():
    on_its_side = photograph(800, 600, orientation=6)
    look = pictures.look_into(on_its_side, zone=WIB)
    assert (look.width, look.height, look.had_position) == (600, 800, True)
    assert look.taken_at.isoformat() == "2026-11-24T08:15:00+07:00"
    first = next(pictures.copies(on_its_side, credit="x"))
    assert first.height > first.width


def test_a_phones_heic_is_read():
    import pillow_heif

    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (640, 480), "teal")).save(out)
    assert pictures.look_into(out.getvalue(), zone=WIB).mime == "image/heic"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff broken",
        photograph(300, 200)[:900],
        b"MZ\x90" * 50,
    ],
)
def test_what_is_no_photograph_is_refused_in_words(content):
    with pytest.raises(pictures.NotAPhotograph):
        pictures.look_into(content, zone=WIB)


def test_a_bomb_of_pixels_is_refused_before_it_is_unpacked():
    import struct
    import zlib

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", b"")
        + chunk(b"IEND", b"")
    )
    with pytest.raises(pictures.NotAPhotograph):
        pictures.look_into(bomb, zone=WIB)


@pytest.mark.parametrize(
    ("content", "name", "mime"),
    [
        (b"%PDF-1.7 ...", "surat.exe", "application/pdf"),
        (b"PK\x03\x04...", "daftar.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"nama,jabatan\nAdi,Kabid\n", "daftar.csv", "text/csv"),
    ],
)
def test_a_paper_is_told_by_its_bytes(content, name, mime):
    assert papers.sniff(content, name) == mime


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "x.pdf"),
        (b"MZ\x90", "surat.pdf"),
        (b"PK\x03\x04", "alat.jar"),
        (b"<script>", "halaman.html"),
        (b"a\0b", "x.txt"),
    ],
)
def test_what_is_no_paper_is_refused(content, name):
    with pytest.raises(papers.NotAPaper):
        papers.sniff(content, name)
