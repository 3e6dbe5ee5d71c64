"""CSV is looked at first, each bad row is named, and what comes in comes in once."""

import contextlib
import importlib
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from kentongan.cli import BadInput
from kentongan.ground.directory import actions, queries
from kentongan.ground.directory.models import Agency, Beat, Journalist, Outlet, Person
from kentongan.ground.directory.queries import Importer
from kentongan.ground.directory.rules import importing
from kentongan.ground.press.models import Change
from kentongan.ground.record.models import Entry

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)

CSV = (
    "Nama;Media;Surel;Topik;Tanggal setuju;Cara setuju\n"
    "Bima Aryasatya;Kencana Pos;bima@pos.example;Kesehatan, Pendidikan;12/1/2026;Formulir\n"
    "Citra;Tirta Info;bukan-surel;Kesehatan;;\n"
    "=HYPERLINK(1);Tirta Info;x@info.example;;;\n"
    "Dodi;Tirta Info;dodi@info.example;;kapan-kapan;Lisan\n"
    "Kembar;Tirta Info;BIMA@pos.example;;;\n"
    "\n"
    "Eka;;eka@info.example;;;\n"
    "Gilang;Harian Karangan;gilang@info.example;Gosip;;\n"
    "Hana;;hana@info.example;;25/11/2026;Formulir\n"
    "Ika;;ika@info.example;;12/1/2026;\n"
)


@pytest.fixture
def by(house):
    return house.actor("archivist")


@pytest.fixture
def press(db):
    for name in ("Kencana Pos", "Tirta Info"):
        Outlet.objects.create(name=name)
    for name in ("Kesehatan", "Pendidikan"):
        Beat.objects.create(name=name, slug=name.lower())


def read(kind, content):
    return importing.read(kind, content.encode() if isinstance(content, str) else content, today=TODAY)


def looked_at(kind, content, importer):
    reading = read(kind, content)
    plan = queries.plan(kind=kind, rows=reading.rows, importer=importer)
    return plan, sorted((fault.line, fault.column, fault.why) for fault in [*reading.faults, *plan.faults])


def brought(kind, content, importer, *, by, now):
    plan = actions.import_rows(kind=kind, rows=read(kind, content).rows, importer=importer, by=by, now=now)
    return [len(plan.of(outcome)) for outcome in ("new", "changed", "same")]


# ── the file ──


def test_every_bad_row_is_named_with_its_column_and_a_sentence(house, press):
    plan, faults = looked_at("journalists", CSV, Importer(unit=house.prokopim))
    assert faults == [
        (3, "email", "'bukan-surel' isn't an e-mail address"),
        (4, "name", "begins like a formula"),
        (5, "consent_on", "'kapan-kapan' isn't a day; write it as 2026-03-19"),
        (6, "email", "stands in line 2 too"),
        (9, "beats", "'Gosip' isn't among the topics"),
        (9, "outlet", "'Harian Karangan' isn't among the outlets"),
        (10, "consent_on", "that day is still to come"),
        (11, "consent_how", "say how the consent was given"),
    ]
    assert [(planned.line, planned.row.name, planned.outcome) for planned in plan.rows] == [
        (2, "Bima Aryasatya", "new"),
        (8, "Eka", "new"),
    ]
    assert Journalist.objects.count() == 0


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", ""), ("utf-8", "\ufeff"), ("cp1252", "")], ids=["UTF-8", "with BOM", "cp1252"]
)
def test_what_a_spreadsheet_writes_is_read_whatever_its_encoding(encoding, mark):
    reading = read("outlets", f"{mark}Nama;Jenis\nKabar “Sembilan” – Café;cetak\n".encode(encoding))
    assert reading.rows[0].values["name"] == "Kabar “Sembilan” – Café"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04\0\0", "binary file"),
        (b"", "empty"),
        (b"jenis\ncetak\n", "line 1 lacks the column 'name'; found: jenis"),
        (b"nama,name\na,b\n", "twice"),
        (b'nama\n"' + b"x" * 200_000, "isn't CSV"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(content, why):
    with pytest.raises(ValueError, match=why):
        read("outlets", content)


def test_a_telephone_number_begins_with_a_plus_and_a_formula_does_not_pass_as_one():
    reading = read("outlets", "nama,telepon\nA,+62 812-3456\nB,'+62 812\nC,+cmd|' /C calc'!A0\nD,＝1+1\n")
    assert [row.values["phone"] for row in reading.rows] == ["+62 812-3456", "+62 812"]
    assert [(fault.line, fault.column) for fault in reading.faults] == [(4, "phone"), (5, "phone")]


def test_functions_stand_one_per_line_and_a_comma_parts_none():
    said = 'nama;singkatan;fungsi\nDinas Kesehatan;Dinkes;"- Gizi, ibu, dan anak\n- Puskesmas"\n'
    assert read("agencies", said).rows[0].values["functions"] == "Gizi, ibu, dan anak\nPuskesmas"


@given(st.sampled_from(sorted(importing.KINDS)), st.binary(max_size=300))
def test_no_file_brings_the_reader_down(kind, content):
    head = ",".join(column.name for column in importing.KINDS[kind]).encode()
    with contextlib.suppress(ValueError):
        read(kind, head + b"\n" + content)


def test_the_template_is_a_file_without_faults():
    for kind in importing.KINDS:
        reading = read(kind, importing.template(kind))
        assert (len(reading.rows), reading.faults) == (1, [])


# ── beside what stands ──


@pytest.mark.both
def test_the_same_file_twice_changes_nothing(house, press, by, now):
    importer = Importer(unit=house.prokopim)
    assert [brought("journalists", CSV, importer, by=by, now=now) for _ in range(2)] == [[2, 0, 0], [0, 0, 2]]
    bima = Journalist.objects.get(email="bima@pos.example")
    assert (bima.consent_on, sorted(b.name for b in bima.beats.all()), bima.outlet.name, bima.unit) == (
        date(2026, 1, 12),
        ["Kesehatan", "Pendidikan"],
        "Kencana Pos",
        house.prokopim,
    )
    assert Entry.objects.filter(event="DirectoryImported").count() == 1
    for kind, content in (
        ("agencies", "nama,singkatan,urusan\nDinas Kesehatan,Dinkes,imunisasi; gizi\n"),
        ("persons", "nama,gelar depan\nBagas Pranoto,Drs.\n"),
        ("outlets", "media,jenis\nSuara Hulu,daring\n"),
    ):
        twice = [brought(kind, content, importer, by=by, now=now) for _ in range(2)]
        assert twice == [[1, 0, 0], [0, 0, 1]], kind


@pytest.mark.both
def test_a_change_is_told_column_by_column_and_a_blank_takes_nothing_away(house, press, by, now):
    importer = Importer(unit=house.prokopim)
    brought("journalists", CSV, importer, by=by, now=now)
    later = "nama,media,surel,topik\nBima A.,tirta info,BIMA@pos.example,kesehatan\nEka,,eka@info.example,\n"
    plan, faults = looked_at("journalists", later, importer)
    assert faults == []
    assert [(p.outcome, [(name, str(was), str(is_)) for name, was, is_ in p.changes]) for p in plan.rows] == [
        (
            "changed",
            [
                ("name", "Bima Aryasatya", "Bima A."),
                ("outlet", "Kencana Pos", "Tirta Info"),
                ("beats", "Kesehatan, Pendidikan", "Kesehatan"),
            ],
        ),
        ("same", []),
    ]
    assert brought("journalists", later, importer, by=by, now=now) == [0, 1, 1]
    bima = Journalist.objects.get(email="bima@pos.example")
    assert (bima.name, bima.consent_on, [b.name for b in bima.beats.all()]) == (
        "Bima A.",
        date(2026, 1, 12),
        ["Kesehatan"],
    )


@pytest.mark.both
def test_a_withdrawn_consent_is_not_given_back_by_an_old_file(house, press, by, now):
    importer = Importer(unit=house.prokopim)
    brought("journalists", CSV, importer, by=by, now=now)
    bima = Journalist.objects.get(email="bima@pos.example")
    actions.withdraw_consent(journalist=bima, by=by, now=now)
    _plan, faults = looked_at("journalists", CSV, importer)
    assert [fault for fault in faults if fault[0] == 2] == [
        (2, "consent_on", "the consent was withdrawn on 2026-11-24")
    ]
    brought("journalists", CSV, importer, by=by, now=now + timedelta(days=1))
    bima.refresh_from_db()
    assert bima.consent_on is None


@pytest.mark.both
def test_a_file_changes_no_journalist_that_another_unit_keeps(house, press, by, now):
    hidden = Journalist.objects.create(
        unit=house.prokopim, level="restricted", name="Narasumber", email="Rahasia@x.example"
    )
    importer = Importer(unit=house.kominfo, keeps=frozenset({house.kominfo.pk}))
    content = "nama,surel\nNama Baru,rahasia@x.example\n"
    plan, faults = looked_at("journalists", content, importer)
    assert (plan.rows, faults) == ([], [(2, "email", "another unit keeps the journalist with this address")])
    assert brought("journalists", content, importer, by=house.actor("archivist", "KOMINFO"), now=now) == [0, 0, 0]
    hidden.refresh_from_db()
    assert hidden.name == "Narasumber"


@pytest.mark.both
def test_a_file_sends_no_code_elsewhere_unless_the_administrator_brings_it(house, by, now):
    person = Person.objects.create(name="Bagas Pranoto", slug="bagas", email="sekda@tirtakencana.example")
    content = "nama,surel\nBagas Pranoto,penulis@pribadi.example\n"
    keeper = Importer(unit=house.prokopim, keeps=frozenset({house.prokopim.pk}), registers=False)
    _plan, faults = looked_at("persons", content, keeper)
    assert faults == [(2, "email", "only the administrator changes where codes reach a person")]
    assert brought("persons", content, keeper, by=by, now=now) == [0, 0, 0]
    assert brought("persons", content, Importer(unit=house.prokopim), by=by, now=now) == [0, 1, 0]
    said = Entry.objects.filter(event="ReachChanged").values_list("data", flat=True).get()
    assert said == {"person_id": person.pk, "what": "email"}


def test_of_two_with_one_name_none_is_guessed(house):
    for slug in ("a", "b"):
        Person.objects.create(name="Siti Aminah", slug=slug)
    _plan, faults = looked_at("persons", "nama,gelar depan\nsiti aminah,Hj.\n", Importer(unit=house.prokopim))
    assert faults == [(2, "name", "more than one of that name stands in the directory")]


@pytest.mark.both
def test_what_the_public_reads_of_is_printed_after_an_import(house, by, now):
    importer = Importer(unit=house.prokopim)
    brought("outlets", "nama\nKencana Pos\n", importer, by=by, now=now)
    assert Change.objects.count() == 0
    brought(
        "agencies", "nama,singkatan\nDinas Kesehatan,Dinkes\nDinas Kesehatan Hewan,Dinkes\n", importer, by=by, now=now
    )
    assert list(Change.objects.values_list("reason", "thing_id")) == [("import", None)]
    assert sorted(Agency.objects.values_list("slug", flat=True)) == ["dinkes", "dinkes-2"]


@pytest.mark.parametrize("kind", sorted(importing.KINDS))
def test_questions_do_not_grow_with_the_rows_of_a_chunk(house, press, by, now, kind):
    importer, costs = Importer(unit=house.prokopim), []
    for first, many in ((0, 1), (10, 3), (20, 50)):
        lines = {
            "persons": ["nama,gelar depan", *(f"Orang {n},Drs." for n in range(first, first + many))],
            "outlets": ["nama,jenis", *(f"Media {n},cetak" for n in range(first, first + many))],
            "journalists": ["nama,surel,media,topik", *(f"W {n},w{n}@x.example,Kencana Pos,Kesehatan" for n in range(first, first + many))],
            "agencies": ["nama,singkatan,urusan", *(f"Dinas {n},D{n},urusan {n}" for n in range(first, first + many))],
        }[kind]  # fmt: skip
        content = "\n".join(lines)
        changed = content.replace("Drs.", "Dra.").replace("cetak", "radio").replace("Kesehatan", "Pendidikan")
        with CaptureQueriesContext(connection) as seen:
            assert brought(kind, content, importer, by=by, now=now) == [many, 0, 0]
            brought(kind, changed, importer, by=by, now=now)
        costs.append(len(seen))
    assert costs[1] == costs[2]


def test_a_thousand_rows_cost_some_dozen_questions(house, by, now):
    content = "nama,jenis\n" + "".join(f"Media {n},cetak\n" for n in range(1_000))
    with CaptureQueriesContext(connection) as seen:
        assert brought("outlets", content, Importer(unit=house.prokopim), by=by, now=now) == [1_000, 0, 0]
    # Two looks, and as many statements as 999 values of SQLite's hold rows of nine columns.
    assert len(seen) < 20


# ── the screen and the command ──


def test_an_import_shows_first_and_writes_then(client, house, press):
    client.force_login(house.account("archivist"))
    address = reverse("directory:import")
    file = SimpleUploadedFile("wartawan.csv", CSV.encode("cp1252"))
    shown = client.post(address, {"kind": "journalists", "unit": house.prokopim.pk, "file": file})
    assert ([item["value"] for item in shown.context["tally"]], Journalist.objects.count()) == ([2, 0, 0, 7], 0)
    page = shown.content.decode()
    assert "bukan-surel" in page
    assert "kolom" in page.lower()
    again = {name: shown.context[name] for name in ("kind", "text")} | {"unit": house.prokopim.pk}
    assert client.post(address, again).status_code == 302
    assert Journalist.objects.count() == 2


@pytest.mark.parametrize(
    ("forged", "answer"),
    [
        ({"kind": "accounts", "unit": "own"}, 404),
        ({"kind": "outlets", "unit": "other"}, 404),
        ({"kind": "outlets", "unit": "own", "text": "bukan,berkas"}, 409),
    ],
)
def test_a_forged_second_step_writes_nothing(client, house, forged, answer):
    client.force_login(house.account("archivist"))
    units = {"own": house.prokopim.pk, "other": house.kominfo.pk}
    said = {"text": "nama\nKencana Pos\n", **forged, "unit": units[forged["unit"]]}
    assert client.post(reverse("directory:import"), said).status_code == answer
    assert Outlet.objects.count() == 0


def test_whoever_does_not_keep_the_directory_imports_nothing(client, house):
    client.force_login(house.account("liaison"))
    said = {"kind": "outlets", "unit": house.prokopim.pk, "text": "nama\nKencana Pos\n"}
    assert client.post(reverse("directory:import"), said).status_code == 403
    assert client.get(reverse("directory:template", args=["outlets"])).status_code == 403
    assert Outlet.objects.count() == 0


command = importlib.import_module("kentongan.cli.import").main


def test_the_command_writes_nothing_while_a_row_is_bad_and_names_it(house, press, tmp_path, capsys):
    file = tmp_path / "w.csv"
    file.write_text(CSV)
    assert (command(["journalists", str(file)]), Journalist.objects.count()) == (2, 0)
    said = capsys.readouterr()
    assert f"{file}, line 3, email: 'bukan-surel' isn't an e-mail address.\n" in said.err
    assert said.out == "2 new, 0 changed, 0 same, 7 bad. Nothing was written.\n"
    file.write_text("\n".join(CSV.split("\n")[:2]))
    assert [command(["journalists", str(file), *more]) for more in (["--dry-run"], [], [])] == [0, 0, 0]
    assert capsys.readouterr().out.split("\n")[:3] == [
        "1 new, 0 changed, 0 same, 0 bad. Nothing was written.",
        "1 new, 0 changed, 0 same, 0 bad. Taken in.",
        "0 new, 0 changed, 1 same, 0 bad. Taken in.",
    ]
    with pytest.raises(BadInput, match="there is no unit 'LAIN'"):
        command(["outlets", str(file), "--unit", "LAIN"])
    assert command(["agencies", "--template"]) == 0
