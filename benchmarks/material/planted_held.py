"""The third part of the planter: ways to make each fault that neither `tune` nor `test` has; it is only counted.

Ways that need figures are in `planted_held_figures.py`, words and sentences in `planted_held_words.py`.
"""

import random
import re
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.material import planted_held_words as words
from benchmarks.material.planted_edits import (
    DAYS,
    PLAIN_HEADS,
    Plant,
    Way,
    can_lose,
    di_with_place,
    doubled,
    inserted,
    inserted_pair,
    letters,
    lost_mark,
    name_variant,
    quotations,
    repeated_paragraph,
    repeated_sentence,
    same,
    small_title,
    speech,
    swapped,
    weekday_in_article,
    weekday_in_sentence,
    wrong_day,
    wrong_mark,
)  # fmt: skip
from benchmarks.material.planted_figures import Pair, filled, fixed, personal
from benchmarks.material.planted_held_figures import CONTRADICTIONS, PERSONAL, SUMS
from benchmarks.material.planted_page import CLOSE, OPEN, SPEECH, Page, dated, marked, month, replaced, sentences, spots
from benchmarks.material.planted_words import NAME_CONTEXTS

_ARTICLE = ("article",)


def ways_of_held() -> dict[str, list[Way]]:
    """Rule id to its ways, in the order of the other parts."""
    return {
        "repeated-paragraph": _repeated_paragraphs(),
        "repeated-sentence": _repeated_sentences(),
        "weekday-mismatch": _weekdays(),
        "unsourced-figure": _filled_ways(words.UNSOURCED_FIGURES),
        "quotation-without-speaker": _speeches(),
        "unclosed-quotation": _lost_marks(),
        "sums-dont-add": [Way(name, inserted(make)) for name, make in SUMS.items()],
        "contradicting-figures": [Way(name, inserted_pair(pair)) for name, pair in CONTRADICTIONS.items()],
        "name-variants": _names(),
        "personal-data": [Way(name, inserted(personal(text))) for name, text in PERSONAL.items()],
        "di-spelling": _di(),
        "nonstandard-word": _nonstandard(),
        "post-capital": _posts(),
        "repeated-word": _doubled_words(),
        "unsourced-superlative": _filled_ways(words.SUPERLATIVES),
        "promotion": _filled_ways(words.PROMOTION),
    }


def _filled_ways(texts: dict[str, tuple[str, ...]]) -> list[Way]:
    return [Way(name, inserted(filled(each))) for name, each in texts.items()]


# --- repetition -----------------------------------------------------------------------------------------------------

_KINDRED = {" dan ": " serta ", " untuk ": " guna ", " karena ": " sebab ", " saat ": " ketika ", " hanya ": " cuma "}


def other_word(piece: str) -> str | None:
    """One small word of an earlier draft, outside quotations."""
    for old, new in _KINDRED.items():
        if found := spots(re.escape(old), piece):
            return piece[: found[0].start()] + new + piece[found[0].end() :]
    return None


def _broken_lines(piece: str) -> str:
    """Each sentence on its own line, as pasted from a mail."""
    return "\n".join(sentences(piece))


def _sentences_turned(piece: str) -> str | None:
    """The second sentence before the first."""
    flow = sentences(piece)
    return " ".join((flow[1], flow[0], *flow[2:])) if len(flow) > 1 else None


def _last_sentence_lost(piece: str) -> str | None:
    flow = sentences(piece)
    return " ".join(flow[:-1]) if len(flow) > 2 else None


def _hard_spaces(piece: str) -> str:
    return piece.replace(" ", "\u00a0", 4)


def _bulleted(piece: str) -> str:
    return f"• {piece}"


def _comma_lost(piece: str) -> str | None:
    return piece.replace(", ", " ", 1) if ", " in piece else None


def _other_connective(piece: str) -> str | None:
    """ "Sementara itu," before the sentence; not before a name."""
    head = piece.split(" ", maxsplit=1)[0]
    return f"Sementara itu, {piece[0].lower()}{piece[1:]}" if head in PLAIN_HEADS else None


def _repeated_paragraphs() -> list[Way]:
    also = ("repeated-sentence",)
    return [
        Way("three-later", repeated_paragraph(_hard_spaces, lambda at, n: min(at + 4, n - 1))),
        Way("broken-lines", repeated_paragraph(_broken_lines, lambda _, n: n - 2), also=also),
        Way("bulleted", repeated_paragraph(_bulleted, lambda at, _: at + 2), also=also),
        Way("other-word", repeated_paragraph(other_word, lambda at, n: min(at + 3, n)), _ARTICLE, also),
        Way("sentences-turned", repeated_paragraph(_sentences_turned, lambda at, _: at + 2), also=also),
        Way("last-sentence-lost", repeated_paragraph(_last_sentence_lost, lambda _, n: n - 1), also=also),
        Way("before-the-first", repeated_paragraph(same, lambda at, _: max(at - 2, 0)), _ARTICLE),
    ]


def _own_paragraph(page: Page, at: int, behind: int) -> tuple[int, int]:
    """A new empty paragraph some paragraphs later."""
    page.paras.insert(at + behind, [])
    return at + behind, 0


def _repeated_sentences() -> list[Way]:
    return [
        Way("as-own-paragraph", repeated_sentence(same, lambda page, p, _s: _own_paragraph(page, p, 2)), _ARTICLE),
        Way("behind-the-lead", repeated_sentence(same, lambda _page, p, _s: (0 if p > 1 else 3, 1)), _ARTICLE),
        Way("comma-lost", repeated_sentence(_comma_lost, lambda page, p, _s: (p + 2, len(page.paras[p + 2])))),
        Way("other-connective", repeated_sentence(_other_connective, lambda _page, p, _s: (p + 3, 0))),
        Way("other-word", repeated_sentence(other_word, lambda _page, p, _s: (p + 1, 1)), _ARTICLE),
        Way(
            "very-last",
            repeated_sentence(_hard_spaces, lambda page, _p, _s: (len(page.paras) - 1, len(page.paras[-1]))),
            _ARTICLE,
        ),
    ]


# --- weekday --------------------------------------------------------------------------------------------------------


def _two_days(rng: random.Random) -> str:
    """Two days in a row, both wrong."""
    day = date(2026, 1, 5) + timedelta(days=rng.randrange(340))
    while (day + timedelta(days=1)).month != day.month:
        day -= timedelta(days=3)
    name = wrong_day(day, rng)
    behind = DAYS[(DAYS.index(name) + 1) % 7]
    if DAYS[day.weekday()] == behind:
        return _two_days(rng)
    return f"Bazar dibuka pada [{name}–{behind}, {day.day}–{day.day + 1} {month(day)} {day.year}] di alun-alun."


def _ahad(rng: random.Random) -> str:
    """The other name of Sunday."""
    while True:
        day = date(2026, 1, 5) + timedelta(days=rng.randrange(340))
        if wrong_day(day, rng) == "Minggu":
            return f"Jalan sehat diadakan pada [Ahad, {dated(day)}], sejak matahari terbit."


def _weekdays() -> list[Way]:
    block = weekday_in_sentence("Hari/tanggal: {day}/{long}", "Pelaksanaan simulasi bencana:\n{}\nTempat: Pendopo")
    lines = weekday_in_sentence("Hari: {day}\nTanggal: {long}", "Jadwal pelayanan keliling:\n{}\nTempat: Balai Desa")
    return [
        Way("hari-tanggal", block),
        Way("two-lines", lines),
        Way("two-days", inserted(_two_days)),
        Way("ahad", inserted(_ahad)),
        Way("dots", weekday_in_article("{day} ({dd}.{mm}.{y})"), _ARTICLE),
        Way("without-year", weekday_in_article("{day} ({d}/{m})"), _ARTICLE),
        Way("hari-behind", weekday_in_sentence("{long}, hari {day}", "Pasar murah digelar {}, di halaman kecamatan.")),
        Way("tgl", weekday_in_sentence("{day}, tgl. {long}", "Petugas datang ke dusun pada {}.")),
        Way(
            "part-of-day",
            weekday_in_sentence("{day} pagi, {long}", "Kerja bakti membersihkan sungai dimulai {}, dari hulu."),
        ),
        Way("day-of-java", weekday_in_sentence("{day} Kliwon, {long}", "Ruwatan desa berlangsung {}.")),
    ]


# --- quotations -----------------------------------------------------------------------------------------------------


def _three_utterances(rng: random.Random) -> str:
    return "“{}. {}. {}.”".format(*rng.sample(words.SPEECH, 3))


def _behind_the_lead(page: Page, rng: random.Random) -> str | None:
    """Direct speech as the second paragraph where nobody speaks around it."""
    if any(SPEECH.search(sentence) for para in page.paras[:3] for sentence in para):
        return None
    page.paras.insert(1, [marked(f"“{rng.choice(words.SPEECH)}.”")])
    return page.text()


def _speeches() -> list[Way]:
    said = words.SPEECH
    return [
        Way("question", speech("“{0}?”", words.QUESTIONS, alone=True)),
        Way("three-utterances", inserted(_three_utterances, alone=False)),
        Way("two-paragraphs", speech("[“{0}.”\n\n“{1}.”]", said)),
        Way("stop-outside", speech("“{0}”.", said, alone=True)),
        Way("verb-lost", speech("[“{0},”] sambil menjabat tangan para tamu.", said, alone=True)),
        Way("colon", speech("Harapan yang mengemuka dalam acara itu: [“{0}.”]", said)),
        Way("begitulah", speech('["{0},"] begitulah suara yang terdengar dari deretan belakang.', said)),
        Way("behind-the-lead", _behind_the_lead, _ARTICLE),
    ]


def _lost_where(
    fits: Callable[[str, re.Match[str]], bool], *, closing: bool, straight: bool, short: bool = False
) -> Plant:
    """One mark is lost of the only quotation of a paragraph; `fits` judges the paragraph and the quotation."""

    def plant(page: Page, rng: random.Random) -> str | None:
        paras = [" ".join(para) for para in page.paras]
        offers = []
        for at, para in enumerate(paras):
            following = (paras[at + 1 : at + 2] or [""])[0]
            if len(re.findall(r"[\"“”]", para)) != 2 or following.startswith(('"', "“")):
                continue
            quoted = list(re.finditer(r"\"[^\"]{4,24}\"", para)) if short else quotations(para)
            if short or can_lose(paras, at, few=True, pattern="."):
                offers += [(at, match) for match in quoted if fits(para, match)]
        if not offers:
            return None
        at, match = rng.choice(offers)
        lost = match.end() - 1 if closing else match.start()
        changed = paras[at][:lost] + paras[at][lost + 1 :]
        if not straight:
            paras = [re.sub(r"\"([^\"]*)\"", r"“\1”", para) for para in paras]
            changed = changed.replace('"', "“" if closing else "”")
        paras[at] = f"{OPEN}{changed}{CLOSE}"
        return "\n\n".join(paras)

    return plant


def _lost_marks() -> list[Way]:
    def at_start(_: str, match: re.Match[str]) -> bool:
        return match.start() == 0

    def behind_a_comma(para: str, match: re.Match[str]) -> bool:
        return para[: match.start()].endswith((", ", ": "))

    def before_the_speaker(_: str, match: re.Match[str]) -> bool:
        return match.group().endswith(',"')

    def a_term(para: str, match: re.Match[str]) -> bool:
        return match.start() > 0 and match.group()[1:-1].strip() == match.group()[1:-1]

    return [
        Way("opening-at-paragraph-start", _lost_where(at_start, closing=False, straight=False), _ARTICLE),
        Way("opening-behind-a-comma", _lost_where(behind_a_comma, closing=False, straight=True), _ARTICLE),
        Way("closing-before-the-speaker", _lost_where(before_the_speaker, closing=True, straight=True), _ARTICLE),
        Way("term-never-closed", _lost_where(a_term, closing=True, straight=False, short=True), _ARTICLE),
        Way("opening-lost-in-a-release", lost_mark(closing=False, typographic=True, few=True), ("release",)),
        Way("closing-typed-as-accent", wrong_mark("“", "´")),
        Way("opening-typed-as-closing", wrong_mark("”", "”")),
        Way("opening-typed-as-one-stroke", wrong_mark("'", "”")),
    ]


# --- names ----------------------------------------------------------------------------------------------------------


def _proper(change: Callable[[str, random.Random], str | None]) -> Callable[[str, random.Random], str | None]:
    """Only where the part is no common noun or title."""
    common = {
        "Negara", "Serikat", "Prof", "Intelligence", "Republik", "Ustaz", "Presiden", "Menteri", "Ketua", "Polres",
        "Polda", "Polsek", "Lapas", "Kapolres", "Kapolda", "Perekonomian", "Pelabuhan", "Bandara", "Artificial",
    }  # fmt: skip
    return lambda word, rng: None if word in common else change(word, rng)


def _turned(name: str, _: random.Random) -> str | None:
    """The family name first."""
    parts = name.split()
    return " ".join((parts[-1], *parts[:-1])) if parts[-1] != parts[0] else None


def _end_added(word: str, rng: random.Random) -> str:
    return word + rng.choice("hns")


def _two_lost(word: str, rng: random.Random) -> str | None:
    """Two inner letters in a row are lost."""
    at = rng.randrange(1, len(word) - 2)
    return word[:at] + word[at + 2 :] if len(word) > 6 else None


def _name_pair(pairs: tuple[tuple[str, str], ...]) -> Pair:
    def make(rng: random.Random) -> tuple[str, str]:
        pair, (first, second) = rng.choice(pairs), rng.choice(NAME_CONTEXTS)
        return first.format(name=pair[0]), second.format(name=f"[{pair[1]}]")

    return make


def _names() -> list[Way]:
    beside_on_keyboard = letters("n:m m:n i:o r:t l:k s:a e:w g:h")
    ways = [
        Way("key-beside", name_variant(_proper(beside_on_keyboard)), _ARTICLE),
        Way("first-part", name_variant(_proper(letters("a:e i:y o:u u:o d:t n:nn h:")), which="first"), _ARTICLE),
        Way("two-letters-lost", name_variant(_proper(_two_lost)), _ARTICLE),
        Way("end-added", name_variant(_proper(_end_added)), _ARTICLE),
        Way("vowel-doubled", name_variant(_proper(letters("a:aa e:ee o:oo i:ie u:uu"))), _ARTICLE),
        Way("family-name-first", name_variant(_turned, which="whole"), _ARTICLE),
    ]
    return ways + [Way(name, inserted_pair(_name_pair(pairs))) for name, pairs in words.NAME_PAIRS.items()]


# --- words ----------------------------------------------------------------------------------------------------------


def _joined(before: str, listed: list[str]) -> Plant:
    return swapped({f"{before} {word}": f"{before}{word}" for word in listed})


def _counted(rng: random.Random) -> str:
    return rng.choice(words.COUNTED_SENTENCES).format(jubilee=rng.randrange(41, 99), small=rng.randrange(3, 12))


def _di() -> list[Way]:
    also = ("nonstandard-word", "ordinal-spelling")
    return [
        Way("di-place-joined", _joined("di", words.PLACES_JOINED), _ARTICLE),
        Way("di-time-joined", _joined("di", words.TIMES_JOINED), _ARTICLE),
        Way("di-where-joined", _joined("di", words.WHERE_JOINED), _ARTICLE),
        Way("ke-joined", _joined("ke", words.TO_JOINED), _ARTICLE),
        Way("passive-split", swapped({f"di{word}": f"di {word}" for word in words.PASSIVES}), _ARTICLE),
        Way("di-hyphen-place-name", di_with_place("di-"), _ARTICLE),
        Way("ordinal-hyphen", swapped(words.ORDINALS), _ARTICLE, also),
        Way("ke-and-figure", inserted(_counted), also=also),
        Way("pun-joined", swapped(words.PUN), _ARTICLE, also),
        Way("pun-split", swapped(words.PUN_SPLIT), _ARTICLE, also),
        Way("kepada-split", swapped(words.TO_SPLIT), _ARTICLE, also),
    ]


def _nonstandard() -> list[Way]:
    ways = [Way(name, swapped(pairs), _ARTICLE) for name, pairs in words.NONSTANDARD.items()]
    ways += [way for way in ways if way.name in ("letters", "loan-endings", "two-words-in-one")] + [ways[0]]
    return ways + [Way("in-a-sentence", inserted(fixed(made))) for made in words.NONSTANDARD_SENTENCES]


def _posts() -> list[Way]:
    titles = (
        "Perdana Menteri|Menteri Keuangan|Menteri Kesehatan|Menteri Pertanian|Menteri Luar Negeri"
        "|Menteri Pertahanan|Menteri Perdagangan|Pangeran|Raja"
    )
    ways = [Way(name, inserted(filled((text,)))) for name, text in words.POST_SENTENCES.items()]
    return [*ways, Way("small-in-article", small_title(titles), _ARTICLE)]


def _second_small(pattern: str) -> Plant:
    """The word at the sentence's start again in small letters: "Kegiatan kegiatan"."""

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        found = spots(pattern, text)
        if not found:
            return None
        match = rng.choice(found)
        return replaced(text, match.start(), match.end(), f"{match.group()} {match.group().lower()}")

    return plant


def _doubled_words() -> list[Way]:
    return [
        Way("sebagai-secara-kepada", doubled(r"\b(?:sebagai|secara|kepada|bahwa|adalah|serta|juga)\b")),
        Way("second-small", _second_small(r"\b(?:Sementara|Setelah|Menurut|Selain|Selama|Peserta|Kegiatan|Dengan)\b")),
        Way("three-words", doubled(r"\b[a-z]{4,} (?:dan|yang|di|dari) [a-z]{4,}\b")),
        Way("two-spaces", doubled(r"\b(?:tidak|lebih|masih|belum|hanya)\b", "  ")),
        Way("figure", doubled(r"(?<=[a-z] )\d{2,3}\b(?= (?:orang|persen|hari|tahun|kilometer|unit|kg|km))"), _ARTICLE),
        Way("abbreviation", doubled(r"(?<=[a-z] )[A-Z]{3,5}\b(?= [a-z])"), _ARTICLE),
        Way("across-lines", doubled(r"\b(?:oleh|saat|para|antara|sejak|melalui)\b", "\n")),
    ]
