"""Who works in and around the fictional regency of Tirta Kencana. Every name is invented."""

from __future__ import annotations

from datetime import date, datetime

from kentongan.ground.approval.models import Path, Step
from kentongan.ground.directory.models import Agency, Beat, Journalist, Matter, Outlet, Person, Post, Tenure
from kentongan.ground.record.rules import Actor
from kentongan.ground.units import actions as units
from kentongan.ground.units.models import Account, Institution, NumberPattern, Unit

PASSWORD = "kentongan-demo"  # noqa: S105 (shown on the screen of a demo that listens on loopback alone)
BY = Actor.machine("demo")

# name, e-mail, position, unit, roles
STAFF = (
    ("Dewi Anggraini", "dewi", "Pranata Humas Ahli Muda", "PROKOPIM", ("writer",)),
    ("Arif Budiman", "arif", "Analis Media", "PROKOPIM", ("writer", "archivist")),
    ("Nugroho Hadi", "nugroho", "Kepala Bagian Prokopim", "PROKOPIM", ("approver", "chief", "dispatcher")),
    ("Ratna Kusuma", "ratna", "Kepala Subbagian Protokol", "PROKOPIM", ("protocol",)),
    ("Melati Puspaningrum", "melati", "Pranata Humas Ahli Pertama", "PROKOPIM", ("writer", "dispatcher")),
    ("Galih Prasetya", "galih", "Fotografer", "PROKOPIM", ("writer", "archivist")),
    ("Sinta Maheswari", "sinta", "Kepala Bidang Informasi Publik", "KOMINFO", ("writer", "approver", "chief")),
    ("Yoga Pamungkas", "yoga", "Penghubung Dinas PUPR", "KOMINFO", ("liaison",)),
    ("Lestari Widyaningsih", "lestari", "Auditor Inspektorat", "PROKOPIM", ("auditor",)),
    ("Hendra Saputra", "hendra", "Administrator Sistem", "PROKOPIM", ("administrator",)),
)

# front, name, behind, second mention, slug
PERSONS = (
    ("H.", "Wirya Adiguna", "S.E., M.M.", "Wirya", "wirya-adiguna"),
    ("Dr. Hj.", "Sekar Lestari Maharani", "M.Kes.", "Sekar", "sekar-lestari-maharani"),
    ("Drs.", "Bagas Pranoto", "M.Si.", "Bagas", "bagas-pranoto"),
    ("Ir.", "Damar Wicaksono", "M.T.", "Damar", "damar-wicaksono"),
    ("", "Kirana Paramitha", "S.Sos., M.I.Kom.", "Kirana", "kirana-paramitha"),
    ("dr.", "Laras Setyaningrum", "M.K.M.", "Laras", "laras-setyaningrum"),
)

# title, short, slug, agency, rank in protocol, leader, holder, as
POSTS = (
    ("Bupati Tirta Kencana", "Bupati", "bupati", None, "regent", True, "wirya-adiguna", "definitive"),
    ("Wakil Bupati Tirta Kencana", "Wakil Bupati", "wakil-bupati", None, "deputy-regent", True, "sekar-lestari-maharani", "definitive"),
    ("Sekretaris Daerah", "Sekda", "sekda", "setda", "secretary", True, "bagas-pranoto", "definitive"),
    ("Kepala Dinas PUPR", "Kadis PUPR", "kadis-pupr", "pupr", "department-head", False, "damar-wicaksono", "definitive"),
    ("Kepala Dinas Komunikasi dan Informatika", "Kadis Kominfo", "kadis-kominfo", "kominfo", "department-head", False, "kirana-paramitha", "definitive"),
    ("Kepala Dinas Kesehatan", "Kadis Kesehatan", "kadis-kesehatan", "dinkes", "department-head", False, "laras-setyaningrum", "plt"),
)  # fmt: skip

# slug, short, name, tasks, functions, matters
AGENCIES = (
    ("setda", "Setda", "Sekretariat Daerah", "Membantu Bupati menyusun kebijakan dan mengoordinasikan dinas serta badan.",
     ("Penyusunan kebijakan daerah", "Koordinasi pelaksanaan tugas dinas", "Pelayanan administrasi pimpinan"),
     ("bertemu Bupati", "undangan untuk pimpinan")),
    ("pupr", "PUPR", "Dinas Pekerjaan Umum dan Penataan Ruang", "Membangun dan merawat jalan, jembatan, irigasi, dan air minum kabupaten.",
     ("Pemeliharaan jalan kabupaten", "Pengelolaan irigasi", "Izin pemanfaatan ruang"),
     ("jalan rusak", "jembatan putus", "irigasi kering", "izin mendirikan bangunan")),
    ("kominfo", "Kominfo", "Dinas Komunikasi dan Informatika", "Mengelola informasi publik, jaringan, dan data kabupaten.",
     ("Pelayanan informasi publik", "Pengelolaan jaringan pemerintah", "Statistik sektoral"),
     ("minta informasi publik", "wifi balai desa", "kabar bohong")),
    ("dinkes", "Dinkes", "Dinas Kesehatan", "Menjaga kesehatan warga melalui puskesmas dan pencegahan penyakit.",
     ("Pembinaan puskesmas", "Pencegahan penyakit menular", "Gizi dan kesehatan ibu"),
     ("imunisasi anak", "puskesmas terdekat", "demam berdarah")),
    ("dukcapil", "Dukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Mencatat penduduk dan menerbitkan dokumen kependudukan.",
     ("Penerbitan KTP dan KK", "Pencatatan kelahiran dan kematian"),
     ("akta hilang", "buat KTP", "pindah alamat")),
)  # fmt: skip

TOPICS = (
    ("pelayanan-publik", "Pelayanan publik"),
    ("pembangunan", "Pembangunan"),
    ("kesehatan", "Kesehatan"),
    ("pendidikan", "Pendidikan"),
    ("pertanian", "Pertanian"),
)

# name, kind, domain
OUTLETS = (
    ("Kencana Pos", "print", "kencanapos.example"),
    ("Tirta Info", "online", "tirtainfo.example"),
    ("Suara Hulu", "online", "suarahulu.example"),
    ("Kabar Sembilan", "online", "kabarsembilan.example"),
    ("Radio Gema Kencana", "radio", "gemakencana.example"),
)

# name, outlet, topics
JOURNALISTS = (
    ("Bima Aryasatya", "Kencana Pos", ("pelayanan-publik", "pembangunan")),
    ("Citra Handayani", "Tirta Info", ("pelayanan-publik", "kesehatan")),
    ("Fajar Nugraha", "Suara Hulu", ("pertanian", "pembangunan")),
    ("Gita Larasati", "Kabar Sembilan", ("pelayanan-publik",)),
    ("Indra Mahendra", "Radio Gema Kencana", ("pelayanan-publik", "pendidikan")),
)


def settle(*, domain: str, now: datetime) -> Institution:
    """The institution, its two units, everybody who works there and everybody they write to."""
    institution = Institution.objects.create(
        name="Pemerintah Kabupaten Tirta Kencana",
        short="Kabupaten Tirta Kencana",
        site_title="Ruang Warta",
        motto="Kabar yang dapat dipastikan",
        place="KENCANA",
        zone="Asia/Jakarta",
        domain=domain,
        address="Jalan Pendopo Nomor 1\nKencana 34811",
        phone="(0700) 555-014",
        email="humas@tirtakencana.example",
        privacy_contact="ppid@tirtakencana.example",
    )
    offices = units_of_the_regency()
    accounts = staff(offices, now=now)
    persons = officials(accounts)
    press()
    paths(offices, persons)
    return institution


def units_of_the_regency() -> dict[str, Unit]:
    """Prokopim and Kominfo, with letterhead and number patterns."""
    made = {
        "PROKOPIM": Unit.objects.create(
            name="Bagian Protokol dan Komunikasi Pimpinan",
            short="Prokopim",
            code="PROKOPIM",
            letterhead="PEMERINTAH KABUPATEN TIRTA KENCANA\nSEKRETARIAT DAERAH\nBagian Protokol dan Komunikasi Pimpinan",
            address="Jalan Pendopo Nomor 1, Kencana 34811",
            phone="(0700) 555-021",
            email="prokopim@tirtakencana.example",
            hours="Senin–Jumat, 07.30–16.00 WIB",
        ),
        "KOMINFO": Unit.objects.create(
            name="Dinas Komunikasi dan Informatika",
            short="Kominfo",
            code="KOMINFO",
            letterhead="PEMERINTAH KABUPATEN TIRTA KENCANA\nDINAS KOMUNIKASI DAN INFORMATIKA",
            address="Jalan Merdeka Nomor 12, Kencana 34812",
            phone="(0700) 555-030",
            email="kominfo@tirtakencana.example",
            hours="Senin–Jumat, 07.30–16.00 WIB",
        ),
    }
    for unit in made.values():
        for kind in ("release", "statement", "clarification", "speech"):
            NumberPattern.objects.create(unit=unit, kind=kind, classification="480")
    return made


def staff(offices: dict[str, Unit], *, now: datetime) -> dict[str, Account]:
    """Accounts by the first part of their address."""
    made = {}
    for name, short, position, unit, roles in STAFF:
        account = units.open_account(
            email=f"{short}@tirtakencana.example", name=name, password=PASSWORD, position=position, by=BY, now=now
        )
        for role in roles:
            units.give_role(account=account, unit=offices[unit], role=role, by=BY, now=now)
        made[short] = account
    return made


def officials(accounts: dict[str, Account]) -> dict[str, Person]:
    """Persons, agencies, posts and who holds them."""
    persons = {
        slug: Person.objects.create(front=front, name=name, behind=behind, short=short, slug=slug)
        for front, name, behind, short, slug in PERSONS
    }
    # The secretary approves on his phone, without an account: his address is registered here.
    persons["bagas-pranoto"].email = "sekda@tirtakencana.example"
    persons["bagas-pranoto"].save()
    for short, slug in (("nugroho", "nugroho-hadi"), ("galih", "galih-prasetya"), ("ratna", "ratna-kusuma")):
        account = accounts[short]
        persons[slug] = Person.objects.create(
            name=account.name, slug=slug, account=account, email=account.email, short=account.get_short_name()
        )
    agencies = {}
    for slug, short, name, tasks, functions, matters in AGENCIES:
        agency = Agency.objects.create(
            slug=slug, short=short, name=name, tasks=tasks, functions="\n".join(functions),
            email=f"{slug}@tirtakencana.example", hours="Senin–Jumat, 07.30–16.00 WIB",
        )  # fmt: skip
        Matter.objects.bulk_create([Matter(agency=agency, words=words) for words in matters])
        agencies[slug] = agency
    for order, (title, short, slug, of, rank, leader, holder, acting) in enumerate(POSTS, start=1):
        post = Post.objects.create(
            title=title, short=short, slug=slug, agency=agencies.get(of or ""), precedence=rank, is_leader=leader,
            order=order,
        )  # fmt: skip
        Tenure.objects.create(person=persons[holder], post=post, acting=acting, from_on=date(2025, 2, 20))
    return persons


def press() -> None:
    """Topics, outlets and journalists, with their consent."""
    topics = {slug: Beat.objects.create(slug=slug, name=name) for slug, name in TOPICS}
    outlets = {
        name: Outlet.objects.create(name=name, kind=kind, domain=domain, email=f"redaksi@{domain}")
        for name, kind, domain in OUTLETS
    }
    unit = Unit.objects.get(code="PROKOPIM")
    for name, outlet, beats in JOURNALISTS:
        journalist = Journalist.objects.create(
            unit=unit, name=name, outlet=outlets[outlet], email=f"{name.split()[0].lower()}@{outlets[outlet].domain}",
            consent_on=date(2026, 1, 12), consent_how="Formulir jumpa pers",
        )  # fmt: skip
        journalist.beats.set([topics[slug] for slug in beats])


def paths(offices: dict[str, Unit], persons: dict[str, Person]) -> None:
    """Releases of Prokopim: one approver in the office; speeches: the secretary too, on his phone."""
    path = Path.objects.create(unit=offices["PROKOPIM"], name="Siaran Prokopim")
    Step.objects.create(path=path, order=1, role="approver", hours=4)
    speech = Path.objects.create(unit=offices["PROKOPIM"], kind="speech", name="Sambutan pimpinan")
    Step.objects.create(path=speech, order=1, role="approver", hours=4)
    Step.objects.create(path=speech, order=2, person=persons["bagas-pranoto"], hours=12)
    statement = Path.objects.create(unit=offices["PROKOPIM"], kind="statement", name="Pernyataan Sekda")
    Step.objects.create(path=statement, order=1, person=persons["bagas-pranoto"], hours=4)
    kominfo = Path.objects.create(unit=offices["KOMINFO"], name="Siaran Kominfo")
    Step.objects.create(path=kominfo, order=1, role="approver", hours=8)
