"""Whatever isn't open to everybody is on no page, in no feed, in no calendar, and no question at the counter finds it."""

from datetime import timedelta

import pytest

from kentongan.faces.counter import queries as counter
from kentongan.ground.library.models import Appearance, Photograph

pytestmark = pytest.mark.django_db

# Each stands in a row that must not leave; none is part of anything that may.
SECRETS = (
    "naskahbelumdibuka", "naskahditunda", "kegiatanrahasia", "kegiatanterbatas", "kegiataninternal", "RAHASIA",
    "catatan-dalam", "kontak-dalam", "alamat-pribadi", "fotorahasia", "nip-dalam",
)  # fmt: skip


@pytest.fixture
def planted(town):
    """Public rows, and beside each one that looks like it and must stay."""
    secret = town.photograph(colour="red", level="secret", caption="fotorahasia", alt="fotorahasia")
    refused = town.photograph(colour="navy")
    Appearance.objects.create(photograph=refused, described="seorang ibu", consent="refused")
    allowed = town.photograph()
    town.release(
        "Pelatihan dibuka",
        f"KENCANA – Dibuka.\n\n![foto:{secret.pk}]\n\n![foto:{refused.pk}]\n\n![foto:{allowed.pk}]",
        photos=[secret, refused, allowed],
    )
    town.withdraw(town.release("Operasi pasar dibuka", "KENCANA – Beras murah dijual di pasar."))
    town.release("naskahbelumdibuka", "KENCANA – naskahbelumdibuka.", opened=False)
    town.release("naskahditunda", "KENCANA – naskahditunda.", at=town.now + timedelta(days=2))
    town.activity("Kerja bakti")
    for n, (level, line) in enumerate(
        [
            ("internal", "kegiataninternal"),
            ("restricted", "kegiatanterbatas"),
            ("secret", "kegiatanrahasia"),
            ("public", ""),
        ]
    ):
        closed = town.activity("Kerja bakti", hours=30 + 3 * n)
        # Not through the verb, which refuses such a line: as if somebody had written it at the database.
        type(closed).objects.filter(pk=closed.pk).update(level=level, public_title=line, title=f"RAHASIA {line}")
        town.want_activity(closed)
    town.leader.email, town.leader.phone = "alamat-pribadi@tirtakencana.example", "nip-dalam"
    town.leader.save()
    return {"secret": secret, "refused": refused, "allowed": allowed}


def test_the_whole_print_holds_nothing_that_must_not_leave(town, planted):
    at = town.now + timedelta(hours=1)
    for anew in (False, True):
        pages = town.print(at=at, anew=anew)
        assert len(pages) > 200
        leaks = {
            (path, word) for path, page in pages.items() for word in SECRETS
            if not path.startswith("statik/") and word.encode().lower() in page.lower() + path.encode().lower()
        }  # fmt: skip
        assert leaks == set()


def test_photographs_that_may_not_be_shown_are_not_among_the_files(town, planted):
    pages = town.print(at=town.now + timedelta(hours=1))
    printed = {int(path.rpartition("/")[2].partition("-")[0]) for path in pages if "/foto/" in path}
    assert printed == {planted["allowed"].pk}
    originals = {Photograph.objects.get(pk=each.pk).sha256 for each in planted.values()}
    import hashlib

    assert originals & {hashlib.sha256(page).hexdigest() for page in pages.values()} == set()


@pytest.mark.parametrize("asked", SECRETS)
def test_no_search_finds_it(client, town, planted, asked):
    found = counter.search(asked, now=town.now + timedelta(hours=1))
    assert found.releases == found.activities == []


def test_no_code_number_hash_or_text_of_what_is_closed_is_confirmed(town, planted):
    now = town.now + timedelta(hours=1)
    for version in town.made:
        for asked in (version.text, version.text_hash, version.number, version.code):
            kind = counter.check(asked, now=now).kind
            if not version.opened_at or version.opened_at > now:
                assert kind == "not", asked
            else:
                assert kind == ("withdrawn" if version.withdrawn_at else "genuine")


def test_the_planted_words_are_really_in_the_house(town, planted):
    """A search as somebody inside would find them: else the tests above would pass on an empty house."""
    from kentongan.desks.agenda.models import Activity
    from kentongan.desks.newsroom.models import Version

    inside = " ".join(
        [*Version.objects.values_list("title", flat=True), *Activity.objects.values_list("public_title", flat=True)]
        + [*Activity.objects.values_list("title", flat=True), *Activity.objects.values_list("note", flat=True)]
    )
    for word in (
        "naskahbelumdibuka",
        "naskahditunda",
        "kegiatanrahasia",
        "kegiatanterbatas",
        "RAHASIA",
        "catatan-dalam",
    ):
        assert word in inside
