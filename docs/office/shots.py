"""Takes the pictures of docs/office anew: a demo in a folder of its own, Chromium, one small WebP per screen.

`./kentongan docs --shots` calls it; it needs Chromium and what `requirements/test.txt` installs.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "shots"
LARGEST = 80_000  # bytes of one picture; the whole folder stays under 2 MB
DESK = {"viewport": {"width": 1280, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
INDONESIAN = {"locale": "id-ID", "timezone_id": "Asia/Jakarta"}
PASSWORD = "kentongan-demo"
SENDS = "main form button:not([type=button])"  # a button without a type submits

Walk = Callable[["Photographer"], None]


class Photographer:
    """One browser over one running demo."""

    def __init__(self, browser: Browser, base: str, letters: Path) -> None:
        self.browser, self.base, self.letters = browser, base, letters
        self.pages: dict[tuple[str, bool], Page] = {}

    def page(self, who: str = "", *, phone: bool = False) -> Page:
        """A page of this person's, signed in once; nobody's where no name is given."""
        if (who, phone) not in self.pages:
            context = self.browser.new_context(**(PHONE if phone else DESK), **INDONESIAN)
            context.set_default_timeout(20_000)
            page = context.new_page()
            if who:
                page.goto(f"{self.base}/masuk/login/")
                page.fill("[name=login]", f"{who}@tirtakencana.example")
                page.fill("[name=password]", PASSWORD)
                page.press("[name=password]", "Enter")
                page.wait_for_url("**/kantor/")
            self.pages[who, phone] = page
        return self.pages[who, phone]

    def take(self, name: str, who: str, path: str, *, phone: bool = False, at: str = "") -> None:
        """Open a path and keep the picture; `at` scrolls to what it names first."""
        page = self.page(who, phone=phone)
        answer = page.goto(self.base + path)
        if answer is None or answer.status != 200:
            raise SystemExit(f"{name}: {path} answered {answer.status if answer else 'nothing'}")
        self.keep(name, page, at=at)

    def keep(self, name: str, page: Page, *, at: str = "") -> None:
        """The page as it stands."""
        page.wait_for_load_state("networkidle")
        if at:
            page.locator(at).first.evaluate("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 90)")
        shrink(page.screenshot(), FOLDER / f"{name}.webp")
        print(f"{name}.webp  {(FOLDER / f'{name}.webp').stat().st_size / 1000:.0f} kB", flush=True)

    def code_for(self, address: str) -> str:
        """The six digits of the newest letter to this address, once it is there."""
        for _ in range(120):
            for file in sorted(self.letters.glob(f"*{address}.eml"), reverse=True):
                if found := re.search(r"(?<!\d)\d{6}(?!\d)", file.read_text(errors="replace").partition("\n\n")[2]):
                    return found[0]
            time.sleep(0.5)
        raise SystemExit(f"no letter with a code came to {address}")

    def first(self, who: str, path: str, link: str, words: str = "") -> str:
        """The address of the first link on a page whose address looks so and that says these words."""
        page = self.page(who)
        page.goto(self.base + path)
        for found in page.locator("main a[href]").all():
            address = found.get_attribute("href") or ""
            if re.fullmatch(link, address) and words in (found.text_content() or ""):
                return address
        raise SystemExit(f"{path} has no link {link} that says {words!r}")


def walk(shots: Photographer) -> None:
    """Every screen of docs/office, as the person who works on it."""
    take = shots.take
    take("hari-ini", "dewi", "/kantor/")
    take("hari-ini-ponsel", "nugroho", "/kantor/", phone=True)
    take("agenda", "ratna", "/kantor/agenda/")
    take("agenda-kegiatan", "ratna", shots.first("ratna", "/kantor/agenda/lembar/", r"/kantor/agenda/\d+/"))
    take("agenda-lembar-ponsel", "ratna", "/kantor/agenda/lembar/", phone=True)
    take("fakta", "dewi", "/kantor/fakta/")
    take("fakta-catat", "dewi", "/kantor/fakta/baru/")
    draft = shots.first("dewi", "/kantor/naskah/", r"/kantor/naskah/\d+/")
    take("naskah", "dewi", "/kantor/naskah/")
    take("naskah-tulis", "dewi", draft)
    opened = shots.first("dewi", "/kantor/naskah/versi/", r"/kantor/naskah/versi/\d+/", "212 petugas")
    take("naskah-versi", "dewi", opened)
    take("naskah-beda", "dewi", f"{opened}beda/")
    waiting = shots.first("nugroho", "/kantor/persetujuan/", r"/kantor/persetujuan/\d+/")
    take("persetujuan", "nugroho", waiting)
    take("persetujuan-ponsel", "nugroho", waiting, phone=True)
    review_link(shots)
    take("pengiriman", "melati", "/kantor/pengiriman/")
    take("pengiriman-daftar", "melati", shots.first("melati", "/kantor/pengiriman/daftar/", r"/kantor/pengiriman/daftar/\d+/"))
    take("liputan", "arif", "/kantor/liputan/")
    take("liputan-kliping", "arif", shots.first("arif", "/kantor/liputan/", r"/kantor/liputan/\d+/", "271 Petugas"))
    take("laporan", "nugroho", "/kantor/laporan/")
    training = shots.first("nugroho", "/kantor/laporan/", r"/kantor/laporan/[\d-]+/kegiatan-diberitakan/")
    activity = shots.first("nugroho", training, r"/kantor/agenda/\d+/", "Pelatihan kehumasan")
    take("laporan-cerita", "nugroho", activity.replace("/agenda/", "/laporan/cerita/"))
    album = shots.first("galih", "/kantor/foto/", r"/kantor/foto/album/\d+/", "Pelatihan kehumasan")
    take("foto", "galih", album)
    take("foto-ambil-ponsel", "galih", f"{album}ambil/", phone=True)
    take("surat", "melati", "/kantor/surel/")
    take("direktori", "dewi", "/kantor/direktori/")
    take("direktori-siapa", "dewi", "/kantor/direktori/dinas/siapa/?q=jalan+rusak")
    take("direktori-impor", "melati", "/kantor/direktori/impor/")
    take("muka", "", "/")
    take("muka-siaran", "", shots.first("", "/siaran/", r"/siaran/[^/]+/", "212 petugas"))
    number = re.search(r"\d+/\d+/PROKOPIM/\d{4}", shots.page("").content())
    take("muka-ponsel", "", "/", phone=True)
    take("verifikasi-ponsel", "", f"/verifikasi/?teks={number[0]}" if number else "/verifikasi/", phone=True, at="h2")
    take("cari", "", "/cari/?q=pelatihan")


def review_link(shots: Photographer) -> None:
    """A statement is sent, and the secretary, who has no account, reads it on his phone by link and code."""
    page = shots.page("dewi")
    page.goto(f"{shots.base}/kantor/naskah/baru/")
    page.fill("[name=title]", "Sirene bendungan diuji, bukan tanda bahaya")
    page.select_option("[name=kind]", "statement")
    page.locator(SENDS).last.click()
    page.wait_for_url(re.compile(r"/naskah/\d+/"))
    page.fill("[name=text]", "KENCANA – Sirene Bendungan Way Kencana diuji. Uji ini bukan tanda bahaya, dan warga tidak perlu mengungsi.")
    page.locator("form button", has_text="Simpan").first.click()
    page.wait_for_load_state("networkidle")
    page.goto(page.url.split("?")[0].split("#")[0] + "kirim/")
    page.locator(SENDS).last.click()
    page.wait_for_load_state("networkidle")
    asked = shots.first("dewi", "/kantor/persetujuan/", r"/kantor/persetujuan/\d+/", "Sirene bendungan")
    page.goto(f"{shots.base}{asked}tautan/")
    page.locator(SENDS).last.click()
    page.wait_for_load_state("networkidle")
    found = re.search(r"/tinjau/[\w-]+/", page.content())
    if not found:
        raise SystemExit("the page with the review link shows none")
    phone = shots.page("", phone=True)
    phone.goto(shots.base + found[0])
    shots.keep("tautan-kode-ponsel", phone)
    phone.locator("form[action$='/kirim/'] button").click()
    phone.wait_for_load_state("networkidle")
    phone.fill("[name=code]", shots.code_for("sekda@tirtakencana.example"))
    phone.locator("form[action$='/kode/'] button").first.click()
    phone.wait_for_load_state("networkidle")
    shots.keep("tautan-baca-ponsel", phone)


def shrink(png: bytes, target: Path) -> None:
    """A WebP of at most 900 pixels' width and `LARGEST` bytes."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    width = min(picture.width, 900 if picture.width > 800 else 480)
    picture = picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)
    for quality in (72, 60, 48, 36, 24):
        made = io.BytesIO()
        picture.save(made, "WEBP", quality=quality, method=6)
        if made.tell() <= LARGEST:
            break
    target.write_bytes(made.getvalue())


@contextmanager
def demo(home: Path):
    """A demo of its own until the pictures are taken; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "KENTONGAN_HOME": str(home)}
    started = subprocess.Popen(
        [sys.executable, "-m", "kentongan", "demo", "--port", str(port)],
        env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        for line in started.stdout:
            if "is ready" in line:
                break
        # Read on, or the demo waits for a reader of its letters' list.
        drain = subprocess.Popen(["cat"], stdin=started.stdout, stdout=subprocess.DEVNULL)
        base = f"http://127.0.0.1:{port}"
        wait_for(base)
        yield base
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(timeout=30)
        drain.wait(timeout=10)


def wait_for(base: str) -> None:
    """Until the printed front page answers."""
    import urllib.error
    import urllib.request

    for _ in range(240):
        try:
            with urllib.request.urlopen(f"{base}/siaran/") as answer:
                if answer.status == 200:
                    time.sleep(8)  # the worker makes photographs and papers
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.5)
    raise SystemExit("the demo doesn't answer")


def main() -> int:
    """Take them all; exit 1 where one is too large."""
    FOLDER.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("no Chromium found; install Debian's package 'chromium'")
    home = Path(tempfile.mkdtemp(prefix="kentongan-shots-"))
    try:
        with demo(home) as base, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            walk(Photographer(browser, base, home / "mail"))
            browser.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    large = [file.name for file in FOLDER.glob("*.webp") if file.stat().st_size > LARGEST]
    print(f"{len(list(FOLDER.glob('*.webp')))} pictures, {sum(f.stat().st_size for f in FOLDER.glob('*')) / 1e6:.2f} MB")
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())
