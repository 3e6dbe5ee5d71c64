"""From an activity to a public page in twelve screens, under a line of 256 kbit/s, the approver on a phone.

`KENTONGAN_SHOTS=docs/office/shots` keeps a picture of each step for the documentation.
"""

from __future__ import annotations

import os
import re
import shutil
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from tests.journeys.real_office import PASSWORD, code_in, office, until

pytestmark = pytest.mark.browser

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 32_000, "uploadThroughput": 32_000}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True, "device_scale_factor": 1}
LISTEN = """
window.violated = [];
document.addEventListener("securitypolicyviolation", one => window.violated.push(one.violatedDirective + " " + one.blockedURI));
"""
# A group for WhatsApp, and a path that asks the secretary, who has no account.
READY = """
from kentongan.desks.dispatch import actions as dispatch
from kentongan.ground.approval.models import Path, Step
from kentongan.ground.directory.models import Person
unit = Unit.objects.get(code="PROKOPIM")
melati = Actor.person(Account.objects.get(email="melati@tirtakencana.example").pk)
one = dispatch.make_list(unit=unit, name="Grup wartawan", level="internal", topics=[], by=melati, now=now)
dispatch.add_recipient(press_list=one, group="Wartawan Tirta Kencana", by=melati, now=now)
path = Path.objects.create(unit=unit, kind="release", name="Siaran lewat Sekda")
Step.objects.create(path=path, order=1, person=Person.objects.get(slug="bagas-pranoto"), hours=4)
"""


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=ARGS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """Web, clockhand, worker and the demo's mail server, on a house in which nothing has happened yet."""
    with office(tmp_path_factory.mktemp("office")) as made:
        made.run(READY)
        made.start("kentongan.demo.postbox", str(made.smtp), str(made.home / "mail"))
        made.start("kentongan", "serve", "--port", str(made.port))
        until(lambda: answers(made.url), seconds=40)
        yield made


def answers(url: str) -> bool:
    """Whether the office is up."""
    try:
        with urllib.request.urlopen(f"{url}/masuk/login/", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


class Walk:
    """Pages of one journey: each new screen is counted, pictured, and searched for complaints."""

    def __init__(self, browser, url: str, *, slow: bool) -> None:
        self.browser, self.url, self.slow = browser, url, slow
        self.screens: list[str] = []
        self.complaints: list[str] = []
        self.contexts = []
        self.shots = Path(os.environ["KENTONGAN_SHOTS"]) if os.environ.get("KENTONGAN_SHOTS") else None

    def device(self, **more) -> Page:
        """A browser of its own."""
        context = self.browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta", **more)
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda note: self.complaints.append(note.text) if note.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if self.slow:
            line = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", SLOW_LINE)
        self.contexts.append(context)
        return page

    def login(self, page: Page, short: str) -> None:
        """By the real login page; the day's first screen isn't the story's."""
        page.goto(f"{self.url}/masuk/login/")
        page.fill("[name=login]", f"{short}@tirtakencana.example")
        page.fill("[name=password]", PASSWORD)
        page.locator("main form button").first.click()
        page.wait_for_url("**/kantor/")

    def screen(self, page: Page, name: str) -> None:
        """One more screen."""
        page.wait_for_load_state("load")
        self.complaints += [f"{name}: {one}" for one in page.evaluate("window.violated")]
        self.screens.append(name)
        if self.shots:
            self.shots.mkdir(parents=True, exist_ok=True)
            file = self.shots / f"five-minutes-{len(self.screens):02}-{name}.png"
            page.screenshot(path=file)
            small(file)

    def end(self) -> None:
        for context in self.contexts:
            context.close()


def small(file: Path) -> None:
    """As WebP: the documentation keeps many."""
    from PIL import Image

    with Image.open(file) as picture:
        picture.convert("RGB").save(file.with_suffix(".webp"), quality=72, method=6)
    file.unlink()


def press(page: Page) -> None:
    """The form's own button, and the page after it."""
    with page.expect_navigation():
        page.locator("main form button.btn--main, main form .acts button").last.click()


@pytest.fixture
def walk(chromium, real, request):
    made = Walk(chromium, real.url, slow=bool(request.node.get_closest_marker("slow")))
    yield made
    made.end()


@pytest.mark.slow
def test_from_an_activity_to_the_public_page_in_twelve_screens(walk, real):
    desk = walk.device(viewport={"width": 1280, "height": 860})
    walk.login(desk, "dewi")

    desk.goto(f"{real.url}/kantor/agenda/baru/")
    desk.fill("[name=title]", "Peresmian jembatan gantung Way Sari")
    desk.fill("[name=from_]", "09:00")
    desk.fill("[name=until]", "10:30")
    desk.fill("[name=place]", "Desa Tirtosari")
    desk.select_option("[name=level]", "public")
    desk.fill("[name=public_title]", "Peresmian jembatan gantung Way Sari")
    walk.screen(desk, "plan")
    press(desk)

    walk.screen(desk, "activity")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Tulis tentang ini").click()

    title = "Jembatan gantung Way Sari mulai dipakai warga Tirtosari"
    desk.fill("[name=title]", title)
    desk.fill("[name=text]", "KENCANA – Jembatan gantung Way Sari mulai dipakai warga. Peresmian berlangsung di ")
    desk.locator("[name=text]").press("Control+End")
    insert(desk, "Tempat")
    desk.locator("[name=text]").press_sequentially(" pada ")
    insert(desk, "Tanggal panjang")
    desk.locator("[name=text]").press_sequentially(".")
    desk.evaluate("scrollTo(0, 0)")
    walk.screen(desk, "write")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Simpan", exact=True).first.click()
    assert "|fakta:" in desk.input_value("[name=text]")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Kirim untuk persetujuan").first.click()

    desk.get_by_label("Grup wartawan").check()
    walk.screen(desk, "submit")
    press(desk)

    version = desk.url
    walk.screen(desk, "submitted")
    with desk.expect_navigation():
        desk.get_by_role("link", name="Tautan untuk penyetuju tanpa akun").click()

    walk.screen(desk, "link")
    press(desk)

    walk.screen(desk, "link-made")
    link = re.search(r"https?://\S+/tinjau/\S+", desk.input_value("#link")).group()

    phone = walk.device(**PHONE)
    phone.goto(link)
    press(phone)  # have a code sent
    letter = until(lambda: real.letters("sekda@tirtakencana.example"), seconds=30)[-1]
    assert "/tinjau/" not in letter.as_string(), "the code and the link never go together"
    phone.fill("[name=code]", code_in(letter))
    walk.screen(phone, "phone-code")
    press(phone)

    assert title in phone.locator("main").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    walk.screen(phone, "phone-read")
    with phone.expect_navigation():
        phone.get_by_role("button", name="Setujui").first.click()
    walk.screen(phone, "phone-approved")

    until(lambda: opened(desk, version), seconds=40, every=1)
    shared = desk.locator("main").inner_text()
    assert "WhatsApp" in shared
    assert f"*{title}*" in desk.content(), "the text for WhatsApp has its headline in bold"
    walk.screen(desk, "opened")

    public = until(lambda: re.search(r"/siaran/\d+-[a-z0-9-]+/", desk.content()), seconds=5).group()
    until(lambda: title in real.shown(public.strip("/") + "/index.html"), seconds=15)
    reader = walk.device(**PHONE)
    assert reader.goto(real.url + public).status == 200
    assert title in reader.locator("h1").inner_text()
    assert "Desa Tirtosari" in reader.locator("main").inner_text()
    walk.screen(reader, "public")

    assert (walk.complaints, len(walk.screens) <= 12) == ([], True), walk.screens


def insert(page: Page, name: str) -> None:
    """Press “Sisipkan” beside a fact of the activity."""
    page.locator("[data-insert]").filter(has_text=name).first.click()


def opened(page: Page, version: str) -> bool:
    """Whether the version's own page says so."""
    page.goto(version)
    return re.search(r"/siaran/\d+-[a-z0-9-]+/", page.content()) is not None


ROLES = ("dewi", "arif", "nugroho", "ratna", "melati", "galih", "sinta", "yoga", "lestari", "hendra")


def test_everybody_logs_in_and_sees_today_without_a_complaint(walk):
    for short in ROLES:
        page = walk.device()
        walk.login(page, short)
        walk.screen(page, short)
        assert page.locator("h1").count() == 1
        page.context.close()
        walk.contexts.pop()
    assert (walk.screens, walk.complaints) == (list(ROLES), [])
