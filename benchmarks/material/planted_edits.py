"""Ways to plant a fault by changing a page; each gives the marked text, or None where the page offers no place."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.material.planted_page import (
    CLOSE,
    OPEN,
    OTHER_CLOSE,
    OTHER_OPEN,
    QUOTED,
    SPEECH,
    Page,
    dated,
    marked,
    month,
    put,
    quiet_gaps,
    replaced,
    spots,
)  # fmt: skip

Plant = Callable[[Page, random.Random], str | None]
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Way:
    """One way to make the fault; `hosts` are the kinds of page it can be made in, `also` other rules that name it."""

    name: str
    plant: Plant
    hosts: tuple[str, ...] = ("release", "article")
    also: tuple[str, ...] = ()


# --- inserted sentences ---------------------------------------------------------------------------------------------


def inserted(sentence: Callable[[random.Random], str], *, alone: bool | None = None) -> Plant:
    """The sentence in a quiet place."""

    def plant(page: Page, rng: random.Random) -> str | None:
        gaps = quiet_gaps(page)
        if not gaps:
            return None
        made = sentence(rng)
        own = "\n" in made or (rng.random() < 0.5 if alone is None else alone)
        return put(page, rng.choice(gaps), marked(made), alone=own)

    return plant


def inserted_pair(pair: Callable[[random.Random], tuple[str, str]]) -> Plant:
    """The first sentence early, the second (the fault) in a later paragraph."""

    def plant(page: Page, rng: random.Random) -> str | None:
        gaps = quiet_gaps(page)
        early = [gap for gap in gaps if gap[0] <= len(page.paras) // 2]
        if not early:
            return None
        first = rng.choice(early)
        late = [gap for gap in gaps if gap[0] > first[0] + 1]
        if not late:
            return None
        one, two = pair(rng)
        page.paras[(second := rng.choice(late))[0]].insert(second[1], marked(two))
        return put(page, first, f"{OTHER_OPEN}{one}{OTHER_CLOSE}", alone=False)

    return plant


# --- repetition -----------------------------------------------------------------------------------------------------


def repeated_paragraph(
    change: Callable[[str], str | None], where: Callable[[int, int], int], *, first: bool = False
) -> Plant:
    """A paragraph of two or more sentences again, changed a little, before the paragraph `where(own place, count)`."""

    def plant(page: Page, rng: random.Random) -> str | None:
        paras = [" ".join(para) for para in page.paras]
        fit = [
            at
            for at, para in enumerate(page.paras)
            if len(para) > 1 and len(paras[at].split()) >= 20 and at < len(paras) - 3
        ]
        fit = [at for at in fit if at == 0] if first else fit
        if not fit or (copy := change(paras[at := rng.choice(fit)])) is None:
            return None
        paras[at] = f"{OTHER_OPEN}{paras[at]}{OTHER_CLOSE}"
        paras.insert(where(at, len(paras)), f"{OPEN}{copy}{CLOSE}")
        return "\n\n".join(paras)

    return plant


def repeated_sentence(change: Callable[[str], str | None], place: Callable[[Page, int, int], tuple[int, int]]) -> Plant:
    """A sentence of eight or more words, no quotation, again before `place`."""

    def plant(page: Page, rng: random.Random) -> str | None:
        fit = [
            (p, s)
            for p, para in enumerate(page.paras[:-3])
            for s, sentence in enumerate(para)
            if 8 <= len(sentence.split()) <= 40 and sentence.endswith(".") and not re.search(r"[\"“”]", sentence)
        ]
        if not fit:
            return None
        p, s = rng.choice(fit)
        copy = change(page.paras[p][s])
        if copy is None:
            return None
        to_p, to_s = place(page, p, s)
        page.paras[p][s] = f"{OTHER_OPEN}{page.paras[p][s]}{OTHER_CLOSE}"
        page.paras[to_p].insert(to_s, f"{OPEN}{copy}{CLOSE}")
        return page.text()

    return plant


def same(piece: str) -> str:
    """No change."""
    return piece


def other_quotes(piece: str) -> str | None:
    """Straight marks become typographic ones."""
    return re.sub(r"\"([^\"]*)\"", r"“\1”", piece) if '"' in piece else None


def wider_spaces(piece: str) -> str:
    """Two spaces between sentences, a no-break space at the end."""
    return piece.replace(". ", ".  ") + "\u00a0"


def wider_gaps(piece: str) -> str:
    """Two spaces between the first words."""
    return piece.replace(" ", "  ", 3)


def one_word_less(piece: str) -> str | None:
    """A word without weight is lost."""
    for word in (" tersebut", " juga", " telah", " sudah", " itu", " ini"):
        if word + " " in piece:
            return piece.replace(word + " ", " ", 1)
    return None


def first_in_capitals(piece: str) -> str:
    """The first word in capitals."""
    head, _, tail = piece.partition(" ")
    return f"{head.upper()} {tail}"


def with_connective(piece: str) -> str | None:
    """ "Selain itu," before the sentence; not before a name."""
    head = piece.split(" ", maxsplit=1)[0]
    return f"Selain itu, {piece[0].lower()}{piece[1:]}" if head in PLAIN_HEADS else None


def without_final_mark(piece: str) -> str:
    """An exclamation instead of the point."""
    return piece[:-1] + "!"


PLAIN_HEADS = {
    "Kegiatan", "Selama", "Peserta", "Petugas", "Warga", "Panitia", "Lokasi", "Pekerjaan", "Dalam", "Dengan", "Pada",
    "Para", "Proses", "Program", "Hal", "Sejumlah", "Saat", "Untuk", "Ini", "Pihak", "Kondisi",
}  # fmt: skip

# --- weekday --------------------------------------------------------------------------------------------------------


def wrong_day(day: date, rng: random.Random) -> str:
    """A weekday that is wrong in that year and in the years beside it."""
    right = {
        date(year, day.month, min(day.day, 28) if day.month == 2 else day.day).weekday()
        for year in (day.year - 1, day.year, day.year + 1)
    }
    return rng.choice([name for at, name in enumerate(DAYS) if at not in right])


def weekday_in_article(form: str) -> Plant:
    """The weekday of a date that stands in the article is changed; `form` says how the whole is written."""

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        found = list(re.finditer(rf"\b(?:{'|'.join(DAYS)}) \((\d\d?)/(\d\d?)/(20\d\d)\)", text))
        if not found:
            return None
        match = rng.choice(found)
        try:
            day = date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            return None
        return replaced(text, match.start(), match.end(), written(form, day, wrong_day(day, rng)))

    return plant


def weekday_in_sentence(form: str, sentence: str) -> Plant:
    """A sentence about what comes next, with a weekday that the date hasn't."""

    def make(rng: random.Random) -> str:
        day = date(2026, 1, 5) + timedelta(days=rng.randrange(340))
        return sentence.format(f"[{written(form, day, wrong_day(day, rng))}]")

    return inserted(make)


def written(form: str, day: date, name: str) -> str:
    """The date in one of the ways offices write it."""
    return form.format(
        day=name, DAY=name.upper(), d=day.day, m=day.month, y=day.year, yy=day.year % 100, mm=f"{day.month:02}",
        dd=f"{day.day:02}", long=dated(day), LONG=dated(day).upper(), month=month(day), short=month(day)[:3],
    )  # fmt: skip


# --- quotations -----------------------------------------------------------------------------------------------------


def speech(pattern: str, words: tuple[str, ...], *, alone: bool | None = None) -> Plant:
    """Direct speech far from any speaker; `{0}` and `{1}` in the pattern are two different utterances."""
    return inserted(lambda rng: pattern.format(*rng.sample(words, 2)), alone=alone)


def speech_at(pattern: str, words: tuple[str, ...], *, first: bool) -> Plant:
    """Direct speech as the first or the last paragraph."""

    def plant(page: Page, rng: random.Random) -> str | None:
        made = marked(pattern.format(*rng.sample(words, 2)))
        near = page.paras[:1] if first else page.paras[-2:]
        if any(SPEECH.search(sentence) for para in near for sentence in para):
            return None
        page.paras.insert(0 if first else len(page.paras), [made])
        return page.text()

    return plant


def lost_mark(*, closing: bool, typographic: bool, few: bool | None, pattern: str = ".", last: bool = False) -> Plant:
    """One mark of a quotation is lost; the planted span is its paragraph.

    `few`: the paragraph holds no other quotation; None: it may. `pattern` must match the end of what is quoted.
    """

    def plant(page: Page, rng: random.Random) -> str | None:
        paras = [" ".join(para) for para in page.paras]
        fit = [at for at, para in enumerate(paras) if can_lose(paras, at, few=few, pattern=pattern)]
        if not fit:
            return None
        at = fit[-1] if last else rng.choice(fit)
        if typographic:
            paras = [re.sub(r"\"([^\"]*)\"", r"“\1”", para) for para in paras]
        quoted = [match for match in quotations(paras[at]) if re.search(pattern + "$", match.group()[1:-1])]
        match = rng.choice(quoted)
        lost = match.end() - 1 if closing else match.start()
        paras[at] = f"{OPEN}{paras[at][:lost]}{paras[at][lost + 1 :]}{CLOSE}"
        return "\n\n".join(paras)

    return plant


def wrong_mark(opening: str, closing: str) -> Plant:
    """The closing mark is typed as something that closes nothing."""

    def plant(page: Page, rng: random.Random) -> str | None:
        paras = [re.sub(r"\"([^\"]*)\"", r"“\1”", " ".join(para)) for para in page.paras]
        fit = [
            at
            for at, para in enumerate(paras)
            if para.count("“") == 1 and not (paras[at + 1 : at + 2] or [""])[0].startswith("“")
        ]
        if not fit:
            return None
        at = rng.choice(fit)
        paras[at] = f"{OPEN}{paras[at].replace('“', opening).replace('”', closing)}{CLOSE}"
        return "\n\n".join(paras)

    return plant


def quotations(para: str) -> list[re.Match[str]]:
    return [match for match in QUOTED.finditer(para) if match.end() - match.start() > 25]


def can_lose(paras: list[str], at: int, *, few: bool | None, pattern: str) -> bool:
    quoted = [match.group() for match in quotations(paras[at])]
    count = len(re.findall(r"[\"“”]", paras[at]))
    following = (paras[at + 1 : at + 2] or [""])[0]
    return (
        any(re.search(pattern + "$", each[1:-1]) for each in quoted)
        and (count == 2 if few else count >= 2 if few is None else count >= 4)
        and not following.startswith(('"', "“"))
    )


# --- words ----------------------------------------------------------------------------------------------------------


def swapped(pairs: dict[str, str], *, before: str = r"(?<![\w-])", after: str = r"(?![\w-])") -> Plant:
    """A right form outside quotations gives way to the wrong one, with its capital."""
    keys = "|".join(sorted(map(re.escape, pairs), key=len, reverse=True))

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        found = spots(rf"{before}(?i:{keys}){after}", text)
        found = [match for match in found if not _in_name(text, match)]
        if not found:
            return None
        match = rng.choice(found)
        old = match.group()
        new = pairs.get(old) or pairs.get(old.lower()) or ""
        if not new or old.isupper():
            return None
        return replaced(text, match.start(), match.end(), new[0].upper() + new[1:] if old[0].isupper() else new)

    return plant


def _in_name(text: str, match: re.Match[str]) -> bool:
    """A capital behind a small word, beside another capital: part of a name, unless it is a month or a day."""
    old = match.group()
    if not old[0].isupper() or old in ("Jumat", "November", "Februari"):
        return False
    return bool(re.match(r" [A-Z]", text[match.end() :])) or bool(re.search(r"[A-Z]\w* $", text[: match.start()]))


def di_with_place(join: str = "di") -> Plant:
    """di with the name of a place, joined: diJakarta."""

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        found = spots(r"(?<![\w-])di (?=[A-Z][a-z]{3,})", text)
        if not found:
            return None
        match = rng.choice(found)
        name = re.match(r"\w+", text[match.end() :])
        return replaced(
            text, match.start(), match.end() + (name.end() if name else 0), join + (name.group() if name else "")
        )

    return plant


def doubled(pattern: str, join: str = " ") -> Plant:
    """A word (or two) twice in a row; the planted span is both."""

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        found = spots(pattern, text)
        if not found:
            return None
        match = rng.choice(found)
        return replaced(text, match.start(), match.end(), f"{match.group()}{join}{match.group()}")

    return plant


def small_title(titles: str) -> Plant:
    """The capital of a post before a person's name is lost."""

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        found = spots(rf"(?<=[a-z,] )(?<!Peraturan )(?:{titles})(?= [A-Z][a-z]{{3,}} [A-Z][a-z]{{2,}})", text)
        if not found:
            return None
        match = rng.choice(found)
        return replaced(text, match.start(), match.end(), match.group().lower())

    return plant


# --- names ----------------------------------------------------------------------------------------------------------

_BODY = r"(?:Kabupaten|Kota|Kecamatan|Desa|Kelurahan|Partai|Universitas|Dinas|Badan|Kementerian|Yayasan|Jalan|Sungai) "
_BEFORE_A_PERSON = (
    r"kata|ujar|ucap|tutur|ungkap|jelas|tegas|sebut|Presiden|Menteri|[Kk]etua|Ketum|Direktur|Dirut|Gubernur|Bupati|Kepala"
    r"|Kapol\w+|Kombes|AKBP|AKP|Kompol|Iptu|Ipda|[Dd]r|Prof|[Aa]nggota|[Pp]elatih|[Jj]ubir|[Pp]ebalap|Menkeu|Menko\w*"
    r"|bernama|tersangka|Utama|Humas|CEO|[Bb]icara|Keuangan|Pertahanan|Kesehatan|Indonesia|RI|AS|Prancis"
)
_GEOGRAPHY = re.compile(
    r"(?:Indonesia|Barat|Timur|Tengah|Selatan|Utara|Raya|Baru|Lama|Besar|Kecil|Pusat|Nasional|Umum)$"
)


def name_variant(
    change: Callable[[str, random.Random], str | None], *, alone: bool = False, which: str = "last"
) -> Plant:
    """One later mention of a name of two or three words is spelled otherwise.

    `alone`: a mention by one part of the name behind a word of saying. `which`: the part that changes, "last", or
    "first" or "whole" of a person.
    """

    def plant(page: Page, rng: random.Random) -> str | None:
        text = page.text()
        full = re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{4,}){1,2}(?![\w-]| [A-Z])", text)
        names = {name for name in full if not _GEOGRAPHY.search(name) and _is_somebody(text, name)}
        if which != "last":
            names = {name for name in names if not re.match(_BODY, name)}
        offers = [offer for name in sorted(names) for offer in _mentions(text, name, alone=alone, which=which)]
        rng.shuffle(offers)
        for start, end, known in offers:
            old = text[start:end]
            new = change(old, rng)
            if new and new != old and new not in text:
                others = [
                    m.span()
                    for m in re.finditer(rf"\b{re.escape(known)}\b", text)
                    if m.end() <= start or m.start() >= end
                ]
                return _with_others(text, (start, end, new), others)
        return None

    return plant


def _is_somebody(text: str, name: str) -> bool:
    """A place or body by its first word, or a person by the post or the word of saying before one of the mentions."""
    return bool(re.match(_BODY, name) or re.search(rf"(?:{_BEFORE_A_PERSON}) {re.escape(name)}\b", text))


def _mentions(text: str, name: str, *, alone: bool, which: str) -> list[tuple[int, int, str]]:
    """(start, end of the part to change, form that remains elsewhere)."""
    found = [m.span() for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    last = name.rsplit(maxsplit=1)[-1]
    if not alone:
        head, tail = {"first": (0, len(name.split(maxsplit=1)[0])), "whole": (0, len(name))}.get(
            which, (len(name) - len(last), len(name))
        )
        return [(start + head, start + tail, name) for start, _ in found[1:]]
    parts = [part for part in name.split() if len(part) >= 5]
    return [
        (m.start(1), m.end(1), part)
        for part in parts
        for m in re.finditer(
            rf"(?:kata|ujar|ucap|tutur|ungkap|jelas|tegas|sebut|Menurut|Namun,) ({part})\b(?! [A-Z])", text
        )
        if len(re.findall(rf"\b{part}\b", text)) >= 3
    ]


def _with_others(text: str, edit: tuple[int, int, str], others: list[tuple[int, int]]) -> str:
    pieces = [(start, end, f"{OTHER_OPEN}{text[start:end]}{OTHER_CLOSE}") for start, end in others]
    pieces.append((edit[0], edit[1], f"{OPEN}{edit[2]}{CLOSE}"))
    for start, end, new in sorted(pieces, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def letters(pairs: str) -> Callable[[str, random.Random], str | None]:
    """One inner piece of the word becomes another: "a:e y:i" tried in random order."""
    rules = [tuple(pair.split(":")) for pair in pairs.split()]

    def change(word: str, rng: random.Random) -> str | None:
        offers = [
            word[: m.start()] + new + word[m.end() :]
            for old, new in rules
            for m in re.finditer(old, word)
            if m.start() > 0
        ]
        return rng.choice(offers) if offers else None

    return change


def dropped(word: str, rng: random.Random) -> str | None:
    """An inner letter is lost."""
    at = rng.randrange(2, len(word) - 1)
    return word[:at] + word[at + 1 :] if len(word) > 4 else None


def transposed(word: str, rng: random.Random) -> str | None:
    """Two inner letters change places."""
    at = rng.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
