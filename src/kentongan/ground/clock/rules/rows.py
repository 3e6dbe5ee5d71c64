"""The deadlines of the law, as dated rows.

Nothing here is a constant of the program: an office whose regulation says otherwise passes its own `Rule`. The test
vectors stand with the row and are run by the tests and printed in docs/law. Where an article couldn't be read, the row
says so and every screen that shows its date says it too.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kentongan.ground.clock.rules.law import Source
from kentongan.ground.clock.rules.words import said


class Unit(StrEnum):
    """What is counted."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    MONTHS = "months"
    HOURS = "hours"


@dataclass(frozen=True)
class Vector:
    """A worked example under the synthetic calendar of `VECTOR_HOLIDAYS`; the tests run it."""

    received: date
    due: date
    extended: bool = False


# The calendar of every vector: made up, so that no decree can move it.
VECTOR_HOLIDAYS = (date(2026, 3, 19), date(2026, 3, 20), date(2026, 3, 23), date(2026, 3, 24))


@dataclass(frozen=True)
class Rule:
    """One deadline in one period of validity.

    The day of receipt is day 0 unless `counts_first_day`; that reading of "sejak diterimanya" is ours and therefore a
    field. `extension` counts on from the last day of `count`, in the same unit, once, with a written reason.
    `backwards` counts from the given day into the past (what must be done so long BEFORE it).
    """

    id: str
    text: str
    count: int
    unit: Unit
    source: Source
    starts: str
    extension: int = 0
    counts_first_day: bool = False
    backwards: bool = False
    stops: bool = False
    vectors: tuple[Vector, ...] = ()
    note: str = ""


_KIP = "UU 14/2008 (Keterbukaan Informasi Publik)"
# UU 14/2008 was enacted on 30 April 2008 and took effect two years later (article 64).
_KIP_FROM = date(2010, 4, 30)
_PERKI = "Perki 1/2021 (Standar Layanan Informasi Publik)"
_PERKI_FROM = date(2021, 7, 1)
_SP4N = "Service standards under SP4N (PermenPANRB 62/2018, replaced by PermenPANRB 5/2025)"
_SP4N_FROM = date(2018, 12, 31)
_SP4N_SEEN = said(
    "read in the service standards and programs of several offices; the limits of PermenPANRB 5/2025 couldn't be read"
)
_RECEIVED = said("the day the request was received and found complete")
_COMPLAINT = said("the day the complaint was received and found complete")

RULES: tuple[Rule, ...] = (
    Rule(
        "information-request",
        said(
            "A request for public information is answered in writing within 10 working days; once, with a written "
            "reason, 7 working days more."
        ),
        10,
        Unit.WORKING_DAYS,
        Source(_KIP, "Pasal 22 ayat (7) dan (8)", _KIP_FROM, verified=True, evidence=said("articles 19 to 22")),
        _RECEIVED,
        extension=7,
        stops=True,
        vectors=(
            Vector(date(2026, 3, 10), date(2026, 3, 30)),
            Vector(date(2026, 3, 10), date(2026, 4, 8), extended=True),
        ),
    ),
    Rule(
        "completeness",
        said(
            "The applicant completes the papers of a request within 3 working days; it counts as received once "
            "complete."
        ),
        3,
        Unit.WORKING_DAYS,
        Source(_PERKI, "", _PERKI_FROM, evidence=said("one province's page; the article wasn't read")),
        said("the day the applicant was told what is missing"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 3, 13)), Vector(date(2026, 3, 17), date(2026, 3, 26))),
    ),
    Rule(
        "objection-filing",
        said(
            "An objection is filed within 30 working days after its reason is found; an express refusal can be "
            "objected to at once."
        ),
        30,
        Unit.WORKING_DAYS,
        Source(_KIP, "Pasal 36 ayat (1)", _KIP_FROM, verified=True, evidence=said("quoted in a province's PPID book")),
        said("the day the reason (Pasal 35) was found"),
        vectors=(Vector(date(2026, 3, 30), date(2026, 5, 11)),),
    ),
    Rule(
        "objection",
        said("The superior of the PPID answers an objection in writing within 30 working days of its receipt."),
        30,
        Unit.WORKING_DAYS,
        Source(_KIP, "Pasal 36 ayat (2)", _KIP_FROM, verified=True, evidence=said("quoted in a province's PPID book")),
        said("the day the objection was received"),
        vectors=(Vector(date(2026, 3, 30), date(2026, 5, 11)),),
    ),
    Rule(
        "dispute",
        said(
            "A dispute is brought to the Information Commission within 14 working days of the superior's written "
            "answer."
        ),
        14,
        Unit.WORKING_DAYS,
        Source(
            _KIP,
            "Pasal 37 ayat (2)",
            _KIP_FROM,
            verified=True,
            evidence=said("as Permendikdasmen 23/2025 Pasal 41 ayat (2) repeats it"),
        ),
        said("the day the written answer of the superior was received"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 4, 3)),),
    ),
    Rule(
        "dispute-start",
        said("The Information Commission begins mediation or adjudication within 14 working days."),
        14,
        Unit.WORKING_DAYS,
        Source(_KIP, "Pasal 38 ayat (1)", _KIP_FROM, evidence=said("read on agencies' pages")),
        said("the day the Commission received the application"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 4, 3)),),
    ),
    Rule(
        "dispute-end",
        said("The dispute is settled within 100 working days."),
        100,
        Unit.WORKING_DAYS,
        Source(_KIP, "Pasal 38 ayat (2)", _KIP_FROM, evidence=said("read on agencies' pages")),
        said("the day the Commission received the application"),
        vectors=(Vector(date(2026, 3, 25), date(2026, 8, 12)),),
    ),
    Rule(
        "exempt-period-ends",
        said(
            "An exempt document is set open at latest 30 working days before its period ends; if nobody does, it "
            "becomes public by itself on the last day of the period."
        ),
        30,
        Unit.WORKING_DAYS,
        Source(_PERKI, "", _PERKI_FROM, verified=True, evidence=said("as Permenpora 14/2023 Pasal 55 repeats it")),
        said("the day on which the period of exemption ends"),
        backwards=True,
        vectors=(Vector(date(2026, 5, 11), date(2026, 3, 30)),),
    ),
    Rule(
        "exemption-law-enforcement",
        said("Information closed for law enforcement stays closed for at most 30 years."),
        360,
        Unit.MONTHS,
        Source("PP 61/2010", "", date(2010, 8, 20), evidence=said("read in a ministry's summary")),
        said("the day the exemption was set"),
        vectors=(Vector(date(2026, 2, 28), date(2056, 2, 28)),),
    ),
    Rule(
        "periodic-information",
        said("Periodic information is renewed at least every six months."),
        6,
        Unit.MONTHS,
        Source(_KIP, "Pasal 9 ayat (3)", _KIP_FROM, evidence=said("read on agencies' pages")),
        said("the day it was last published"),
        vectors=(Vector(date(2026, 3, 31), date(2026, 9, 30)),),
    ),
    Rule(
        "complaint-verification",
        said("A complaint is checked and passed to the unit within 3 working days."),
        3,
        Unit.WORKING_DAYS,
        Source(_SP4N, "", _SP4N_FROM, evidence=_SP4N_SEEN),
        said("the day the complaint came in"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 3, 13)),),
    ),
    Rule(
        "complaint-first-answer",
        said("The unit shows its first follow-up within 5 working days."),
        5,
        Unit.WORKING_DAYS,
        Source(_SP4N, "", _SP4N_FROM, evidence=_SP4N_SEEN),
        said("the day the unit received the complaint"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 3, 17)),),
    ),
    Rule(
        "complaint-5",
        said("A request for information or an aspiration is settled within 5 working days."),
        5,
        Unit.WORKING_DAYS,
        Source(_SP4N, "", _SP4N_FROM, evidence=_SP4N_SEEN),
        _COMPLAINT,
        stops=True,
        vectors=(Vector(date(2026, 3, 10), date(2026, 3, 17)),),
    ),
    Rule(
        "complaint-14",
        said("A complaint that needs no supervision (tidak berkadar pengawasan) is settled within 14 working days."),
        14,
        Unit.WORKING_DAYS,
        Source(_SP4N, "", _SP4N_FROM, evidence=_SP4N_SEEN),
        _COMPLAINT,
        stops=True,
        vectors=(Vector(date(2026, 3, 10), date(2026, 4, 3)),),
    ),
    Rule(
        "complaint-60",
        said("A complaint that needs supervision (berkadar pengawasan) is settled within 60 working days."),
        60,
        Unit.WORKING_DAYS,
        Source(_SP4N, "", _SP4N_FROM, evidence=_SP4N_SEEN),
        _COMPLAINT,
        stops=True,
        vectors=(Vector(date(2026, 3, 10), date(2026, 6, 8)),),
        note=said(
            "Perpres 76/2013 says 60 days without 'working'; the stricter reading is the rule complaint-60-calendar."
        ),
    ),
    Rule(
        "complaint-60-calendar",
        said("A complaint about a public service is settled within 60 days of the complete file."),
        60,
        Unit.CALENDAR_DAYS,
        Source("Perpres 76/2013", "", date(2013, 11, 27), evidence=said("read in the press and in a summary")),
        _COMPLAINT,
        stops=True,
        vectors=(Vector(date(2026, 3, 10), date(2026, 5, 9)),),
    ),
    Rule(
        "complaint-auto-close",
        said(
            "An answered complaint closes by itself when 10 working days pass without a reply; it can be opened again."
        ),
        10,
        Unit.WORKING_DAYS,
        Source(_SP4N, "", _SP4N_FROM, evidence=_SP4N_SEEN),
        said("the day of the last answer"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 3, 30)),),
    ),
    Rule(
        "right-of-reply",
        said("The right of reply isn't served any more when two months have passed since the publication."),
        2,
        Unit.MONTHS,
        Source(
            "Peraturan Dewan Pers 9/2008 (Pedoman Hak Jawab)",
            "",
            date(2008, 10, 29),
            evidence=said("read in the press"),
        ),
        said("the day of publication"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 5, 10)), Vector(date(2026, 12, 31), date(2027, 2, 28))),
        note=said("A site claims 2 x 24 hours; it contradicts the guideline and isn't used."),
    ),
    Rule(
        "press-council",
        said("The Press Council handles a complaint about the press within 14 working days."),
        14,
        Unit.WORKING_DAYS,
        Source("Procedure of Dewan Pers", "", date(2017, 1, 1), evidence=said("read in a fact checkers' handbook")),
        said("the day the complaint was received"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 4, 3)),),
    ),
    Rule(
        "pdp-72h",
        said(
            "Within 3 x 24 hours: a personal-data breach is notified to the person and the agency in writing; data "
            "are corrected on request and the result told; processing stops when consent is withdrawn."
        ),
        72,
        Unit.HOURS,
        # In force since 17 October 2022; two years were given to adapt (article 74).
        Source(
            "UU 27/2022 (Pelindungan Data Pribadi)",
            "Pasal 30, 40, 41, 46",
            date(2022, 10, 17),
            verified=True,
            evidence=said("articles 30 and 46; binding on all since 17 October 2024"),
        ),
        said("the moment the breach was found or the request received"),
        vectors=(Vector(date(2026, 3, 10), date(2026, 3, 13)),),
    ),
    Rule(
        "gratification-report",
        said("A gift that may be gratification is reported to the KPK within 30 working days."),
        30,
        Unit.WORKING_DAYS,
        Source("UU 20/2001", "Pasal 12C", date(2001, 11, 21), evidence=said("read in the press")),
        said("the day the gift was received"),
        vectors=(Vector(date(2026, 3, 30), date(2026, 5, 11)),),
    ),
)

# The words of the units, for screens: `in_words(UNIT_WORDS[rule.unit], gettext)`.
UNIT_WORDS = {
    Unit.WORKING_DAYS: said("working days"),
    Unit.CALENDAR_DAYS: said("calendar days"),
    Unit.MONTHS: said("months"),
    Unit.HOURS: said("hours"),
}

IDS: tuple[str, ...] = tuple(dict.fromkeys(rule.id for rule in RULES))


class NoRule(LookupError):
    """No such rule, or none that binds on that day; the message is a sentence."""


def rule_on(rule_id: str, day: date, rules: tuple[Rule, ...] = RULES) -> Rule:
    """The row of this id that is in force on the day.

    Raises:
        NoRule: there is no rule of that name, or none of that day.
    """
    rows = [rule for rule in rules if rule.id == rule_id]
    if not rows:
        known = ", ".join(dict.fromkeys(rule.id for rule in rules))
        raise NoRule(said("there is no rule '%(rule)s'; there are: %(known)s.", rule=rule_id, known=known))
    for rule in rows:
        if rule.source.binds_on(day):
            return rule
    first = min(rule.source.valid_from for rule in rows)
    raise NoRule(
        said(
            "the rule '%(rule)s' isn't in force on %(day)s; its rows begin on %(first)s.",
            rule=rule_id,
            day=day,
            first=first,
        )
    )
