"""Pictures of a place that doesn't exist, drawn by rule: the same number gives the same picture."""

import io
import random

from PIL import Image, ImageDraw, ImageFilter

SKIES = (((214, 225, 218), (245, 226, 204)), ((196, 214, 226), (238, 240, 236)), ((228, 205, 184), (250, 238, 220)))


def landscape(number: int, *, width: int = 2400, height: int = 1600) -> bytes:
    """Hills behind hills over water, as JPEG."""
    chance = random.Random(number)  # noqa: S311 a picture is no secret
    top, low = SKIES[number % len(SKIES)]
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for y in range(height):
        share = y / height
        draw.line([(0, y), (width, y)], fill=tuple(round(a + (b - a) * share) for a, b in zip(top, low, strict=True)))
    for layer in range(6):
        base = height * (0.32 + layer * 0.09)
        shade = tuple(round(c * (0.86 - layer * 0.12)) for c in (142, 168, 158))
        points, ridge = [(0, height)], base
        for x in range(0, width + 40, 40):
            ridge += chance.uniform(-26, 26) + (base - ridge) * 0.06
            points.append((x, round(ridge)))
        draw.polygon([*points, (width, height)], fill=shade)
    water = round(height * 0.84)
    draw.rectangle([0, water, width, height], fill=(58, 92, 96))
    for _ in range(60):
        x, y = chance.randrange(width), chance.randrange(water, height)
        draw.line([(x, y), (x + chance.randrange(60, 320), y)], fill=(120, 150, 150), width=3)
    return _saved(image.filter(ImageFilter.GaussianBlur(1.2)))


def hall(number: int, *, width: int = 2400, height: int = 1600) -> bytes:
    """A pendopo with pillars and rows of people seen from behind, as JPEG; nobody is to be recognised."""
    chance = random.Random(1000 + number)  # noqa: S311
    image = Image.new("RGB", (width, height), (236, 224, 206))
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 320), (width // 2, 40), (width, 320), (width, 0), (0, 0)], fill=(92, 58, 36))
    for x in range(180, width, 420):
        draw.rectangle([x, 300, x + 70, height], fill=(122, 82, 52))
        draw.rectangle([x - 20, 300, x + 90, 350], fill=(150, 108, 72))
    draw.rectangle([width * 0.32, 420, width * 0.68, 760], fill=(38, 62, 92))
    draw.rectangle([width * 0.36, 470, width * 0.64, 700], fill=(245, 240, 230))
    for row in range(5):
        y = 900 + row * 140
        for x in range(60 + (row % 2) * 70, width, 150):
            tone = chance.choice(((86, 52, 40), (40, 66, 96), (150, 116, 60), (64, 92, 74)))
            draw.ellipse([x, y, x + 90, y + 90], fill=(54, 40, 34))
            draw.rounded_rectangle([x - 30, y + 80, x + 120, y + 260], radius=50, fill=tone)
    return _saved(image.filter(ImageFilter.GaussianBlur(1.6)))


def _saved(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=84)
    return out.getvalue()
