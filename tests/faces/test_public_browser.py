"""The printed site and the counter in a real browser: axe, the content policy, a narrow phone, no script."""

import os
import shutil
import threading
from datetime import datetime, timedelta
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from kentongan.desks.facts.models import Fact
from kentongan.ground.directory.models import Matter
from kentongan.ground.press.switch import Switch

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SHOTS = os.environ.get("KENTONGAN_SHOTS")
LINE = "siaran/1-pelatihan-kehumasan/"
TITLE = "Bendungan Way Kencana mulai diisi 1 Desember, 1.284 hektare sawah mendapat air dua kali setahun"
PAGES = (
    "", "en/", "siaran/", "siaran/arsip/1/", LINE, f"en/{LINE}", f"{LINE}versi-1/", f"{LINE}versi-2/beda/",
    "siaran/2-pelatihan-kehumasan/", "koreksi/", "agenda/", "dinas/", "dinas/pupr/", "pimpinan/",
    "pimpinan/wirya-adiguna/", "topik/pembangunan/", "aksesibilitas/", "privasi/", "tentang/", "tidak-ada/",
    "verifikasi/", "verifikasi/?teks=480/1/PROKOPIM/2026", "verifikasi/?teks=7F4K-29QD&bahasa=en",
    "cari/?q=bendungan", "cari/?q=xyz&bahasa=en",
)  # fmt: skip


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *said):
        pass


@pytest.fixture(scope="module")
def chromium():
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the driver runs an event loop in this thread
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def told(town):
    """The story of the design's own page: a dam, two figures that were swapped, a correction, a withdrawal."""
    writer = town.house.account("writer")
    facts = [
        Fact.objects.create(
            unit=town.house.prokopim, level="public", claim=claim, value=value, measure=measure, owner=writer,
            created_at=town.now, changed_at=town.now,
        )
        for claim, value, measure in (("sawah terairi", "1.284", "hektare"), ("masa pengisian", "74", "hari"))
    ]  # fmt: skip
    photo = town.photograph()
    matter = Matter.objects.get()
    for words in ("akta hilang", "irigasi kering", "jembatan putus"):
        Matter.objects.create(agency=matter.agency, words=words, how="Datang ke kantor dengan surat pengantar.")
    activity = town.activity("Pengisian awal waduk", hours=24)
    town.activity("Rapat koordinasi pengisian bendungan", hours=3)
    typed = (
        f"![foto:{photo.pk}]\n\n*KENCANA* – Pemerintah Kabupaten Tirta Kencana memulai pengisian Bendungan Way Kencana. "
        f"Airnya akan mengairi [%s hektare|fakta:{facts[0].pk}] sawah di tiga kecamatan.\n\n"
        "> “Kami mengisi bendungan ini dengan sabar. Bila satu saja alat ukur menunjukkan kelainan, pengisian berhenti.”\n"
        "> — H. Wirya Adiguna, S.E., Bupati Tirta Kencana\n\n"
        f"## Yang perlu diketahui warga\n\nPengisian selesai dalam [74 hari|fakta:{facts[1].pk}]. Jalan inspeksi ditutup.\n\n"
        f"![angka:{facts[0].pk},{facts[1].pk}]"
    )
    more = {"photos": [photo], "activity": activity, "facts": facts}
    at = town.now - timedelta(hours=17)
    first = town.release(TITLE.replace("1.284", "1.482"), typed % "1.482", at=at, **more)
    note = "Luas sawah pada versi 1 tertulis 1.482, seharusnya 1.284 hektare. Kami mohon maaf."
    town.release(TITLE, typed % "1.284", replaces=first, correction_note=note, **more)
    town.withdraw(town.release("Jadwal operasi pasar beras November", "KENCANA – Beras murah dijual.", at=at))
    for title in ("Puskesmas Pembantu Sumber Rejo melayani 24 jam", "Pendaftaran beasiswa anak petani diperpanjang"):
        town.release(title, "KENCANA – Keterangan selengkapnya di bawah ini.", at=at - timedelta(days=1))


@pytest.fixture
def site(town, chromium, settings, fresh_limits):
    """`site(path)` opens a page of the printed site through the switch; complaints of the policy are collected."""
    from django.core.wsgi import get_wsgi_application

    from kentongan.wsgi import DYNAMIC

    told(town)
    town.print(at=datetime.fromisoformat("2026-11-24T03:00:00+00:00"))
    settings.ALLOWED_HOSTS = ["*"]
    app = Switch(settings.SITE, get_wsgi_application(), dynamic=DYNAMIC)
    server = make_server("127.0.0.1", 0, app, server_class=Server, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    opened, complaints = [], []

    def go(path, **options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        opened.append(context)
        page = context.new_page()
        page.on("console", lambda note: complaints.append(note.text) if note.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
        return page

    go.complaints = complaints
    yield go
    for context in opened:
        context.close()
    server.shutdown()
    server.server_close()


def shoot(page, name):
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def named(path):
    return "".join(letter if letter.isalnum() else "-" for letter in path).strip("-") or "beranda"


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_moves_sideways(site, width):
    found = []
    for path in PAGES:
        page = site(path, viewport={"width": width, "height": 800}, color_scheme="dark" if width == 320 else "light")
        shoot(page, f"{named(path)}-{width}")
        wrong = Axe().run(page).response["violations"]
        found += [(path, each["id"], [node["target"] for node in each["nodes"]][:3]) for each in wrong]
        wide = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
        found += [(path, "sideways", wide)] if wide[0] > wide[1] else []
        page.context.close()
    assert found == []
    # The browser reports a 404 page itself as an error; anything else is the policy's.
    assert [said for said in site.complaints if "404" not in said] == []


def test_a_reader_without_script_checks_a_text_and_searches(site):
    page = site("", java_script_enabled=False)
    page.get_by_label("Cari siaran pers, agenda, dan layanan").or_(page.locator("#q")).fill("mengisi")
    page.locator("header form button").click()
    assert page.locator("main h3 a").first.inner_text().replace("\xa0", " ") == TITLE
    page.locator("main h3 a").first.click()
    code = page.locator(".verify .num").inner_text()
    page.goto(page.url.partition("/siaran/")[0] + "/verifikasi/")
    page.locator("textarea").fill(code)
    page.locator("main form button").click()
    assert page.locator(".verdict--yes h2").count() == 1


def test_the_photograph_is_loaded_in_the_best_form_that_the_browser_takes(site):
    page = site(LINE)
    shown = page.locator(".photo img").evaluate("e => [e.currentSrc, e.naturalWidth > 0]")
    assert shown[0].endswith(".avif")
    assert shown[1] is True


def test_styles_and_photographs_are_kept_for_ever_by_the_browser(site):
    page = site("tentang/")
    kept = {}
    page.on("response", lambda answer: kept.update({answer.url.rpartition("/")[2]: answer.headers["cache-control"]}))
    page.goto(page.url.replace("tentang/", LINE))
    for name, rule in kept.items():
        if ".css" in name or ".avif" in name:
            assert rule == "public, max-age=31536000, immutable", name


def test_tab_reaches_every_link_and_field_in_order_and_shows_where_it_is(site):
    page = site(LINE)
    meant = page.evaluate(
        "() => [...document.querySelectorAll('a[href], button, input, textarea, select, summary')]"
        ".filter(e => e.checkVisibility() && !e.disabled && e.type !== 'hidden').length"
    )
    shown, seen = [], 0
    for _ in range(meant + 5):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return e === document.body ? null : [e.outerHTML.slice(0, 80), s.outlineStyle, s.boxShadow, e.tabIndex]; }"
        )
        if at is None:
            break
        seen += 1
        shown += [] if at[1] != "none" or at[2] != "none" else [at[0]]
        assert at[3] == 0, at
    assert shown == []
    assert seen >= meant
    page = site(LINE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => location.hash") == page.locator("a").first.get_attribute("href")


def test_on_paper_stands_the_text_without_the_tools(site):
    page = site(LINE)
    page.emulate_media(media="print")
    assert page.locator("main h1").is_visible()
    assert page.locator(".verify .num").is_visible()
    assert not page.locator("header form button").is_visible()
