"""The look as files: contrast from the tokens, no style or script in a page, parts with licence and checksum."""

import hashlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template import Context, engines
from django.template.loader import render_to_string
from django.utils import timezone, translation

import kentongan
from kentongan.ground.ui.registry import Link, Site
from kentongan.ground.ui.templatetags import ui as tags

SOURCE = Path(kentongan.__file__).parent
UI = SOURCE / "ground" / "ui"
STATIC = UI / "static" / "ui"


def tokens() -> dict[str, tuple[str, str]]:
    """name → (light, dark) of every colour."""
    css = (STATIC / "tokens.css").read_text()
    pairs = re.findall(r"--([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)", css)
    plain = re.findall(r"--(wood[\w-]*):\s*(#\w{6})", css)
    return {name: (light, dark) for name, light, dark in pairs} | {name: (value, value) for name, value in plain}


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


DYES = ("nila", "soga", "mengkudu", "kunyit", "daun")
PAIRS = [
    *((ink, ground, 4.5) for ink in ("ink", "ink-2", "ink-3", *DYES) for ground in ("page", "surface")),
    *((ink, "sunk", 4.5) for ink in ("ink", "ink-2", "ink-3")),
    *((dye, f"{dye}-bg", 6.0) for dye in DYES),
    *(("ink", f"{dye}-bg", 4.5) for dye in DYES),
    *(("ink-2", f"{dye}-bg", 4.5) for dye in DYES),
    *(("on-fill", dye, 4.5) for dye in ("nila", "nila-2", "mengkudu")),
    *(("edge", ground, 3.0) for ground in ("page", "surface", "sunk")),
    ("wood-ink", "wood", 4.5),
    ("wood-dim", "wood", 4.5),
    ("wood-ink", "wood-2", 4.5),
]


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_text_and_edges_stand_out_in_light_and_dark(ink, ground, least):
    known = tokens()
    for scheme in (0, 1):
        assert contrast(known[ink][scheme], known[ground][scheme]) >= least, ("light", "dark")[scheme]


def test_browsers_without_light_dark_get_the_same_light_cloth():
    css = (STATIC / "tokens.css").read_text()
    old = css[css.index("@supports not (color: light-dark") :].partition("@media")[0]
    for name, short in re.findall(r"--([\w-]+): (#\w{3,6});", old):
        full = "#" + "".join(c * 2 for c in short[1:]) if len(short) == 4 else short
        assert tokens()[name][0].lower() == full.lower(), name


TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))


# A script element of these types is data that no browser runs.
DATA = ("application/json", "application/ld+json")


class Finder(HTMLParser):
    """Collects what a strict content policy refuses."""

    def __init__(self):
        super().__init__()
        self.found: list[str] = []
        self.script = False

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.found += [f"{tag} {name}" for name in given if name == "style" or (name.startswith("on") and name != "on")]
        self.found += [
            f"{tag} {n}=javascript:" for n, v in attrs if (v or "").strip().lower().startswith("javascript:")
        ]
        if tag == "style":
            self.found.append("style")
        if tag == "script" and "src" not in given and given.get("type") not in DATA:
            self.found.append("inline script")


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_template_carries_a_style_or_a_script(file):
    finder = Finder()
    finder.feed(re.sub(r"{%.*?%}|{#.*?#}", "", file.read_text(), flags=re.DOTALL))
    assert finder.found == []


def test_the_finder_sees_what_it_must_refuse():
    finder = Finder()
    finder.feed('<p style="x"><a onclick="x" href="javascript:x"><style></style><script>x</script>')
    assert finder.found == ["p style", "a onclick", "a href=javascript:", "style", "inline script"]


def test_vendored_parts_are_what_their_checksums_say_and_carry_their_licence():
    for line in (STATIC / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((STATIC / name).read_bytes()).hexdigest() == digest, name
    assert {p.name for p in (STATIC / "fonts").glob("*.txt")} == {"OFL-plus-jakarta-sans.txt", "OFL-source-serif-4.txt"}
    assert "Zero-Clause BSD" in (STATIC / "vendor" / "htmx-LICENSE.txt").read_text()


def test_our_own_script_uses_no_eval_and_no_style():
    script = (STATIC / "ui.js").read_text()
    assert not re.search(r"\beval\(|new Function|\.style\b|innerHTML|insertAdjacentHTML", script)


SITE = Site(
    name="Ruang Warta",
    owner="Pemerintah Kabupaten Tirta Kencana",
    office="Bagian Protokol dan Komunikasi Pimpinan",
    phone="(0700) 555-014",
    search="/cari/",
    verify="/cek/",
    nav=[Link("Siaran pers", "/", "releases"), Link("Agenda", "/agenda/", "agenda")],
    citizens=[Link("Minta informasi publik", "/tanya/")],
)


def printed() -> str:
    words = {"site": SITE, "title": "Beranda", "here": "agenda", "as_of": datetime(2026, 11, 24, 7, 20, tzinfo=UTC)}
    with translation.override("id"), timezone.override("Asia/Jakarta"):
        return render_to_string("ui/public.html", words)


def test_the_printed_shell_needs_no_request_and_holds_no_token_and_no_reader():
    page = printed()
    assert page == printed()
    assert "csrf" not in page
    assert "<script" not in page
    assert '<a href="/agenda/" aria-current="page">Agenda</a>' in page
    assert 'href="tel:0700555014"' in page
    assert "24\u00a0November\u00a02026, 14.20\u00a0WIB" in page
    assert page.count('class="tumpal"') == 2


def test_the_public_shell_and_its_css_stay_light():
    css = sum((STATIC / name).stat().st_size for name in ("tokens.css", "base.css", "components.css"))
    assert css + len(printed().encode()) < 45_000  # of 60 kB, so that 15 kB remain for a page's own text


def drawn(template: str, **context) -> str:
    return engines["django"].from_string("{% load ui %}" + template).render(context)


def test_a_difference_is_said_marked_and_escaped():
    with translation.override("en"):
        shown = drawn("{{ pieces|diff }}", pieces=[("same", "a <"), ("del", "1.482"), ("ins", "<b>")])
    assert shown == (
        'a &lt;<del class="said"><span class="vh">removed: </span>1.482</del>'
        '<ins class="said"><span class="vh">added: </span>&lt;b&gt;</ins>'
    )


def test_a_state_is_a_word_and_an_unknown_tone_is_refused():
    assert drawn("{% tag_state 'Terbit' tone='daun' %}") == '<span class="tag tag--daun">Terbit</span>'
    with pytest.raises(ValueError, match="tone"):
        tags.tag_state("x", tone="merah")


def test_a_qr_code_is_named_svg_without_style():
    code = tags.qr("https://tirtakencana.example/cek/7F4K-29QD", "Kode <QR>")
    assert code.startswith('<svg role="img" aria-label="Kode &lt;QR&gt;" ')
    assert "style=" not in code
    assert "viewBox" in code


def test_a_qr_code_drawn_with_a_remembered_mask_is_the_same(monkeypatch):
    monkeypatch.setattr(tags, "_masks", {})
    texts = [f"https://tirtakencana.example/cek/{n:04}-29QD" for n in range(20)]
    for first in texts:
        tags._drawn.cache_clear()
        fresh = tags._drawn(first)
        tags._drawn.cache_clear()
        assert (tags._drawn(first), first in tags._masks) == (fresh, True)
    assert len(set(tags._masks.values())) > 1


def test_what_is_kept_is_rendered_once_for_each_value_and_each_time_without_a_place():
    made = []

    class Counted:
        def __str__(self):
            made.append(1)
            return "x"

    page = engines["django"].engine.from_string(
        "{% load ui %}{% kept here %}{{ counted }}{{ here }}{% endkept %}{{ other }}"
    )
    place = {}
    drawn = [
        page.render(Context({"kept": place, "here": here, "other": n, "counted": Counted()}))
        for n, here in enumerate(["a", "a", "b", "a"])
    ]
    assert (drawn, len(made)) == (["xa0", "xa1", "xb2", "xa3"], 2)
    assert [page.render(Context({"here": "a", "other": n, "counted": Counted()})) for n in (1, 2)] == ["xa1", "xa2"]
    assert len(made) == 4


def test_an_asset_is_marked_by_its_content():
    digest = hashlib.sha256((STATIC / "base.css").read_bytes()).hexdigest()[:10]
    assert tags.asset("ui/base.css") == f"/statik/ui/base.css?v={digest}"
