"""A house moves in, is backed up, and is restored in another process with its source gone."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from kentongan.ground.units.rules.founding import faults_of

TOML = """
[institution]
name = "Pemerintah Kabupaten Uji"
short = "Kabupaten Uji"
place = "Uji"
zone = "WITA"
[[unit]]
code = "PROKOPIM"
short = "Prokopim"
name = "Bagian Prokopim"
[[person]]
name = "Adi"
email = "adi@uji.example"
unit = "PROKOPIM"
roles = ["administrator", "approver"]
[[person]]
name = "Budi"
email = "budi@uji.example"
unit = "PROKOPIM"
roles = ["writer"]
"""


def run(home, *command, **environment):
    return subprocess.run(
        [sys.executable, "-m", "kentongan", *command],
        env={**os.environ, "KENTONGAN_HOME": str(home), "KENTONGAN_DATABASE": "", **environment},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def rows(home) -> dict:
    code = "import kentongan.cli as c; c.django_ready(); from kentongan.cli.backup import counts; import json; print(json.dumps(counts()))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "KENTONGAN_HOME": str(home), "KENTONGAN_DATABASE": ""},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


def test_a_house_survives_the_loss_of_its_folder(tmp_path):
    home, file = tmp_path / "home", tmp_path / "office.tar"
    (tmp_path / "institution.toml").write_text(TOML)
    made = run(home, "init", "--file", str(tmp_path / "institution.toml"), "--no-input")
    assert made.returncode == 0, made.stderr
    saved = run(home, "backup", str(file))
    assert saved.returncode == 0, saved.stderr
    before = rows(home)
    (home / "keys").rename(tmp_path / "gone")
    shutil.rmtree(home)

    restored = run(tmp_path / "other", "restore", str(file))
    assert restored.returncode == 0, restored.stdout + restored.stderr
    after = rows(tmp_path / "other")
    # Printing the site anew after a restore is itself written down.
    told = {"record.Entry", "press.Press", "press.Print", "press.Change", "record.Hearing"}
    assert {k: v for k, v in after.items() if k not in told} == {k: v for k, v in before.items() if k not in told}
    assert after["units.Account"] == 2
    assert run(tmp_path / "other", "verify").returncode == 0
    assert (tmp_path / "other" / "keys" / "secret").read_text() == (tmp_path / "gone" / "secret").read_text()


def test_a_backup_with_one_changed_byte_restores_nothing(tmp_path):
    home, file = tmp_path / "home", tmp_path / "office.tar"
    (tmp_path / "institution.toml").write_text(TOML)
    run(home, "init", "--file", str(tmp_path / "institution.toml"), "--no-input")
    run(home, "backup", str(file))
    content = bytearray(file.read_bytes())
    at = content.index(b"SQLite format 3") + 60
    content[at] ^= 1
    file.write_bytes(content)

    refused = run(tmp_path / "other", "restore", str(file))
    assert refused.returncode == 2
    assert "kentongan.sqlite3 is missing or was changed; nothing was restored." in refused.stderr
    assert not (tmp_path / "other" / "kentongan.sqlite3").exists()


def test_a_house_is_never_restored_over_another(tmp_path):
    home, file = tmp_path / "home", tmp_path / "office.tar"
    (tmp_path / "institution.toml").write_text(TOML)
    run(home, "init", "--file", str(tmp_path / "institution.toml"), "--no-input")
    again = run(home, "init", "--file", str(tmp_path / "institution.toml"), "--no-input")
    assert (again.returncode, "this house has an institution" in again.stderr) == (2, True)
    run(home, "backup", str(file))
    assert (run(home, "restore", str(file)).returncode, run(home, "backup", str(file)).returncode) == (2, 2)


def test_init_names_everything_that_is_missing_and_writes_nothing(tmp_path):
    (tmp_path / "bad.toml").write_text(TOML.replace('roles = ["writer"]', 'roles = ["king"]').replace("WITA", "WIX"))
    refused = run(tmp_path / "home", "init", "--file", str(tmp_path / "bad.toml"))
    assert refused.returncode == 2
    assert "'WIX' isn't a time zone" in refused.stderr
    assert "person Budi: 'king' isn't a role." in refused.stderr
    assert not (tmp_path / "home" / "kentongan.sqlite3").exists()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({}, "There is no [institution]."),
        (
            {"institution": {"name": "x", "short": "x", "place": "x"}},
            "At least one [[unit]] and two [[person]] are needed.",
        ),
    ],
)
def test_a_founding_file_says_what_it_lacks(said, fault):
    assert faults_of(said) == [fault]


def test_the_template_is_a_founding_file_once_its_dots_are_filled(tmp_path):
    import tomllib

    template = run(tmp_path, "init", "--template").stdout
    assert faults_of(tomllib.loads(template.replace("…", "Uji"))) == []


def test_a_template_that_nobody_filled_in_founds_nothing(tmp_path):
    (tmp_path / "institution.toml").write_text(run(tmp_path, "init", "--template").stdout)
    refused = run(tmp_path / "home", "init", "--file", str(tmp_path / "institution.toml"), "--no-input")
    assert refused.returncode == 2
    assert "institution 1: 'name' still holds the template's …" in refused.stderr
    assert "unit 1: 'letterhead' still holds the template's …" in refused.stderr
    assert "person 2: 'name' still holds the template's …" in refused.stderr
    assert not (tmp_path / "home" / "kentongan.sqlite3").exists()


@pytest.mark.parametrize("command", [["verify"], ["print"], ["print", "--check"], ["backup", "office.tar"]])
def test_a_house_in_which_nobody_lives_is_told_by_name_and_stays_empty(tmp_path, command):
    refused = run(tmp_path / "home", *(str(tmp_path / word) if word.endswith(".tar") else word for word in command))
    assert (refused.returncode, refused.stderr.startswith(f"{command[0]}: nobody has moved in yet")) == (2, True)
    assert not (tmp_path / "home" / "kentongan.sqlite3").exists()
    assert not (tmp_path / "office.tar").exists()


def test_what_is_no_backup_is_refused_in_one_line(tmp_path):
    (tmp_path / "slip.tar").write_text("not a tar")
    refused = run(tmp_path / "home", "restore", str(tmp_path / "slip.tar"))
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "isn't a backup of Kentongan" in refused.stderr
