"""A public site with something of everything: corrected, withdrawn, photographed, planned; and rows that must not leak."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Max
from PIL import Image

from kentongan.desks.agenda.actions import Plan, assign_person, plan_activity
from kentongan.desks.newsroom.models import Manuscript, Version, VersionFact, VersionPhoto
from kentongan.desks.newsroom.rules import plain
from kentongan.desks.newsroom.rules.freezing import pasted_hash
from kentongan.ground.directory.models import Agency, Beat, Matter, Person, Post, Tenure
from kentongan.ground.library import store
from kentongan.ground.library import tasks as library
from kentongan.ground.library.actions import Kept, make_album, take_in_photographs
from kentongan.ground.library.rules.pictures import look_into
from kentongan.ground.press import actions as press
from kentongan.ground.press import queries as presses
from kentongan.ground.press.actions import want_print
from kentongan.ground.record.rules import Actor
from kentongan.ground.units.rules.codes import verify_code

MACHINE = Actor.machine("press")


@dataclass
class Town:
    """`town.release(...)` is an opened version as the newsroom leaves one; `town.print()` prints what is wanted."""

    house: object
    now: object
    topic: Beat
    agency: Agency
    leader: Person
    post: Post
    made: list = field(default_factory=list)

    def release(self, title="Pelatihan kehumasan dibuka", typed="KENCANA – Dibuka di Pendopo.", **more) -> Version:
        replaces = more.pop("replaces", None)
        at = more.pop("at", self.now)
        topics, agencies, officials = (more.pop(name, None) for name in ("topics", "agencies", "officials"))
        photos, facts = more.pop("photos", ()), more.pop("facts", ())
        opened = more.pop("opened", True)
        document = plain.parse(typed)
        writer = self.house.account("writer")
        manuscript = Manuscript.objects.create(
            unit=self.house.prokopim, level="public", title=title, document=document, created_by=writer,
            created_at=at, changed_at=at,
        )  # fmt: skip
        text = f"{title}\n\n{typed}"
        hashed = pasted_hash(text)
        slot = replaces.slot if replaces else (Version.objects.aggregate(last=Max("slot"))["last"] or 0) + 1
        ordinal = replaces.ordinal + 1 if replaces else 1
        version = Version.objects.create(
            **{
                "unit": self.house.prokopim,
                "level": "public",
                "manuscript": manuscript,
                "kind": "release",
                "ordinal": ordinal,
                "line": replaces.line if replaces else None,
                "replaces": replaces,
                "title": title,
                "document": document,
                "canonical": 1,
                "text": text,
                "text_hash": hashed,
                "approval_hash": hashed,
                "pasted_hash": hashed,
                "pasted_body_hash": pasted_hash(typed),
                "dateline_on": at.date(),
                "contact": writer,
                "submitted_by": writer,
                "submitted_at": at,
                "state": "open" if opened else "approved",
                "issued_at": at if opened else None,
                "opened_at": at if opened else None,
                "number": "" if not opened else replaces.number if replaces else f"480/{slot}/PROKOPIM/2026",
                "code": verify_code(hashed) if opened else "",
                "slug": "pelatihan-kehumasan" if opened else "",
                "slot": slot if opened else None,
                "edition": (replaces.edition + 1 if replaces else 1) if opened else None,
                **more,
            }
        )
        if version.line is None:
            version.line = version
            version.save(update_fields=["line"])
        version.topics.set([self.topic] if topics is None else topics)
        version.agencies.set([self.agency] if agencies is None else agencies)
        version.officials.set([self.leader] if officials is None else officials)
        for order, photograph in enumerate(photos):
            VersionPhoto.objects.create(
                version=version, photograph=photograph, order=order, caption="Peserta di Pendopo.",
                alt="Orang duduk melingkar.", credit="Galih/Prokopim",
            )  # fmt: skip
        for order, fact in enumerate(facts):
            VersionFact.objects.create(
                version=version, fact=fact, order=order, revision=1, claim=fact.claim, value=fact.value,
                measure=fact.measure, source="Berita acara 611/88",
            )  # fmt: skip
        self.made.append(version)
        if opened:
            self.want(version, *([replaces] if replaces else []))
        return version

    def want(self, *versions):
        things = [("newsroom.version", each.pk) for each in versions]
        want_print(reason="version opened", things=things, by=MACHINE, now=self.now)

    def want_activity(self, activity):
        want_print(reason="agenda", things=[("agenda.activity", activity.pk)], by=MACHINE, now=self.now)

    def withdraw(self, version, *, reason="Kegiatan tidak pernah terjadi.", at=None):
        version.state, version.withdrawn_at, version.withdrawn_reason = "withdrawn", at or self.now, reason
        version.save()
        self.want(version)

    def print(self, *, anew=False, at=None):
        press.print_wanted(by=MACHINE, now=at or self.now, anew=anew)
        return self.pages()

    def pages(self) -> dict[str, bytes]:
        store = presses.store()
        return {path: store.read(path) for path, _ in store.files() if not path.endswith((".br", ".gz"))}

    def html(self, path) -> str:
        return presses.store().read(f"{path}index.html").decode()

    def activity(self, title="Pelatihan kehumasan", *, hours=24, **more):
        starts = self.now + timedelta(hours=hours)
        plan = Plan(
            **{
                "title": f"RAHASIA {title}",
                "public_title": title,
                "starts_at": starts,
                "ends_at": starts + timedelta(hours=2),
                "place": "Pendopo Kencana",
                "level": "public",
                "note": "catatan-dalam",
                "contact": "kontak-dalam",
                **more,
            }
        )
        by = self.house.actor("writer")
        activity = plan_activity(unit=self.house.prokopim, plan=plan, by=by, now=self.now)
        assign_person(activity=activity, person=self.leader, post=self.post, by=by, now=self.now)
        self.want_activity(activity)
        return activity

    def photograph(self, *, colour="teal", **more):
        out = BytesIO()
        Image.new("RGB", (1200, 800), colour).save(out, "JPEG")
        by = self.house.actor("writer")
        album = make_album(
            unit=self.house.prokopim, level="internal", title="Pelatihan", taken_on=None, by=by, now=self.now
        )
        path, sha256 = store.keep(out.getvalue())
        kept = Kept("foto.jpg", path, sha256, len(out.getvalue()))
        look = look_into(out.getvalue(), zone=ZoneInfo("Asia/Jakarta"))
        (photograph,) = take_in_photographs(
            album=album, files=[(kept, look)], credit="Galih/Prokopim", photographer="Galih", by=by, now=self.now
        )
        type(photograph).objects.filter(pk=photograph.pk).update(**{"credit": "Galih/Prokopim", **more})
        photograph.refresh_from_db()
        library.ensure_renditions(photograph, now=self.now)
        return photograph


@pytest.fixture
def town(house, now, settings, tmp_path):
    settings.SITE, settings.LIBRARY = tmp_path / "site", tmp_path / "library"
    agency = Agency.objects.create(
        name="Dinas Pekerjaan Umum", short="PUPR", slug="pupr", tasks="Merawat jalan.", functions="Jalan\nIrigasi",
        phone="(0700) 555-031",
    )  # fmt: skip
    Matter.objects.create(agency=agency, words="jalan berlubang", how="Sebutkan tempatnya.")
    topic = Beat.objects.create(name="Pembangunan", slug="pembangunan")
    leader = Person.objects.create(front="H.", name="Wirya Adiguna", behind="S.E.", slug="wirya-adiguna")
    post = Post.objects.create(title="Bupati Tirta Kencana", short="Bupati", slug="bupati", is_leader=True, order=1)
    Tenure.objects.create(person=leader, post=post, from_on="2025-02-20")
    return Town(house, now, topic, agency, leader, post)
