"""The clock: the vectors of the rows, the four rows measured against real decrees, and a brute-force calendar."""

import copy
import pickle
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentongan.ground.clock import rules as clock
from kentongan.ground.clock.rules.rows import VECTOR_HOLIDAYS

SYNTHETIC = clock.only(VECTOR_HOLIDAYS)
VECTORS = [(rule, vector) for rule in clock.RULES for vector in rule.vectors]
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(("rule", "vector"), VECTORS, ids=[f"{r.id}-{v.received}-{v.extended}" for r, v in VECTORS])
def test_each_vector_of_a_row_holds(rule, vector):
    assert clock.due(rule, vector.received, holidays=SYNTHETIC, extended=vector.extended).on == vector.due


def test_every_row_carries_a_vector_and_either_an_article_read_or_the_reason_why_not():
    assert [rule.id for rule in clock.RULES if not rule.vectors] == []
    assert [rule.id for rule in clock.RULES if not rule.source.verified and not rule.source.evidence] == []


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2025-03-24", "2025-04-16"),
        ("2026-03-10", "2026-03-31"),
        ("2026-05-08", "2026-05-26"),
        ("2026-12-17", "2027-01-06"),
    ],
)
def test_joint_leave_moves_the_due_day_around_the_feasts(received, expected):
    day = date.fromisoformat(received)
    answer = clock.due("information-request", day, holidays=clock.national(day.year, day.year + 1))
    assert answer.on.isoformat() == expected


def brute_force(received, count, free):
    day = received
    while count:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in free:
            count -= 1
    return day


@given(DAYS, st.sets(DAYS, max_size=60))
def test_the_due_day_equals_a_brute_force_calendar(received, free):
    answer = clock.due("information-request", received, holidays=clock.only(free), extended=True)
    assert answer.on == brute_force(received, 17, free)
    assert [day.number for day in answer.days if day.counted] == list(range(1, 18))
    assert [day.on for day in answer.days] == [received + timedelta(days=n) for n in range(len(answer.days))]
    assert [day.on for day in answer.days if not day.why] == []


@given(DAYS, DAYS, st.sets(DAYS, max_size=60))
def test_working_days_between_equal_a_count_one_by_one(start, end, free):
    low, high = min(start, end), max(start, end)
    span = [low + timedelta(days=n) for n in range(1, (high - low).days + 1)]
    one_by_one = sum(day.weekday() < 5 and day not in free for day in span)
    assert clock.working_days_between(start, end, clock.only(free)) == (one_by_one if start <= end else -one_by_one)


@given(DAYS, st.sets(DAYS, max_size=60))
def test_counting_back_from_the_due_day_of_a_backward_rule_gives_thirty_days(end, free):
    calendar = clock.only(free)
    latest = clock.due("exempt-period-ends", end, holidays=calendar).on
    # `working_days_between` leaves its first day out and takes its last in; backwards it is the other way round.
    assert clock.working_days_between(latest - timedelta(days=1), end - timedelta(days=1), calendar) == 30


@given(DAYS, st.sets(DAYS, max_size=20), DAYS, st.integers(1, 60))
def test_a_stop_never_shortens_the_time_and_leaves_ten_counted_days_outside_it(received, free, first, length):
    stop = clock.Stop(first, first + timedelta(days=length), "waiting for the applicant")
    calendar = clock.only(free)
    without = clock.due("information-request", received, holidays=calendar)
    answer = clock.due("information-request", received, holidays=calendar, stopped=[stop])
    assert answer.on >= without.on
    assert answer.counted == 10
    assert [day.on for day in answer.days if day.counted and stop.first <= day.on < stop.until] == []


@given(DAYS, st.sets(DAYS, max_size=40), DAYS)
def test_a_new_holiday_never_brings_the_due_day_nearer(received, free, new):
    before = clock.due("complaint-60", received, holidays=clock.only(free)).on
    assert clock.due("complaint-60", received, holidays=clock.only(free | {new})).on >= before


def test_a_stop_without_end_leaves_no_due_day_and_says_why():
    stop = clock.Stop(date(2026, 3, 12), None, "waiting for the applicant")
    answer = clock.due("information-request", date(2026, 3, 10), holidays=SYNTHETIC, stopped=[stop])
    assert (answer.on, answer.counted, answer.doubts) == (None, 1, ("The clock stands: waiting for the applicant.",))


@pytest.mark.parametrize(
    ("rule_id", "before", "on", "reason", "sentence"),
    [
        ("information-request", True, date(2026, 3, 20), "dokumen di arsip", "allows it once"),
        ("information-request", False, date(2026, 3, 20), "  ", "needs a written reason"),
        ("information-request", False, date(2026, 3, 31), "dokumen di arsip", "what has run out"),
        ("dispute", False, date(2026, 3, 20), "dokumen di arsip", "knows no extension"),
    ],
)
def test_an_extension_is_refused_twice_late_without_reason_or_without_law(rule_id, before, on, reason, sentence):
    used = [clock.Extension(date(2026, 3, 18), "dokumen di arsip")] if before else []
    rule = clock.rule_on(rule_id, date(2026, 3, 10))
    with pytest.raises(clock.Refused, match=sentence):
        clock.extend(rule, used, on=on, reason=reason, due_on=date(2026, 3, 30))


def test_an_extension_within_the_time_keeps_its_reason():
    rule = clock.rule_on("information-request", date(2026, 3, 10))
    used = clock.extend(rule, [], on=date(2026, 3, 30), reason=" dokumen di arsip ", due_on=date(2026, 3, 30))
    assert used == clock.Extension(date(2026, 3, 30), "dokumen di arsip")


def test_hours_run_over_holidays_and_end_on_the_same_minute():
    found = datetime(2026, 3, 20, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    answer = clock.due("pdp-72h", found, holidays=SYNTHETIC)
    assert answer.at == datetime(2026, 3, 23, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    assert answer.on == date(2026, 3, 23)
    assert [day.counted for day in answer.days] == [False, True, True, True]


def test_the_last_day_itself_is_still_in_time_and_hours_end_on_their_minute():
    request = clock.due("information-request", date(2026, 3, 10), holidays=SYNTHETIC)
    assert [request.passed(day) for day in (date(2026, 3, 30), date(2026, 3, 31))] == [False, True]
    wib = ZoneInfo("Asia/Jakarta")
    breach = clock.due("pdp-72h", datetime(2026, 3, 20, 23, 30, tzinfo=wib), holidays=SYNTHETIC)
    assert breach.passed(datetime(2026, 3, 23, 16, 30, tzinfo=UTC)) is False
    assert breach.passed(datetime(2026, 3, 23, 16, 31, tzinfo=UTC)) is True
    standing = clock.due(
        "complaint-14", date(2026, 3, 10), holidays=SYNTHETIC, stopped=[clock.Stop(date(2026, 3, 11), None, "x")]
    )
    assert standing.passed(date(2030, 1, 1)) is False


def test_a_rule_is_found_by_its_day_and_a_day_before_the_law_is_refused():
    assert clock.rule_on("pdp-72h", date(2026, 1, 1)).count == 72
    with pytest.raises(clock.NoRule, match="isn't in force on 1970-01-01"):
        clock.rule_on("pdp-72h", date(1970, 1, 1))
    with pytest.raises(clock.NoRule, match="there is no rule 'pdp'"):
        clock.rule_on("pdp", date(2026, 1, 1))


def test_a_case_keeps_the_row_of_its_own_day_when_the_law_changes():
    old = clock.rule_on("information-request", date(2026, 1, 1))
    change = date(2026, 7, 1)
    rows = (
        replace(old, source=replace(old.source, valid_until=change)),
        replace(old, count=7, extension=0, source=replace(old.source, valid_from=change)),
    )
    found = [clock.rule_on("information-request", day, rows).count for day in (date(2026, 6, 30), change)]
    assert found == [10, 7]
    late = clock.rule_on("information-request", date(2026, 6, 30), rows)
    assert clock.due(late, date(2026, 6, 30), holidays=SYNTHETIC, extended=True).counted == 17


def test_an_office_may_count_the_day_of_receipt_by_its_own_row():
    own = replace(clock.rule_on("completeness", date(2026, 3, 10)), counts_first_day=True)
    answer = clock.due(own, date(2026, 3, 10), holidays=SYNTHETIC)
    assert (answer.on, answer.days[0].number) == (date(2026, 3, 12), 1)


def test_the_calendar_ends_in_a_sentence():
    for rule_id in ("dispute", "right-of-reply", "pdp-72h"):
        with pytest.raises(clock.Refused, match="end of the calendar"):
            clock.due(rule_id, date(9999, 12, 30), holidays=SYNTHETIC)


def test_a_year_without_joint_leave_in_the_source_is_doubted_aloud():
    answer = clock.due("information-request", date(2099, 3, 2), holidays=clock.national(2098, 2100))
    assert "The joint leave of 2099 isn't known yet; the decree may move the date." in answer.doubts
    known = clock.due("information-request", date(2026, 3, 10), holidays=clock.national(2026, 2026))
    assert known.doubts == ()


def test_the_offices_table_wins_over_the_nation_both_ways():
    base = clock.national(2026, 2026)
    table = {date(2026, 11, 25): "Hari jadi Tirta Kencana", date(2026, 12, 24): None}
    calendar = clock.with_table(base, table)
    assert clock.why_free(date(2026, 11, 25), calendar) == "Hari jadi Tirta Kencana"
    assert clock.is_working_day(date(2026, 12, 24), calendar)
    assert not clock.is_working_day(date(2026, 12, 24), base)


def test_a_year_whose_decree_the_office_has_entered_is_doubted_no_more():
    base = clock.national(2029, 2031)
    entered = clock.with_table(base, {date(2030, 2, 6): "Cuti bersama Idulfitri"}, complete=[2030])
    received = date(2030, 1, 31)
    before = clock.due("complaint-5", received, holidays=base)
    after = clock.due("complaint-5", received, holidays=entered)
    assert len(before.doubts) > 0
    assert (after.doubts, after.on) == ((), before.on + timedelta(days=1))


def test_a_list_is_read_as_lines_or_as_a_table_and_a_bad_line_is_named():
    lines = clock.read_list("# SKB\n2026-03-19\n\n20/3/2026;Cuti bersama\n")
    table = clock.read_list("date,name\n2026-03-19,Nyepi\n20 Maret 2026,\n")
    assert dict(lines) == {date(2026, 3, 19): "hari libur", date(2026, 3, 20): "Cuti bersama"}
    assert dict(table) == {date(2026, 3, 19): "Nyepi", date(2026, 3, 20): "hari libur"}
    with pytest.raises(ValueError, match="line 2: '2026-02-30' is no day"):
        clock.read_list("2026-03-19\n2026-02-30")


def test_an_event_at_half_past_midnight_stands_on_its_own_day():
    moment = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)  # 00.30 WIB on the 24th
    assert clock.local_day(moment, "WIB") == date(2026, 11, 24)
    assert clock.format_moment_id(moment, "WIB") == "Selasa, 24 November 2026, 00.30 WIB"
    assert clock.format_time_id(moment, "WITA") == "01.30 WITA"
    assert clock.format_time_id(moment, "WIT") == "02.30 WIT"
    assert clock.format_time_id(moment, "Asia/Kolkata") == "23.00 UTC+05.30"


def test_a_moment_without_a_zone_is_refused_rather_than_guessed():
    naive = datetime(2026, 11, 24, 0, 30)
    with pytest.raises(ValueError, match="without a zone"):
        clock.local_day(naive, "WIB")
    with pytest.raises(ValueError, match="there is no zone 'WIX'"):
        clock.zone("WIX")


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)), st.integers(0, 11))
def test_months_later_is_the_same_day_or_the_months_last(day, months):
    later = clock.add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_sentence(text):
    for read in (clock.read_day, clock.read_moment, clock.read_list):
        try:
            read(text)
        except ValueError as error:
            assert str(error)  # noqa: PT017


INDONESIAN = {
    "the day of receipt": "hari penerimaan",
    "working day %(number)s of %(count)s": "hari kerja ke-%(number)s dari %(count)s",
    "extension, day %(number)s of %(count)s": "perpanjangan, hari ke-%(number)s dari %(count)s",
    "hour %(number)s of %(count)s": "jam ke-%(number)s dari %(count)s",
    "%(hour)s, ends at %(moment)s": "%(hour)s, berakhir %(moment)s",
    "From %(day)s the reckoning runs past the end of the calendar.": "Dari %(day)s hitungan melampaui akhir kalender.",
}


def test_a_screen_can_say_every_reason_in_its_own_language():
    def translate(text):
        return INDONESIAN.get(text, text)

    answer = clock.due("information-request", date(2026, 3, 10), holidays=SYNTHETIC, extended=True)
    told = [clock.in_words(day.why, translate) for day in answer.days]
    assert (told[0], told[1], told[4]) == ("hari penerimaan", "hari kerja ke-1 dari 10", "Sabtu")
    assert told[-1] == "perpanjangan, hari ke-7 dari 7"
    found = datetime(2026, 3, 20, 23, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    last = clock.due("pdp-72h", found, holidays=SYNTHETIC).days[-1]
    assert clock.in_words(last.why, translate) == "jam ke-72 dari 72, berakhir Senin, 23 Maret 2026, 23.30 WIB"
    with pytest.raises(clock.Refused) as refused:
        clock.due("dispute", date(9999, 12, 30), holidays=SYNTHETIC)
    sentence = clock.in_words(refused.value.args[0], translate)
    assert sentence == "Dari Kamis, 30 Desember 9999 hitungan melampaui akhir kalender."


def test_a_sentence_keeps_a_percent_sign_that_came_in_a_value():
    assert clock.in_words(clock.said("stopped: %(why)s", why="90% %(x)s"), str) == "stopped: 90% %(x)s"


def test_a_sentence_survives_a_copy_and_a_pickle():
    why = clock.said("stopped: %(why)s", why="90%")
    for again in (copy.deepcopy(why), pickle.loads(pickle.dumps(why))):
        assert (again, again.template, dict(again.values)) == ("stopped: 90%", "stopped: %(why)s", {"why": "90%"})
