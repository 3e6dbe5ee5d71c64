"""Photographs as bytes: looked into, bounded, and turned into copies that may leave."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pillow_heif
from PIL import ExifTags, Image, ImageFile, ImageOps, IptcImagePlugin, UnidentifiedImageError

pillow_heif.register_heif_opener()
Image.init()  # else a format that nobody opened yet is unknown by its name

# A phone's largest photograph today is 200 megapixels and 80 MB; more is a mistake or an attack.
MOST_BYTES = 80 << 20
MOST_PIXELS = 220_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "HEIF": "image/heic", "AVIF": "image/avif",
         "TIFF": "image/tiff", "MPO": "image/jpeg"}  # fmt: skip

# A phone's MPO (two pictures in one JPEG) is opened by the JPEG reader.
READ = [name for name in MIMES if name != "MPO"]

# A phone shows 480, a laptop 960; newsrooms take 1600 for the web. AVIF saves a third of WebP on photographs, but
# costs ten times its work: only for the two sizes that pages load.
WIDTHS = (480, 960, 1600)
FORMATS = {"jpeg": WIDTHS, "webp": WIDTHS, "avif": (480, 960)}
QUALITY = {"jpeg": 82, "webp": 80, "avif": 58}


class NotAPhotograph(ValueError):
    """The sentence says what the file is or isn't; the file itself is kept by the caller."""


@dataclass(frozen=True)
class Look:
    """What was read out of an original; `taken_at` is aware, None where the camera said nothing."""

    mime: str
    width: int
    height: int
    taken_at: datetime | None
    had_position: bool


@dataclass(frozen=True)
class Copy:
    """One copy that may leave: no position, no camera serial number, the credit written in."""

    width: int
    height: int
    format: str
    content: bytes


def look_into(content: bytes, *, zone: ZoneInfo) -> Look:
    """Open a file as a photograph by its bytes, never by its name.

    Raises:
        NotAPhotograph: it is too large, no photograph, or broken.
    """
    if len(content) > MOST_BYTES:
        raise NotAPhotograph(f"larger than {MOST_BYTES >> 20} MB")
    image = _opened(content)
    exif = image.getexif()
    # 5 to 8 in EXIF's orientation turn the picture on its side: what is shown has the other measure.
    turned = exif.get(ExifTags.Base.Orientation, 1) >= 5
    width, height = (image.height, image.width) if turned else (image.width, image.height)
    return Look(
        mime=MIMES[image.format or ""],
        width=width,
        height=height,
        taken_at=_taken(exif, zone),
        had_position=bool(exif.get_ifd(ExifTags.IFD.GPSInfo)),
    )


def copies(content: bytes, *, credit: str, caption: str = "") -> Iterator[Copy]:
    """Every size and format of one original, small ones first, none larger than the original.

    The same original, credit and caption give the same bytes. Nothing of the camera's own notes is carried over.
    """
    image = ImageOps.exif_transpose(_opened(content))
    image = image.convert("RGB")
    for width in WIDTHS:
        if width > image.width and width != WIDTHS[0]:
            continue
        size = (min(width, image.width), max(1, round(image.height * min(width, image.width) / image.width)))
        small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        for name, widths in FORMATS.items():
            if width in widths:
                yield Copy(*size, name, _saved(small, name, credit=credit, caption=caption))


def _opened(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=READ)
            if image.width * image.height > MOST_PIXELS:
                raise NotAPhotograph(f"more than {MOST_PIXELS // 1_000_000} megapixels")
            image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning) as error:
        if isinstance(error, NotAPhotograph):
            raise
        raise NotAPhotograph("not a photograph that we can read (JPEG, PNG, HEIC, WebP, AVIF, TIFF)") from error
    return image


def _taken(exif: Image.Exif, zone: ZoneInfo) -> datetime | None:
    said = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    try:
        # A camera writes its own clock's time; it stands where the office stands.
        return datetime.strptime(str(said).strip("\0 "), "%Y:%m:%d %H:%M:%S").replace(tzinfo=zone)
    except ValueError:
        return None


def _saved(image: Image.Image, name: str, *, credit: str, caption: str) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = credit
    exif[ExifTags.Base.Copyright] = credit
    if caption:
        exif[ExifTags.Base.ImageDescription] = caption[:1000]
    options: dict[str, object] = {"quality": QUALITY[name], "exif": exif.tobytes()}
    if name == "jpeg":
        options |= {"optimize": True, "progressive": True}
    if name == "webp":
        options |= {"method": 4}
    if name == "avif":
        options |= {"speed": 8}
    image.save(out, name.upper(), **options)
    return out.getvalue()


def credit_in(content: bytes) -> str:
    """The credit written into a copy, for whoever receives it without its page."""
    return str(_opened(content).getexif().get(ExifTags.Base.Copyright, ""))


def position_in(content: bytes) -> bool:
    """Whether a file still says where it was taken, in EXIF, XMP or IPTC."""
    image = _opened(content)
    iptc = IptcImagePlugin.getiptcinfo(image) if isinstance(image, ImageFile.ImageFile) else None
    xmp = image.info.get("xmp", b"") or b""
    return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo)) or b"GPS" in bytes(xmp) or bool(iptc)
