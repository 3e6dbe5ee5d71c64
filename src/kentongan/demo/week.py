"""A week of work: the training for public-relations staff, told from its invitation to who printed what of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from kentongan.demo import pictures
from kentongan.demo.hands import Office, listen, send
from kentongan.desks.agenda import actions as agenda
from kentongan.desks.agenda.models import Activity
from kentongan.desks.dispatch import actions as dispatch
from kentongan.desks.facts import actions as facts
from kentongan.desks.facts.actions import Claim
from kentongan.desks.facts.models import Fact
from kentongan.desks.monitoring import actions as monitoring
from kentongan.desks.newsroom import actions as newsroom
from kentongan.desks.newsroom.actions import Settings
from kentongan.desks.newsroom.models import Version
from kentongan.desks.newsroom.rules import plain
from kentongan.ground.directory.models import Agency, Beat, Journalist, Outlet, Person
from kentongan.ground.library import actions as library
from kentongan.ground.library import store
from kentongan.ground.library.models import Photograph
from kentongan.ground.library.rules import pictures as looking
from kentongan.ground.units.models import Unit
from kentongan.ground.units.queries import zone


def tell(*, now: datetime) -> None:
    """The whole week, in the order in which it happened."""
    here = zone()
    office = Office(Unit.objects.get(code="PROKOPIM"), now.astimezone(here).date(), here)
    training = calendar(office)
    listen(office.at(-6, "09.30"))
    daily, everybody = press_lists(office)
    irrigation(office, [daily])
    send(office.at(-4, "15.46"))
    version = release(office, training, [daily, everybody])
    send(office.at(-2, "14.06"))
    coverage(office, version)
    correction(office, version)
    todays_work(office)


def calendar(office: Office) -> Activity:
    """The leaders' week: one clash, one representation, one activity past midnight, one that isn't told to everybody."""
    rapat = office.plan("Rapat koordinasi pengisian bendungan", 0, "08.00", 1.5, "Ruang Rapat Setda", dress="PDH khaki")
    office.send(rapat, "wirya-adiguna", "bupati")
    office.send(rapat, "bagas-pranoto", "sekda")
    pustu = office.plan(
        "Peresmian Puskesmas Pembantu Way Lunik", 0, "10.30", 1, "Way Lunik", level="public",
        public_title="Peresmian Puskesmas Pembantu Way Lunik", organiser=Agency.objects.get(slug="dinkes"), dress="Batik",
    )  # fmt: skip
    office.send(pustu, "sekar-lestari-maharani", "wakil-bupati", for_="bupati", speaks=True)
    paripurna = office.plan(
        "Rapat paripurna APBD 2027",
        2,
        "09.00",
        3,
        "Gedung DPRD",
        level="public",
        public_title="Rapat paripurna APBD 2027",
        dress="PSL",
    )
    office.send(paripurna, "wirya-adiguna", "bupati", speaks=True)
    pameran = office.plan(
        "Pembukaan pameran produk unggulan",
        2,
        "10.00",
        1.5,
        "Alun-alun Kencana",
        level="public",
        public_title="Pameran produk unggulan",
        dress="Batik",
    )
    office.send(pameran, "wirya-adiguna", "bupati", clash=True)
    wayang = office.plan(
        "Wayang syukuran panen",
        3,
        "20.00",
        5.5,
        "Lapangan Tirtosari",
        level="public",
        public_title="Wayang syukuran panen",
    )
    office.send(wayang, "sekar-lestari-maharani", "wakil-bupati")
    office.plan("Rapat terbatas anggaran", 1, "13.00", 2, "Ruang Bupati", level="restricted")
    audiensi = office.plan(
        "Audiensi Forum Anak", 1, "09.00", 1, "Pendopo Kencana", level="public", public_title="Audiensi Forum Anak"
    )
    office.send(audiensi, "wirya-adiguna", "bupati")
    training = office.plan(
        "Pelatihan kehumasan perangkat daerah", -2, "08.30", 6, "Pendopo Kencana", level="public",
        public_title="Pelatihan kehumasan perangkat daerah", organiser=Agency.objects.get(slug="kominfo"), dress="Batik",
        note="Sambutan tujuh menit; Bupati ke provinsi.",
    )  # fmt: skip
    office.send(training, "bagas-pranoto", "sekda", for_="bupati", speaks=True)
    office.send(training, "kirana-paramitha", "kadis-kominfo")
    return training


def press_lists(office: Office):
    """A list of the dailies and one of everybody, with a group each."""
    by, at = office.by("melati"), office.at(-6, "10.00")
    daily = dispatch.make_list(unit=office.unit, name="Harian dan radio", level="internal", topics=[], by=by, now=at)
    everybody = dispatch.make_list(unit=office.unit, name="Semua redaksi", level="internal", topics=[], by=by, now=at)
    for name in ("Kencana Pos", "Radio Gema Kencana"):
        dispatch.add_recipient(press_list=daily, outlet=Outlet.objects.get(name=name), by=by, now=at)
    for journalist in Journalist.objects.all():
        dispatch.add_recipient(press_list=everybody, journalist=journalist, by=by, now=at)
    dispatch.add_recipient(press_list=everybody, group="Wartawan Tirta Kencana", by=by, now=at)
    return daily, everybody


def photographs(
    office: Office, activity: Activity, made: list[tuple[str, bytes, str]], now: datetime
) -> list[Photograph]:
    """Into the activity's album, captioned by the photographer."""
    album = agenda.open_album(activity=activity, by=office.by("galih"), now=now)
    files = []
    for name, content, _caption in made:
        path, sha256 = store.keep(content)
        files.append((library.Kept(name, path, sha256, len(content)), looking.look_into(content, zone=office.zone)))
    credit = "Galih Prasetya/Prokopim Tirta Kencana"
    taken = library.take_in_photographs(
        album=album, files=files, credit=credit, photographer="Galih Prasetya", by=office.by("galih"), now=now
    )
    return [
        library.describe_photograph(
            photograph=photo, caption=caption, alt=caption, credit=credit, rights="own", by=office.by("galih"), now=now
        )
        for photo, (_name, _content, caption) in zip(taken, made, strict=True)
    ]


RELEASE = """KENCANA – Sebanyak [217 petugas|fakta:{count}] hubungan masyarakat dari seluruh dinas dan kecamatan mengikuti pelatihan kehumasan di [Pendopo Kencana|fakta:{place}], [{day}|fakta:{date}].

Pelatihan dibuka oleh Sekretaris Daerah Drs. Bagas Pranoto, M.Si., yang mewakili Bupati Tirta Kencana. Sejak awal tahun, setiap dinas diwajibkan menulis sendiri kegiatannya dan mengirimkannya kepada redaksi tanpa melalui perantara.

![foto:{photo}]

> “Tugas humas bukan membuat pemerintah tampak baik, melainkan membuat warga mengerti apa yang dikerjakan dan mengapa. Kalau ada yang salah, kita yang pertama mengatakannya.”
> — Bagas Pranoto, Sekretaris Daerah [orang:{sekda}]

Menurut Kepala Dinas Komunikasi dan Informatika Kirana Paramitha, S.Sos., M.I.Kom., peserta berlatih menulis siaran, memeriksa angka kepada sumbernya, dan menjawab pertanyaan wartawan dalam [tiga sesi|fakta:{sessions}].

## Yang perlu diketahui warga

Mulai [1 Desember 2026|bukan klaim: tanggal rencana], siaran setiap dinas dapat dibaca dan diperiksa keasliannya di Ruang Warta. Setiap siaran memuat sumber angkanya dan dapat ditanyakan kepada narahubung yang tercantum."""


def release(office: Office, training: Activity, lists) -> Version:
    """Written by Dewi, read and approved by Nugroho, open the same afternoon."""
    now = office.at(-2, "13.10")
    count = office.fact(
        training,
        now,
        kind="figure",
        claim="Peserta pelatihan kehumasan",
        value="217 petugas",
        source_kind="letter",
        source_name="Daftar hadir pelatihan, 22 November 2026",
    )
    sessions = office.fact(
        training,
        now,
        kind="figure",
        claim="Sesi pelatihan kehumasan",
        value="tiga sesi",
        source_kind="present",
        source_name="Dewi Anggraini",
    )
    photos = photographs(
        office,
        training,
        [
            ("IMG_2041.jpg", pictures.hall(1), "Peserta pelatihan kehumasan perangkat daerah di Pendopo Kencana."),
            ("IMG_2055.jpg", pictures.hall(2), "Sesi menulis siaran dalam pelatihan kehumasan di Pendopo Kencana."),
        ],
        now,
    )
    known = {fact.from_activity: fact for fact in Fact.objects.filter(activity=training)}
    settings = Settings(
        topics=tuple(Beat.objects.filter(slug="pelayanan-publik")),
        agencies=tuple(Agency.objects.filter(slug="kominfo")),
        contact=office.account("melati"),
    )
    manuscript = newsroom.start_manuscript(
        unit=office.unit, activity=training, settings=settings, by=office.by("dewi"), now=now
    )
    typed = RELEASE.format(
        count=count.pk, sessions=sessions.pk, place=known["place"].pk, date=known["date"].pk, day=known["date"].value,
        photo=photos[0].pk, sekda=Person.objects.get(slug="bagas-pranoto").pk,
    )  # fmt: skip
    office.write(
        manuscript, "217 petugas humas Tirta Kencana berlatih menulis dan menjawab warga", typed, office.at(-2, "13.40")
    )
    version = office.submit(manuscript, office.at(-2, "13.52"), lists=lists)
    return office.approve(version, office.at(-2, "14.05"))


def coverage(office: Office, version: Version) -> None:
    """Four outlets: one nearly whole with a changed figure and two paragraphs twice, one short, one of its own, one copy."""
    blocks = version.text.split("\n\n")
    body = blocks[1:]
    whole = [*body[:3], body[1], *body[3:], body[2]]
    doubled = "\n\n".join(whole).replace("217 petugas", "271 petugas")
    short = "\n\n".join(
        [body[0], body[2], "Pelatihan serupa akan digelar di setiap kecamatan, kata panitia kepada Tirta Info."]
    )
    own = (
        "Sejumlah warga Way Lunik menanyakan jadwal perbaikan jalan yang rusak sejak musim hujan lalu. Menurut mereka, "
        "aduan lewat aplikasi belum dijawab. Dinas Pekerjaan Umum dan Penataan Ruang menyatakan perbaikan menunggu cuaca.\n\n"
        "Kepala dinas belum dapat dimintai keterangan sampai berita ini diturunkan."
    )
    rows = (
        (
            "Kencana Pos",
            "271 Petugas Humas Digembleng di Pendopo",
            "https://kencanapos.example/humas-pendopo",
            doubled,
            -1,
            "06.15",
        ),
        (
            "Tirta Info",
            "Humas Dinas Diminta Jujur kepada Warga",
            "https://tirtainfo.example/humas-jujur",
            short,
            -2,
            "17.30",
        ),
        (
            "Kabar Sembilan",
            "Ratusan Petugas Humas Dilatih di Kencana",
            "https://kabarsembilan.example/1182",
            doubled,
            -1,
            "09.40",
        ),
        ("Suara Hulu", "Warga Way Lunik Tanyakan Jalan Rusak", "https://suarahulu.example/way-lunik", own, -1, "11.40"),
    )
    for outlet, title, url, text, days, clock in rows:
        published = office.at(days, clock)
        article = monitoring.Read(outlet=outlet, title=title, url=url, text=text, published=published)
        clip = monitoring.take_in_clip(
            unit=office.unit,
            level="internal",
            article=article,
            via="text",
            by=office.by("arif"),
            now=published + timedelta(minutes=35),
        )
        listen(published + timedelta(minutes=36))
        if outlet == "Suara Hulu":
            monitoring.set_tone(
                clip=clip,
                headline="bad",
                body="neutral",
                reason="Judul menyiratkan diabaikan; isi memuat keterangan dinas.",
                by=office.by("arif"),
                now=published + timedelta(hours=1),
            )


def correction(office: Office, version: Version) -> None:
    """The attendance list was counted again: version 2 goes to exactly those who had version 1."""
    now = office.at(-1, "15.20")
    count = Fact.objects.get(claim="Peserta pelatihan kehumasan")
    facts.change_fact(
        fact=count,
        claim=Claim(
            kind="figure",
            claim=count.claim,
            value="212 petugas",
            source_kind="letter",
            source_name="Daftar hadir pelatihan, dihitung ulang 23 November 2026",
        ),
        reason="Lima nama tercatat dua kali.",
        by=office.by("dewi"),
        now=now,
    )
    listen(now)
    manuscript = newsroom.begin_correction(version=version, by=office.by("dewi"), now=now)
    typed = plain.write(manuscript.document).replace("217 petugas", "212 petugas")
    title = manuscript.title.replace("217", "212")
    office.write(manuscript, title, typed, now + timedelta(minutes=6))
    second = office.submit(
        manuscript,
        now + timedelta(minutes=9),
        note="Jumlah peserta pada versi 1 tertulis 217 petugas, seharusnya 212. Lima nama tercatat dua kali dalam daftar hadir. Kami mohon maaf kepada redaksi yang telah memuatnya.",
    )
    office.approve(second, now + timedelta(minutes=25))


IRRIGATION = """KENCANA – Pengisian Bendungan Way Kencana dimulai [Selasa, 1 Desember 2026|fakta:{date}]. Airnya akan mengairi [1.284 hektare|fakta:{area}] sawah sehingga petani dapat menanam dua kali setahun.

Pengisian diputuskan setelah seluruh [62 alat ukur|fakta:{gauges}] pada tubuh bendungan dikalibrasi dan dibaca dua kali sehari.

![foto:{photo}]

> “Kami mengisi bendungan ini dengan sabar. Bila satu saja alat ukur menunjukkan kelainan, pengisian berhenti hari itu juga dan warga kami beri tahu pada jam yang sama.”
> — Wirya Adiguna, Bupati Tirta Kencana [orang:{regent}]

Sirene peringatan diuji sehari sebelumnya. Uji itu berlangsung singkat dan bukan tanda bahaya."""


def irrigation(office: Office, lists) -> None:
    """A second release, for the archive and the front page."""
    now = office.at(-4, "15.00")
    letter = {"source_kind": "letter", "source_name": "Berita acara pengukuran Nomor 611/88/PUPR/2026"}
    area = office.fact(
        None, now, kind="figure", claim="Sawah terairi Bendungan Way Kencana", value="1.284 hektare", **letter
    )
    gauges = office.fact(
        None, now, kind="figure", claim="Alat ukur Bendungan Way Kencana", value="62 alat ukur", **letter
    )
    begins = office.fact(
        None,
        now,
        kind="date",
        claim="Mulai pengisian Bendungan Way Kencana",
        value="Selasa, 1 Desember 2026",
        source_kind="letter",
        source_name="Surat persetujuan pengisian Nomor 05/KKB/XI/2026",
    )
    visit = office.plan(
        "Peninjauan Bendungan Way Kencana",
        -4,
        "09.00",
        2,
        "Bendungan Way Kencana",
        level="public",
        public_title="Peninjauan Bendungan Way Kencana",
    )
    office.send(visit, "wirya-adiguna", "bupati", speaks=True)
    listen(now)
    photo = photographs(
        office,
        visit,
        [
            (
                "IMG_1980.jpg",
                pictures.landscape(1),
                "Genangan awal Bendungan Way Kencana dilihat dari bukit Sumber Rejo.",
            )
        ],
        now,
    )[0]
    settings = Settings(
        topics=tuple(Beat.objects.filter(slug__in=["pertanian", "pembangunan"])),
        agencies=tuple(Agency.objects.filter(slug="pupr")),
        contact=office.account("melati"),
    )
    manuscript = newsroom.start_manuscript(
        unit=office.unit, activity=visit, settings=settings, by=office.by("melati"), now=now
    )
    typed = IRRIGATION.format(
        date=begins.pk,
        area=area.pk,
        gauges=gauges.pk,
        photo=photo.pk,
        regent=Person.objects.get(slug="wirya-adiguna").pk,
    )
    office.write(
        manuscript,
        "Bendungan Way Kencana mulai diisi 1 Desember, 1.284 hektare sawah terairi",
        typed,
        now + timedelta(minutes=20),
        by="melati",
    )
    version = office.submit(manuscript, now + timedelta(minutes=25), by="melati", lists=lists)
    office.approve(version, now + timedelta(minutes=45))


def todays_work(office: Office) -> None:
    """One text waits for a second person, one is still being written with a figure that nobody has sourced."""
    pustu = Activity.objects.get(title="Peresmian Puskesmas Pembantu Way Lunik")
    now = office.at(0, "06.40")
    settings = Settings(
        topics=tuple(Beat.objects.filter(slug="kesehatan")),
        agencies=tuple(Agency.objects.filter(slug="dinkes")),
        contact=office.account("melati"),
    )
    manuscript = newsroom.start_manuscript(
        unit=office.unit, activity=pustu, settings=settings, by=office.by("dewi"), now=now
    )
    beds = office.fact(
        pustu,
        now,
        kind="figure",
        claim="Warga yang dilayani Puskesmas Pembantu Way Lunik",
        value="1.450 warga",
        source_kind="agency",
        source_agency=Agency.objects.get(slug="dinkes"),
    )
    place = Fact.objects.get(activity=pustu, from_activity="place")
    day = Fact.objects.get(activity=pustu, from_activity="date")
    typed = (
        f"KENCANA – Puskesmas Pembantu di [{place.value}|fakta:{place.pk}] diresmikan Wakil Bupati Tirta Kencana "
        f"Dr. Hj. Sekar Lestari Maharani, M.Kes., [{day.value}|fakta:{day.pk}].\n\n"
        f"Puskesmas itu melayani [1.450 warga|fakta:{beds.pk}] yang selama ini berobat ke kecamatan tetangga."
    )
    office.write(manuscript, "Puskesmas Pembantu Way Lunik diresmikan", typed, now + timedelta(minutes=12))
    office.submit(manuscript, now + timedelta(minutes=15))
    siren = newsroom.start_manuscript(
        unit=office.unit, settings=Settings(contact=office.account("melati")), by=office.by("melati"), now=now
    )
    office.write(
        siren,
        "Uji sirene bendungan",
        "KENCANA – Sirene peringatan Bendungan Way Kencana akan diuji di 5 titik. Uji berlangsung 3 menit.\n\n“Warga tidak perlu panik,” ujar petugas.",
        now + timedelta(minutes=30),
        by="melati",
    )
    listen(now + timedelta(minutes=31))
