"""The newsroom in a real browser: marks at the cursor, checks while typing, drafts, axe, a narrow phone, no script."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from playwright.sync_api import sync_playwright

from kentongan.desks.newsroom.models import Manuscript
from kentongan.desks.newsroom.rules import plain

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


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


@pytest.fixture
def visit(chromium, house, live_server):
    """`visit(path)` as the unit's writer, always in the same context so that its drafts stay; complaints are kept."""
    client = Client()
    client.force_login(house.account("writer"))
    cookie = {"name": "kentongan", "value": client.cookies["kentongan"].value, "url": live_server.url}
    contexts, complaints = {}, []

    def go(path, **options):
        key = str(sorted(options.items(), key=str))
        if key not in contexts:
            contexts[key] = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
            contexts[key].add_cookies([cookie])
        page = contexts[key].new_page()
        page.on("console", lambda note: complaints.append(note.text) if note.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path)
        return page

    go.complaints, go.contexts = complaints, contexts
    yield go
    for context in contexts.values():
        context.close()


@pytest.fixture
def rich(desk, hectares, training):
    """A manuscript with every kind of block and finding."""
    made = desk.started(
        f"KENCANA – Airnya [1.284 hektare|fakta:{hectares.pk}] sawah, sampai 12 desa.\n> Kami sabar.\n> — Bagas Pranoto, Sekda\n"
        f"## Jadwal\n- Pengisian mulai Senin, 1 Desember 2026\n![angka:{hectares.pk}]"
    )
    hectares.activity = training
    hectares.save()
    Manuscript.objects.filter(pk=made.pk).update(activity=training)
    return made


def select(page, words):
    page.evaluate(
        """words => { const field = document.querySelector('[name=text]'); field.focus();
        const at = field.value.indexOf(words); field.setSelectionRange(at, at + words.length); }""",
        words,
    )


def text_of(page):
    return page.evaluate("() => document.querySelector('[name=text]').value")


def test_marks_and_facts_go_around_what_is_selected(visit, rich, hectares):
    page = visit(rich.get_absolute_url())
    select(page, "sawah")
    page.get_by_role("toolbar").get_by_role("button", name="Tebal").or_(
        page.get_by_role("toolbar").get_by_role("button", name="Bold")
    ).click()
    assert "*sawah*" in text_of(page)
    select(page, "12 desa")
    page.locator(f"[data-insert='[1.284\u00a0hektare|fakta:{hectares.pk}]']").click()
    assert f"[12 desa|fakta:{hectares.pk}]" in text_of(page)
    assert visit.complaints == []


def test_checks_follow_the_typing_and_nothing_is_saved_by_them(visit, rich):
    page = visit(rich.get_absolute_url())
    page.locator("[name=text]").fill("KENCANA – Anggarannya Rp 120 juta.")
    page.wait_for_function("() => document.querySelector('#checks').textContent.includes('Rp 120 juta')")
    assert page.locator("#checks .flag").inner_text().startswith("Rp 120 juta")
    assert Manuscript.objects.get(pk=rich.pk).head == 2
    assert visit.complaints == []


def test_a_draft_survives_a_closed_tab_and_one_typed_on_an_older_save_meets_it(visit, desk, rich):
    page = visit(rich.get_absolute_url())
    page.locator("[name=text]").fill("KENCANA – Belum terkirim.")
    page.wait_for_function(
        "() => Object.keys(localStorage).some(k => k.startsWith('kentongan:draft:') && localStorage[k].includes('Belum terkirim'))"
    )
    page.close()
    desk.save(rich, "KENCANA – Milik rekan.", by="protocol")
    page = visit(rich.get_absolute_url())
    page.locator(".notice--nila button").first.click()
    assert text_of(page) == "KENCANA – Belum terkirim."
    page.locator("#write .btn--main").click()
    # Sent on the save it was typed on: both texts stand there and nothing was overwritten.
    page.wait_for_selector("[name=over]")
    assert text_of(page) == "KENCANA – Belum terkirim."
    rich.refresh_from_db()
    assert plain.write(rich.document) == "KENCANA – Milik rekan."


def test_axe_finds_nothing_and_a_narrow_phone_needs_no_sideways_scroll(visit, desk, rich, training):
    version = desk.opened()
    waiting = desk.correction(version, "KENCANA – Teks kedua di Pendopo.")
    paths = [
        reverse("newsroom:manuscripts"),
        reverse("newsroom:versions"),
        reverse("newsroom:start"),
        rich.get_absolute_url(),
        reverse("newsroom:preview", args=[rich.pk]),
        reverse("newsroom:history", args=[rich.pk]),
        reverse("newsroom:submit", args=[rich.pk]),
        reverse("newsroom:emergency", args=[rich.pk]),
        version.get_absolute_url(),
        waiting.get_absolute_url(),
        reverse("newsroom:difference", args=[waiting.pk]),
        reverse("agenda:activity", args=[training.pk]),
    ]
    found = {}
    for path in paths:
        page = visit(path)
        violations = [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in Axe().run(page).response["violations"]]
        if violations:
            found[path] = violations
        page.close()
        phone = visit(path, viewport={"width": 320, "height": 700})
        wide = phone.evaluate("() => document.documentElement.scrollWidth")
        if wide > 320:
            found[f"{path} at 320"] = wide
        phone.close()
    assert found == {}
    assert visit.complaints == []


def test_without_script_a_text_is_written_mended_and_sent(visit, desk):
    made = desk.started("KENCANA – Pengisian mulai Senin, 1 Desember 2026 di Pendopo.")
    page = visit(made.get_absolute_url(), java_script_enabled=False)
    page.locator("#checks button[name=fix]").first.click()
    made.refresh_from_db()
    assert plain.write(made.document) == "KENCANA – Pengisian mulai Selasa, 1 Desember 2026 di Pendopo."
    page.goto(page.url + "kirim/")
    page.locator("main form .btn--main").click()
    made.refresh_from_db()
    assert made.state == "submitted"


def test_by_keyboard_alone_a_text_is_written_saved_and_sent(visit, desk):
    made = desk.started("KENCANA – Pelatihan dibuka di Pendopo.")
    page = visit(made.get_absolute_url())

    def tab_to(selector):
        page.locator(selector).first.wait_for()
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"{selector} isn't reached by Tab")

    tab_to("[name=text]")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Warga boleh datang.")
    tab_to("main form button.btn--main")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    made.refresh_from_db()
    assert plain.write(made.document).endswith("Warga boleh datang.")
    page.goto(page.url.split("?")[0].split("#")[0] + "kirim/")
    tab_to("main form .btn--main")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    made.refresh_from_db()
    assert made.state == "submitted"
    assert visit.complaints == []
