"""Moves a new institution in: asks, or takes a TOML file; `--template` shows one."""

import argparse
import getpass
import sys
import tomllib
from pathlib import Path

from kentongan.cli import BadInput, django_ready
from kentongan.cli.inputs import read_text

TEMPLATE = """\
# What `./kentongan init --file institution.toml` reads: put something in the place of every "…". Passwords aren't
# written here: each first person's is asked at the prompt (or made, and shown once, with --no-input).
[institution]
name = "Pemerintah Kabupaten …"
short = "Kabupaten …"
site_title = "Ruang Warta"
place = "…"               # the town that begins every release
zone = "WIB"              # WIB, WITA, WIT, or a name such as Asia/Jakarta
domain = "humas.example.go.id"
https = true
address = "Jalan …"
phone = ""
email = "humas@example.go.id"

[[unit]]
code = "PROKOPIM"         # stands in register numbers
short = "Prokopim"
name = "Bagian Protokol dan Komunikasi Pimpinan"
number = "{class}/{number}/{unit}/{year}"
classification = "480"
letterhead = ["PEMERINTAH KABUPATEN …", "SEKRETARIAT DAERAH", "Bagian Protokol dan Komunikasi Pimpinan"]

[[person]]
name = "…"
email = "nama@example.go.id"
position = "Kepala Bagian"
unit = "PROKOPIM"
roles = ["administrator", "approver"]

[[person]]
name = "…"
email = "penulis@example.go.id"
position = "Pranata Humas"
unit = "PROKOPIM"
roles = ["writer", "protocol", "dispatcher"]
"""


def main(argv: list[str]) -> int:
    """Exit 2 with each fault named and nothing written; the house is made in one transaction."""
    parser = argparse.ArgumentParser(prog="kentongan init", description=__doc__)
    parser.add_argument("--file", help="a TOML file; without it, questions are asked")
    parser.add_argument("--template", action="store_true", help="print a TOML file to fill in")
    parser.add_argument("--no-input", action="store_true", help="make a password for each person and show it once")
    options = parser.parse_args(argv)
    if options.template:
        print(TEMPLATE, end="")
        return 0
    if not options.file and not sys.stdin.isatty():
        raise BadInput("there is nobody to ask; give --file, and see --template.")
    said = read_toml(options.file) if options.file else ask()
    django_ready()
    from django.core.management import call_command
    from django.utils import timezone

    from kentongan.ground.record.rules import Actor
    from kentongan.ground.ui.rules.refusal import Refusal
    from kentongan.ground.units.actions import found_institution
    from kentongan.ground.units.models import Institution
    from kentongan.ground.units.rules.founding import faults_of, read

    faults = faults_of(said)
    if faults:
        raise BadInput("\n  ".join([f"{options.file or 'the answers'}: {len(faults)} things to mend", *faults]))
    call_command("migrate", verbosity=0)
    if Institution.objects.exists():  # before a password is asked for
        raise BadInput("this house has an institution; another one needs a house (KENTONGAN_HOME) of its own.")
    founding = read(said)
    passwords = {person.email: password_for(person.email, made=options.no_input) for person in founding.persons}
    try:
        institution = found_institution(
            founding=founding, passwords=passwords, by=Actor.machine("init"), now=timezone.now()
        )
    except Refusal as refusal:
        raise BadInput(str(refusal)) from refusal
    print(f"{institution.name} has moved in. Start it with: ./kentongan serve")
    if options.no_input:
        for email, password in passwords.items():
            print(f"  {email}  {password}  (shown once)")
    return 0


def read_toml(name: str) -> dict:
    """The file as a table; a fault names its line."""
    try:
        return tomllib.loads(read_text(name))
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{Path(name).name}: {error}") from error


def ask() -> dict:
    """The shortest way to a house of one unit and two persons: four eyes are the minimum."""

    def question(text: str, default: str = "") -> str:
        answer = input(f"{text}{f' [{default}]' if default else ''}: ").strip()
        return answer or default

    print("A new institution. Two persons are needed: nobody approves his own words.\n")
    institution = {
        "name": question("Name of the institution"),
        "short": question("Short name"),
        "site_title": question("Title of the public site", "Ruang Warta"),
        "place": question("Town that begins every release"),
        "zone": question("Time zone (WIB, WITA, WIT)", "WIB"),
        "domain": question("Domain", "localhost:8000"),
    }
    code = question("Code of the first unit in register numbers", "PROKOPIM")
    unit = {"code": code, "short": question("Its short name", code.title()), "name": question("Its name")}
    persons = []
    for role, roles in (("approves", ["administrator", "approver"]), ("writes", ["writer", "protocol", "dispatcher"])):
        name = question(f"Name of the person who {role}")
        persons.append({"name": name, "email": question("E-mail"), "unit": code, "roles": roles})
    return {"institution": institution, "unit": [unit], "person": persons}


def password_for(email: str, *, made: bool) -> str:
    """One typed twice, or made."""
    import secrets

    if made or not sys.stdin.isatty():
        return secrets.token_urlsafe(12)
    while True:
        first = getpass.getpass(f"Password for {email}: ")
        if len(first) < 10:
            print("At least ten characters.")
        elif first == getpass.getpass("Again: "):
            return first
        else:
            print("These weren't the same.")
