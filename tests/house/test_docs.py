"""What the documents say holds: links, names, settings; and the commands they show exit as they promise."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kentongan.cli import commands
from kentongan.cli import docs as told

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
CALL = re.compile(r"\./kentongan(?: +(.*))?$")
PROMISE = re.compile(r" +# exit (\d)$")
# These serve until they are ended, run this suite, or write into the checkout: what they are told is looked at, not run.
NOT_RUN = {"demo", "serve", "web", "clockhand", "worker", "test", "check", "bench", "words"}
PAGES = [page for page in told.documents(ROOT) if BLOCK.search(page.read_text())]


def lines(page: Path) -> list[tuple[str, int]]:
    """Every line of a page's `sh` blocks with the exit code that it promises."""
    found = []
    for block in BLOCK.findall(page.read_text()):
        for line in filter(None, map(str.strip, block.splitlines())):
            promise = PROMISE.search(line)
            found.append((PROMISE.sub("", line), int(promise[1]) if promise else 0))
    return found


def words_of(line: str) -> list[str]:
    """The command and its words, empty where the line is none of ours."""
    call = CALL.search(re.sub(r" [>|] .*", "", line))
    return (call[1] or "help").split() if call else []


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with our door in it, an empty home, and a founding file as somebody would fill it in."""
    folder = tmp_path_factory.mktemp("documents")
    door = folder / "kentongan"
    door.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kentongan "$@"\n')
    door.chmod(0o755)
    return folder


def run(line: str, desk: Path) -> subprocess.CompletedProcess:
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("KENTONGAN_DATABASE", "LC_ALL")},
        "PYTHONPATH": str(ROOT / "src"),
        "KENTONGAN_HOME": str(desk / "home"),
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        ["sh", "-c", line], cwd=desk, env=environment, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip


def test_the_documents_say_what_the_program_does():
    assert list(told.faults(ROOT)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_option_that_a_page_shows_exists(page):
    options = {}
    wrong = []
    for line, _promise in lines(page):
        for name, *rest in filter(None, [words_of(line)]):
            if name == "help":
                continue
            if name not in commands():
                wrong.append(f"{line}: no command {name}")
                continue
            if name not in options and name != "test":  # what follows `test` goes to pytest
                asked = subprocess.run(
                    [sys.executable, "-m", "kentongan", name, "--help"], capture_output=True, text=True, check=True
                )
                options[name] = set(re.findall(r"--[a-z-]+", asked.stdout))
            wrong += [
                f"{line}: {name} has no {word}"
                for word in rest
                if word.startswith("--") and name != "test" and word not in options[name]
            ]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(set(commands()) - {"test"}))  # its help is pytest's
def test_the_options_that_the_check_reads_from_a_commands_file_are_those_of_its_help(name):
    asked = subprocess.run(
        [sys.executable, "-m", "kentongan", name, "--help"], capture_output=True, text=True, check=True
    )
    usage = asked.stdout.partition("\n\n")[0]
    assert told.options_of(told.HOUSE / "cli" / f"{name}.py") == set(told.OPTION.findall(usage)) - {"--help"}


# In the order in which an operator goes: what one page makes, the next one uses.
IN_ORDER = ["operate/install.md", "operate/keys.md", "operate/backup.md", "operate/upgrade.md", "operate/commands.md"]


@pytest.fixture(scope="module")
def results(desk) -> list[tuple[str, str, int, int, str]]:
    """(page, line, promised, got, said) of every line that ends by itself, run one after the other in one folder."""
    found = []
    for name in IN_ORDER:
        for line, promise in lines(ROOT / "docs" / name):
            if words_of(line)[:1] and words_of(line)[0] in NOT_RUN:
                continue
            if line.startswith(("./kentongan docs", "./kentongan law --check")):
                continue  # the first test looks at the first; the second reads docs/law, tests/cli/test_law.py
            for copied in re.findall(r"backup (\S+\.tar)$", line) if promise == 0 else []:
                (desk / copied).unlink(missing_ok=True)  # each page begins with a backup of its own
            if fresh := re.match(r"KENTONGAN_HOME=(\w+) \./kentongan restore", line):
                shutil.rmtree(desk / fresh[1], ignore_errors=True)
            done = run(line, desk)
            found.append((name, line, promise, done.returncode, (done.stdout + done.stderr)[-400:]))
            if "init --template" in line and ">" in line:
                fill_in(desk / "institution.toml")
    return found


def fill_in(file: Path) -> None:
    """As a person would: every … becomes something."""
    filled = file.read_text().replace("nama@", "kepala@")
    for number in range(filled.count("…")):
        filled = filled.replace("…", f"Kencana {number}", 1)
    file.write_text(filled)


@pytest.mark.slow
def test_every_command_that_ends_by_itself_exits_as_its_page_promises(results):
    assert [row for row in results if row[2] != row[3]] == []
    assert len(results) > 40


def test_a_page_that_lies_is_found(tmp_path):
    """The check itself: each kind of fault in a small checkout of our own."""
    shutil.copytree(ROOT / "docs" / "operate", tmp_path / "docs" / "operate")
    shutil.copytree(ROOT / "docs" / "develop", tmp_path / "docs" / "develop")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "README.md").write_text(
        "# Ours\n[gone](docs/gone.md) [no heading](docs/operate/keys.md#nothing)\nTODO\n`tests/x.py::test_nothing`\n"
    )
    (tmp_path / "docs" / "shot.png").write_bytes(b"x" * 90_000)
    commands_page = tmp_path / "docs" / "operate" / "commands.md"
    page = commands_page.read_text().replace("## verify", "## drum").replace("--skip-bad", "--skip-good")
    commands_page.write_text(page)
    room = tmp_path / "src" / "kentongan" / "desks" / "hospitality"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text('X = "KENTONGAN_TEA"\n')
    (room / "urls.py").write_text('prefix = "tamu"\n')
    said = list(told.faults(tmp_path))
    for wanted in (
        "CONTRIBUTING.md isn't there.",
        "README.md: the link docs/gone.md leads nowhere.",
        "README.md: docs/operate/keys.md has no heading 'nothing'.",
        "README.md:3: 'TODO' is a promise, not a document.",
        "README.md: there is no test tests/x.py::test_nothing.",
        "docs/shot.png: no page shows it.",
        "docs/shot.png: 90 kB; at most 80.",
        "docs/operate/commands.md: the command 'verify' has no heading.",
        "docs/operate/commands.md: there is no command 'drum'.",
        "docs/operate/commands.md: 'import' has --skip-bad, and nothing says so.",
        "docs/operate/commands.md: 'import' has no --skip-good.",
        "docs/operate/settings.md: KENTONGAN_TEA is read and has no row.",
        "docs/operate/settings.md: nothing reads KENTONGAN_SMTP.",
        "docs/develop/house.md: desks/hospitality isn't told.",
        "docs/office: no page tells of /kantor/tamu/ (desks/hospitality).",
    ):
        assert wanted in said


def test_the_list_of_documents_names_each_by_its_heading(capsys):
    assert told.main([]) == 0
    assert "docs/operate/keys.md" in (shown := capsys.readouterr().out)
    assert "Keys and the diary" in shown
