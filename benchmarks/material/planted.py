"""Four hundred texts with one planted fault each, to see which faults the proofreader finds.

Written without a look at the rules, and sharing no pattern with them. The ways a fault is made, the words and the
articles come in two halves: `tune` may be read while rules are mended, `test` was read once it had been counted. `held`
has ways and words of its own in the articles of `test` and only measures. Real text is read at run time; what a class
needs that no article offers stands in a fictional release of the regency Tirta Kencana.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from benchmarks.material import planted_words as words
from benchmarks.material.articles import Article, half_of
from benchmarks.material.planted_edits import (
    Way,
    di_with_place,
    doubled,
    dropped,
    first_in_capitals,
    inserted,
    inserted_pair,
    letters,
    lost_mark,
    name_variant,
    one_word_less,
    other_quotes,
    repeated_paragraph,
    repeated_sentence,
    same,
    small_title,
    speech,
    speech_at,
    swapped,
    transposed,
    weekday_in_article,
    weekday_in_sentence,
    wider_gaps,
    wider_spaces,
    with_connective,
    without_final_mark,
    wrong_mark,
)  # fmt: skip
from benchmarks.material.planted_figures import CONTRADICTIONS, PERSONAL, SUMS, Pair, filled, fixed, personal
from benchmarks.material.planted_held import ways_of_held
from benchmarks.material.planted_page import CLOSE, OPEN, OTHER_CLOSE, OTHER_OPEN, Page, real_page, release

Part = Literal["tune", "test", "held"]
PER_CLASS = 25
_HALF = {"tune": "develop", "test": "measure", "held": "measure"}
_MARKS = (OPEN, CLOSE, OTHER_OPEN, OTHER_CLOSE)


@dataclass(frozen=True)
class Fault:
    """One fault; `start` and `end` are code points of `text`.

    `others` are spans whose finding is as good (the other occurrence), `also` rule ids that say the same of it.
    `published` is the day to give to a rule that needs one; `host` the SHA-256 of the article's address, or `release`.
    """

    cls: str
    way: str
    text: str
    start: int
    end: int
    published: date
    host: str
    others: tuple[tuple[int, int], ...] = ()
    also: tuple[str, ...] = ()

    def found(self, findings: Iterable[tuple[str, int, int]]) -> bool:
        """Whether one of (rule, start, end) points at it."""
        spans = ((self.start, self.end), *self.others)
        return any(
            rule in (self.cls, *self.also) and any(start < b and a < end for a, b in spans)
            for rule, start, end in findings
        )


def planted(seed: int, articles: Sequence[Article], *, part: Part) -> list[Fault]:
    """25 faults of each class; articles of the other part are passed over."""
    mine = sorted((each for each in articles if half_of(each.url) == _HALF[part]), key=lambda each: each.url)
    found = []
    for cls, ways in ways_of(part).items():
        seen: set[str] = set()
        for at in range(PER_CLASS):
            rng = random.Random(f"{seed}/{part}/{cls}/{at}")
            fault = _one(cls, ways[at % len(ways)], mine, rng, seen)
            seen |= {fault.text, fault.text[fault.start : fault.end]}
            found.append(fault)
    return found


def _one(cls: str, way: Way, articles: list[Article], rng: random.Random, seen: set[str]) -> Fault:
    """The first that fits; for some tries only one whose planted words no other fault of the class has."""
    for attempt in range(3000):
        kind = rng.choice(way.hosts)
        page = release(rng) if kind == "release" else real_page(rng.choice(articles), rng)
        text = page and way.plant(page, rng)
        if page and text:
            fault = _fault(cls, way, page, text)
            if fault.text not in seen and (attempt > 60 or fault.text[fault.start : fault.end] not in seen):
                return fault
    raise LookupError(f"no article offers a place for {cls}, {way.name}")


def _fault(cls: str, way: Way, page: Page, text: str) -> Fault:
    """Take the marks out and keep where they stood."""
    plain: list[str] = []
    at: dict[str, list[int]] = {mark: [] for mark in _MARKS}
    length = 0
    for letter in text:
        if letter in at:
            at[letter].append(length)
        else:
            plain.append(letter)
            length += 1
    others = tuple(zip(at[OTHER_OPEN], at[OTHER_CLOSE], strict=True))
    (start,), (end,) = at[OPEN], at[CLOSE]
    return Fault(cls, way.name, "".join(plain), start, end, page.published, page.host, others, way.also)


# --- the ways of each class ----------------------------------------------------------------------------------------


def ways_of(part: Part) -> dict[str, list[Way]]:
    """Rule id to its ways in this part."""
    if part == "held":
        return ways_of_held()
    return {
        "repeated-paragraph": _REPEATED_PARAGRAPHS[part],
        "repeated-sentence": _REPEATED_SENTENCES[part],
        "weekday-mismatch": _WEEKDAYS[part],
        "unsourced-figure": [Way(name, inserted(filled(text))) for name, text in words.UNSOURCED_FIGURES[part].items()],
        "quotation-without-speaker": _speeches(part),
        "unclosed-quotation": _LOST_MARKS[part],
        "sums-dont-add": [Way(name, inserted(make)) for name, make in SUMS[part].items()],
        "contradicting-figures": [Way(name, inserted_pair(pair)) for name, pair in CONTRADICTIONS[part].items()],
        "name-variants": _names(part),
        "personal-data": [Way(name, inserted(personal(text))) for name, text in PERSONAL[part].items()],
        "di-spelling": _di(part),
        "nonstandard-word": _nonstandard(part),
        "post-capital": _posts(part),
        "repeated-word": _DOUBLED[part],
        "unsourced-superlative": [Way(name, inserted(filled(text))) for name, text in words.SUPERLATIVES[part].items()],
        "promotion": _filled_ways(words.PROMOTION[part]),
    }


def _filled_ways(sentences: dict[str, tuple[str, ...]]) -> list[Way]:
    return [Way(name, inserted(filled(texts))) for name, texts in sentences.items()]


# A copy with a change is found as well by the sentences that are the same in it.
_SENTENCE = ("repeated-sentence",)
_REPEATED_PARAGRAPHS: dict[str, list[Way]] = {
    "tune": [
        Way("right-behind", repeated_paragraph(same, lambda at, _: at + 1)),
        Way("at-the-end", repeated_paragraph(same, lambda _, n: n)),
        Way("other-quotation-marks", repeated_paragraph(other_quotes, lambda at, _: at + 2), ("article",)),
        Way("two-later", repeated_paragraph(same, lambda at, _: at + 3)),
    ],
    "test": [
        Way("lead-again", repeated_paragraph(same, lambda _, n: n - 1, first=True), ("article",)),
        Way("wider-spaces", repeated_paragraph(wider_spaces, lambda at, _: at + 2)),
        Way("one-word-less", repeated_paragraph(one_word_less, lambda at, _: at + 1), ("article",), _SENTENCE),
        Way("first-word-in-capitals", repeated_paragraph(first_in_capitals, lambda _, n: n), also=_SENTENCE),
        Way("in-the-middle", repeated_paragraph(same, lambda at, n: (at + n) // 2 + 1)),
    ],
}
_REPEATED_SENTENCES: dict[str, list[Way]] = {
    "tune": [
        Way("right-behind", repeated_sentence(same, lambda _page, p, s: (p, s + 1))),
        Way("next-paragraph", repeated_sentence(same, lambda _page, p, _s: (p + 1, 0))),
        Way("end-of-text", repeated_sentence(same, lambda page, _p, _s: (len(page.paras) - 1, 0))),
        Way("wider-spaces", repeated_sentence(wider_gaps, lambda _page, p, _s: (p + 2, 0))),
    ],
    "test": [
        Way("end-of-next-paragraph", repeated_sentence(same, lambda page, p, _s: (p + 1, len(page.paras[p + 1])))),
        Way("three-paragraphs-later", repeated_sentence(same, lambda _page, p, _s: (p + 3, 0))),
        Way("with-connective", repeated_sentence(with_connective, lambda _page, p, _s: (p + 2, 0))),
        Way("exclaimed", repeated_sentence(without_final_mark, lambda _page, p, _s: (p + 1, 0))),
        Way("one-word-less", repeated_sentence(one_word_less, lambda _page, p, _s: (p + 1, 0))),
        Way("second-paragraph-last", repeated_sentence(same, lambda page, _p, _s: (len(page.paras) - 2, 0))),
    ],
}
_WEEKDAYS: dict[str, list[Way]] = {
    "tune": [
        Way("bracket", weekday_in_article("{day} ({d}/{m}/{y})"), ("article",)),
        Way("comma", weekday_in_article("{day}, {long}"), ("article",)),
        Way("next-comma", weekday_in_sentence("{day}, {long}", "Tahap berikutnya dimulai pada {}.")),
        Way(
            "day-and-date-named",
            weekday_in_sentence("hari {day}, tanggal {long}", "Acara puncak diadakan pada {} di lapangan."),
        ),
        Way("with-noughts", weekday_in_article("{day} ({dd}/{mm}/{y})"), ("article",)),
    ],
    "test": [
        Way("without-comma", weekday_in_sentence("{day} {long}", "Pembukaan dijadwalkan {} di pendopo.")),
        Way("evening", weekday_in_article("{day} malam ({d}/{m}/{y})"), ("article",)),
        Way("dashes", weekday_in_article("{day} ({d}-{m}-{y})"), ("article",)),
        Way("capitals", weekday_in_sentence("{DAY}, {LONG}", "WAKTU PELAKSANAAN: {}.")),
        Way("day-behind", weekday_in_sentence("{long} ({day})", "Pendaftaran dibuka sampai {}.")),
        Way("short-month", weekday_in_sentence("{day}, {d} {short}. {y}", "Warga dapat mengambil bantuan mulai {}.")),
        Way("short-year", weekday_in_sentence("{day} ({d}/{m}/{yy})", "Jalan ditutup sementara pada {}.")),
        Way(
            "slashes-without-bracket", weekday_in_sentence("{day}, {d}/{m}/{y}", "Rapat lanjutan diadakan {} di aula.")
        ),
        Way(
            "day-date-run-on",
            weekday_in_sentence("hari {day} tanggal {d} bulan {month} tahun {y}", "Lomba digelar pada {}."),
        ),
    ],
}
_LOST_MARKS: dict[str, list[Way]] = {
    "tune": [
        Way("straight-closing", lost_mark(closing=True, typographic=False, few=True), ("article",)),
        Way("straight-opening", lost_mark(closing=False, typographic=False, few=True), ("article",)),
        Way("typographic-closing", lost_mark(closing=True, typographic=True, few=True), ("article",)),
        Way("last-in-text", lost_mark(closing=True, typographic=False, few=True, last=True), ("article",)),
    ],
    "test": [
        Way("typographic-opening", lost_mark(closing=False, typographic=True, few=True), ("article",)),
        Way("beside-another-closing", lost_mark(closing=True, typographic=True, few=False), ("article",)),
        Way("beside-another-straight", lost_mark(closing=True, typographic=False, few=False), ("article",)),
        Way(
            "final-in-its-sentence",
            lost_mark(closing=True, typographic=False, few=None, pattern=r"[.?!]"),
            ("article",),
        ),
        Way("closing-typed-as-opening", wrong_mark("“", "“")),
        Way("closing-typed-as-one-stroke", wrong_mark("“", "'")),
        Way("closing-lost-in-a-release", lost_mark(closing=True, typographic=True, few=True), ("release",)),
    ],
}


def _speeches(part: Part) -> list[Way]:
    said = words.SPEECH_WITHOUT_SPEAKER[part]
    if part == "tune":
        return [
            Way("typographic-alone", speech("“{0}.”", said, alone=True)),
            Way("straight-alone", speech('"{0}."', said, alone=True)),
            Way("between-narrative", speech("“{0}.”", said, alone=False)),
            Way("demikian-disampaikan", speech("[“{0},”] demikian disampaikan dalam acara itu.", said)),
        ]
    return [
        Way("two-sentences", speech("“{0}. {1}.”", said, alone=True)),
        Way("straight-between-narrative", speech('"{0}."', said, alone=False)),
        Way("exclaimed", speech("“{0}!”", said, alone=True)),
        Way("begitu-terdengar", speech("[“{0},”] begitu terdengar di sela acara.", said)),
        Way("first-in-text", speech_at("“{0}.”", said, first=True)),
        Way("last-in-text", speech_at('"{0}."', said, first=False)),
        Way("with-dots", speech("“{0} …”", said, alone=True)),
    ]


def _names(part: Part) -> list[Way]:
    changes = {
        "tune": {"other-vowel": letters("a:e e:i o:u u:o i:e"), "i-or-y": letters("i:y y:i"), "letter-lost": dropped},
        "test": {
            "old-spelling": letters("u:oe j:dj"),
            "kindred-consonant": letters("d:t t:d f:v v:f z:s k:g b:p"),
            "doubled": letters("n:nn l:ll m:mm s:ss t:tt"),
            "transposed": transposed,
            "with-h": letters("t:th d:dh k:kh"),
        },
    }[part]  # fmt: skip
    ways = [Way(name, name_variant(change), ("article",)) for name, change in changes.items()]
    if part == "test":
        ways.append(Way("one-part-other-vowel", name_variant(letters("a:o i:e u:o"), alone=True), ("article",)))
    return ways + [Way(name, inserted_pair(_name_pair(pairs))) for name, pairs in words.NAME_PAIRS[part].items()]


def _name_pair(pairs: tuple[tuple[str, str], ...]) -> Pair:
    def make(rng: random.Random) -> tuple[str, str]:
        pair, (first, second) = rng.choice(pairs), rng.choice(words.NAME_CONTEXTS)
        return first.format(name=pair[0]), second.format(name=f"[{pair[1]}]")

    return make


def _di(part: Part) -> list[Way]:
    article, w = ("article",), words
    ways = [
        Way("di-place-joined", swapped({f"di {x}": f"di{x}" for x in w.PLACES_JOINED[part]}), article),
        Way("di-where-joined", swapped({f"di {x}": f"di{x}" for x in w.WHERE_JOINED[part]}), article),
        Way("passive-split", swapped({f"di{x}": f"di {x}" for x in w.PASSIVES[part]}), article),
        Way("ke-joined", swapped({f"ke {x}": f"ke{x}" for x in w.TO_JOINED[part]}), article),
        Way("pun", swapped(w.PUN[part]), article, ("nonstandard-word",)),
    ]
    if part == "test":
        ways.append(Way("di-with-place-name", di_with_place(), article))
        ways.append(Way("passive-hyphen", swapped({f"di{x}": f"di-{x}" for x in w.PASSIVES[part]}), article))
        ways.append(
            Way("passive-split-nya", swapped({f"di{x}": f"di {x}" for x in w.PASSIVES[part]}, after="(?=nya)"), article)
        )
    else:
        ways.append(Way("ordinal-split", swapped({f"ke{x}": f"ke {x}" for x in w.ORDINALS[part]}), article))
    return ways


def _nonstandard(part: Part) -> list[Way]:
    ways = [Way(name, swapped(pairs), ("article",)) for name, pairs in words.NONSTANDARD[part].items()]
    ways += [way for way in ways if way.name in ("letters", "one-or-two-words")] + [ways[0]]
    return ways + [Way("in-a-sentence", inserted(fixed(made))) for made in words.NONSTANDARD_SENTENCES[part]]


def _posts(part: Part) -> list[Way]:
    titles = {
        "tune": "Bupati|Wali Kota|Gubernur|Menteri",
        "test": "Presiden|Kapolres|Wakil Presiden|Kapolda|Camat|Kapolsek",
    }
    ways = [Way(name, inserted(filled((text,)))) for name, text in words.POST_SENTENCES[part].items()]
    return [*ways, Way("small-in-article", small_title(titles[part]), ("article",))]


_DOUBLED: dict[str, list[Way]] = {
    "tune": [
        Way("yang", doubled(r"\byang\b")),
        Way("di-or-ke", doubled(r"\b(?:di|ke)\b")),
        Way("dan", doubled(r"\bdan\b")),
        Way("across-lines", doubled(r"\b(?:untuk|dengan)\b", "\n")),
        Way("verb", doubled(r"\b(?:mengatakan|dilakukan|menjadi|merupakan)\b"), ("article",)),
    ],
    "test": [
        Way("dari-pada-dalam", doubled(r"\b(?:dari|pada|dalam|oleh)\b")),
        Way("akan-telah", doubled(r"\b(?:akan|telah|sudah|dapat|bisa)\b")),
        Way("capital-first", doubled(r"\b(?:Di|Dalam|Namun|Untuk|Pada)\b")),
        Way("noun", doubled(r"\b(?:pemerintah|petugas|masyarakat|kegiatan|kendaraan|pemain|harga)\b"), ("article",)),
        Way("two-words", doubled(r"\b(?:di (?:rumah|lokasi|wilayah|kota)|untuk [a-z]{5,}|dengan [a-z]{5,})\b")),
        Way("across-lines", doubled(r"\b(?:ini|itu|tersebut|karena|agar)\b", "\n")),
        Way("name", doubled(r"(?<=[a-z] )[A-Z][a-z]{4,}\b(?= [a-z])"), ("article",)),
    ],
}  # fmt: skip
