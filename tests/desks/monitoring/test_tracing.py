"""A text is followed to the version it was made of; a formula makes no copy; moments are read as outlets write them."""

import random
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.ground.language.fictional import OTHER, RELEASE

from kentongan.desks.monitoring.rules.moments import parse_moment
from kentongan.desks.monitoring.rules.tracing import Piece, Releases, trace_all, which_version

CORRECTED = RELEASE.replace("Rp1,2 miliar", "Rp1,4 miliar").replace("18 kecamatan", "19 kecamatan")


def test_an_article_follows_the_version_whose_figures_it_prints():
    versions = [RELEASE, CORRECTED]
    assert which_version(versions, "KABAR – " + RELEASE[:900]) == 0
    assert which_version(versions, "KABAR – " + CORRECTED[:900]) == 1
    assert which_version(versions, OTHER) is None
    assert which_version([], RELEASE) is None


def test_where_both_versions_fit_the_later_one_is_followed():
    tail = "\n".join(RELEASE.splitlines()[-3:])
    assert which_version([RELEASE, CORRECTED], tail) == 1


def test_an_article_is_asked_which_of_our_texts_it_carries():
    releases = Releases()
    releases.add("pelatihan", RELEASE)
    releases.add("panen", OTHER)
    dice = random.Random(7)
    every_second = " ".join(word if dice.random() < 0.5 else "lantas" for word in RELEASE.split())
    assert [key for key, _ in releases.carried_by(Piece(every_second))] == ["pelatihan"]
    assert [key for key, _ in releases.carried_by(Piece(OTHER + " " + RELEASE[:500]))] == ["panen", "pelatihan"]
    assert releases.carried_by(Piece("Pasar malam dibatalkan karena hujan lebat sejak sore.")) == []
    with pytest.raises(ValueError, match="held already"):
        releases.add("panen", RELEASE)


ABOUT = (
    "\nTentang Prokopim Tirta Kencana: Bagian Protokol dan Komunikasi Pimpinan melayani pewarta setiap hari kerja dan "
    "menyiapkan naskah, foto, serta rekaman kegiatan pimpinan daerah bagi seluruh media tanpa memungut biaya apa pun."
)


def test_a_paragraph_about_the_office_makes_no_copy_of_articles_that_share_nothing_else():
    others = [OTHER + ABOUT, OTHER[300:] + ABOUT, OTHER[:500] + ABOUT, OTHER[150:600] + ABOUT]
    traces = trace_all(RELEASE + ABOUT, [Piece(text) for text in [*others, RELEASE + ABOUT]])
    assert [trace.carried for trace in traces] == [False, False, False, False, True]
    assert [trace.changes for trace in traces] == [(), (), (), (), ()]


def test_yesterday_is_read_by_the_day_of_the_article():
    release = RELEASE.replace("Rabu (5/9/2018)", "5 September 2018")
    article = release.replace("5 September 2018", "kemarin")
    (right,) = trace_all(release, [Piece(article, date(2018, 9, 6))])
    (wrong,) = trace_all(release, [Piece(article, date(2018, 9, 10))])
    assert right.changes == ()
    assert [(change.kind, change.now) for change in wrong.changes] == [("date", "kemarin")]


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2026-07-03T12:43:27", datetime(2026, 7, 3, 12, 43, 27)),
        ("2026-06-22 07:00:00.000000", datetime(2026, 6, 22, 7)),
        ("2026-05-27T14:30:00+07:00", datetime(2026, 5, 27, 7, 30, tzinfo=UTC)),
        ("2026-05-27T07:30:00Z", datetime(2026, 5, 27, 7, 30, tzinfo=UTC)),
        ("2026-05-27", datetime(2026, 5, 27)),
        ("Rabu, 27 Mei 2026 14:30 WIB", datetime(2026, 5, 27, 14, 30, tzinfo=timezone(timedelta(hours=7)))),
        ("27 Agu 2026, 09.05 WITA", datetime(2026, 8, 27, 9, 5, tzinfo=timezone(timedelta(hours=8)))),
        ("27/5/2026 14:30", datetime(2026, 5, 27, 14, 30)),
        ("Wed, 27 May 2026 14:30:00 +0700", datetime(2026, 5, 27, 7, 30, tzinfo=UTC)),
        ("1970-01-01", datetime(1970, 1, 1)),
        ("31 Februari 2026", None),
        ("kemarin sore", None),
        ("", None),
        ("99999-99-99", None),
    ],
)
def test_a_moment_is_read_as_outlets_write_it(said, moment):
    assert parse_moment(said) == moment
