"""The kit in a real browser: axe, the content policy, no script, a narrow phone, a lost connection."""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from tests.ground.ui import demo_rooms

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ("/kantor/ui/", "/uji/", "/uji/baru/", "/masuk/2fa/", "/uji/tidak-ada/", "/publik/")
SHOTS = os.environ.get("KENTONGAN_SHOTS")


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
def visit(chromium, office, live_server):
    """`visit(path, **context options)` opens a page as the writer; complaints of the policy fail the test."""
    opened, complaints = [], []

    def go(path, **options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        opened.append(context)
        context.add_cookies([{"name": "kentongan", "value": office.cookies["kentongan"].value, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda note: complaints.append(note.text) if note.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(live_server.url + path)
        return page

    go.complaints = complaints
    yield go
    for context in opened:
        context.close()


def shoot(page, name):
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(visit, path, scheme):
    page = visit(path, color_scheme=scheme)
    shoot(page, f"{path.strip('/').replace('/', '-')}-{scheme}")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]][:4]) for v in found] == []
    # The browser reports a 404 page itself as an error; anything else is the policy's or the script's.
    assert [c for c in visit.complaints if "404" not in c] == []


def test_axe_would_find_something(visit):
    page = visit("/uji/baru/")
    page.evaluate("document.querySelector('label').remove()")
    assert "label" in [v["id"] for v in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_sideways_on_a_narrow_phone_and_the_drawer_opens_without_script(visit, path):
    page = visit(path, viewport={"width": 320, "height": 700}, java_script_enabled=False)
    shoot(page, f"{path.strip('/').replace('/', '-')}-320")
    wide = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert wide[0] <= wide[1]
    if page.locator(".menu-btn").count():
        page.get_by_role("link", name="Menu").click()
        assert page.locator(".who").get_by_text("Writer Prokopim").is_visible()


def test_a_form_is_written_without_script(visit):
    page = visit("/uji/baru/", java_script_enabled=False)
    page.get_by_label("Name").fill("Bappeda")
    page.get_by_label("Open").check()
    page.get_by_role("button", name="Save").click()
    assert page.get_by_role("alert").inner_text().startswith("Bappeda is here already.")
    page.get_by_label("Name").fill("Dinas Sosial")
    page.get_by_role("button", name="Save").click()
    assert "Dinas Sosial was added." in page.get_by_role("status").first.inner_text()
    assert demo_rooms.WRITTEN == ["Dinas Sosial"]


def test_what_was_typed_outlives_a_lost_connection(visit, live_server):
    page = visit("/uji/baru/")
    page.get_by_label("Name").fill("Naskah yang hampir hilang")
    page.wait_for_timeout(600)
    page.context.set_offline(True)
    page.get_by_label("Open").check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_timeout(300)
    page.context.set_offline(False)
    page.goto(live_server.url + "/uji/baru/")
    assert page.get_by_label("Name").input_value() == ""
    page.get_by_role("button", name="Restore it").click()
    assert page.get_by_label("Name").input_value() == "Naskah yang hampir hilang"
    assert page.get_by_label("Open").is_checked()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/uji/")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_filter_changes_the_list_in_place_and_the_address_with_it(visit):
    page = visit("/uji/")
    page.evaluate("window.stayed = true")
    page.get_by_label("Name").fill("Dinas")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**/uji/?name=Dinas")
    assert page.locator("tbody tr").count() == 1
    assert page.evaluate("window.stayed") is True
