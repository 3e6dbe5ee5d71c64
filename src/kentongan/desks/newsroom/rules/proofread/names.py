"""Names: one name in several spellings, and names, titles and posts against a list given."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.names import NameIndex, parse_name
from kentongan.ground.language.rules.stem import stem
from kentongan.ground.language.rules.words import OPENERS, WEEKDAYS, words_of

from .reading import Person, Reading, common_words, given_names
from .rulebook import NOTE, Finding, finding, quoted

_CAPITAL = re.compile(r"(?<![\w@#/.-])[A-Z][^\W\d_]*(?:['’][^\W\d_]+)?(?![\w/-]|['’]\w|\.\w)")
_TITLES = words_of(
    """dr drs dra drg drh prof ir h hj kh k ust ustaz ustad tgk apt ns rd raden pdt bapak ibu pak bu sdr saudara
    letjen mayjen brigjen irjen komjen kombes akbp kompol akp iptu ipda aiptu kolonel letkol mayor kapten
    jenderal bripka bupati wakil gubernur wali walikota kota kabupaten kecamatan desa kelurahan provinsi camat
    lurah kepala ketua sekretaris sekda daerah menteri presiden direktur dinas badan bagian bidang plt plh pj
    penjabat anggota komandan kapolres kapolda kapolsek rektor dekan asisten staf haji hajah kiai kyai republik
    pemerintah universitas institut bank jalan jl pt cv"""
)
# Two names of this length may differ by one letter and both be right ("Dian", "Dina"); longer ones seldom do.
_SINGLE, _SHORTEST = 6, 4
# Words of this length that differ by a letter, one of them known, are one word.
_SURELY_ONE = 10
# Longer words are no names; bounds the work per word.
_LONGEST_NAME = 24
_BUCKET = 6
# A text with more different names is a list of names; the longest article at hand has 190.
_MOST_NAMES = 2_000
_PAIRS = tuple(map(frozenset, ({"iran", "irak"}, {"bali", "mali"}, {"islam", "islami"}, {"india", "indian"})))


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    before: str  # the name's words beside it, or the title before it, in small letters; empty where it stands alone
    after: str


def variants(reading: Reading) -> Iterator[Finding]:
    """Words of names that differ by a letter from another word of a name, where both seem to name the same."""
    words = _name_words(reading)
    places: dict[str, list[_Word]] = {}
    for word in words:
        places.setdefault(word.text.casefold(), []).append(word)
    count = Counter({key: len(found) for key, found in places.items()})
    small = _small_words(reading.text, places)
    told: set[str] = set()
    for one, other in sorted(_near_pairs(places)):
        rare, usual = (one, other) if count[one] < count[other] else (other, one)
        if frozenset({one, other}) in _PAIRS or not _same_name(places[one], places[other], one, other, small):
            continue
        if _side_by_side(reading, places[one], places[other]):
            continue
        shown = [*places[rare], *places[usual]] if count[rare] == count[usual] == 1 else places[rare]
        for word in shown[:4]:
            twin = places[usual if word.text.casefold() == rare else rare][0]
            if word.text not in told or word is not shown[0]:
                told.add(word.text)
                why = said(
                    "This name is written %(here)s here and %(there)s elsewhere.",
                    here=quoted(word.text),
                    there=quoted(twin.text),
                )
                put = twin.text if word.text.casefold() == rare else None
                yield finding(
                    "name-variants",
                    (word.start, word.end),
                    why,
                    said("Keep to one spelling; ask which is right."),
                    put=put,
                )
    yield from _joined(reading, places)


_HYPHENED = re.compile(r"(?<![\w-])(?P<name>[A-Z][a-z]{2,})-(?P<tail>[a-z]{3,})(?![\w-])")


def hyphens(reading: Reading) -> Iterator[Finding]:
    """ "Kedung-wuni" beside "Kedungwuni"."""
    joined = {word.text for word in _name_words(reading)}
    for match in _HYPHENED.finditer(reading.text):
        other = match["name"] + match["tail"]
        if other in joined:
            yield _two_ways(match.start(), match.end(), match.group(), other)


def shortened(reading: Reading) -> Iterator[Finding]:
    """ "Dedi Maryao" beside "Dedi Maryanto": beside the same name a word that lacks two letters of another."""
    groups: dict[tuple[str, str], dict[str, _Word]] = {}
    for word in _name_words(reading):
        if len(word.text) >= _SINGLE - 1:
            for key in _beside([word]):
                group = groups.setdefault(key, {})
                if len(group) < _BUCKET or word.text in group:
                    group.setdefault(word.text, word)
    told: set[str] = set()
    for group in groups.values():
        for short in group.values():
            for long in group:
                lost = len(long) - len(short.text)
                if short.text in told or long in told:
                    continue
                if (lost == _LOST and _within(short.text, long)) or (not lost and _alike_by_two(short.text, long)):
                    told.add(short.text)
                    yield _two_ways(short.start, short.end, short.text, long)


# Two letters less are a slip; one is found anyway, three make another name.
_LOST = 2


def _alike_by_two(one: str, other: str) -> bool:
    """ "Pranoto", "Pranata": as long, with the same head, two letters apart."""
    close = OSA.distance(one, other, score_cutoff=_LOST) == _LOST
    return close and len(one) > _SINGLE and one[:3] == other[:3]


def _within(short: str, long: str) -> bool:
    """Whether the letters of one stand in the other in their order, and it is no plain ending."""
    letters = iter(long)
    return all(letter in letters for letter in short) and not long.startswith(short)


def _two_ways(start: int, end: int, here: str, there: str) -> Finding:
    why = said("This name is written %(here)s here and %(there)s elsewhere.", here=quoted(here), there=quoted(there))
    return finding("name-variants", (start, end), why, said("Keep to one spelling; ask which is right."), put=there)


def _name_words(reading: Reading) -> list[_Word]:
    """Capitalised words in runs, titles and posts cut off; the first word of a sentence only within a run or if it is
    no common word."""
    text = reading.text
    starts = {one.start for one in reading.sentences}
    found: list[_Word] = []
    run: list[re.Match[str]] = []

    def close() -> None:
        kept = [one for one in run if one.group().casefold() not in _TITLES and len(one.group()) > 1]
        if kept and kept[0].start() in starts and kept[0].group().casefold() in OPENERS:
            kept = kept[1:]
        keys = [one.group().casefold() for one in kept]
        ahead = dict(zip(run[1:], run, strict=False))
        for number, one in enumerate(kept):
            if one.group().isupper() or len(one.group()) > _LONGEST_NAME or keys[number] in WEEKDAYS:
                continue
            if len(kept) == 1 and one.start() in starts and (keys[0] in OPENERS or keys[0] in common_words()):
                continue
            before = ahead[one].group().casefold() if one in ahead else ""
            after = keys[number + 1] if number + 1 < len(keys) else ""
            found.append(_Word(one.start(), one.end(), one.group(), before, after))

    for match in _CAPITAL.finditer(text):
        gap = text[run[-1].end() : match.start()] if run else ""
        if run and not (
            gap == " " or (gap == ". " and len(run[-1].group()) <= 4 and run[-1].group().casefold() in _TITLES)
        ):
            close()
            run = []
        run.append(match)
    close()
    return found


def _small_words(text: str, places: dict[str, list[_Word]]) -> frozenset[str]:
    """Which of the words stand in the text in small letters too: those are no names."""
    return frozenset(word for word in re.findall(r"(?<!\w)[a-z]{4,24}(?!\w)", text) if word in places)


def _near_pairs(places: dict[str, list[_Word]]) -> set[tuple[str, str]]:
    """Pairs one slip apart, by the words that are left when one letter is dropped (linear in the text's words)."""
    buckets: dict[str, list[str]] = {}
    pairs: set[tuple[str, str]] = set()
    keys = [key for key in places if len(key) >= _SHORTEST][:_MOST_NAMES]
    bones = {key: _bones(key) for key in keys}
    for key in keys:
        for form in {key, f"={bones[key]}", *(key[:n] + key[n + 1 :] for n in range(len(key)))}:
            bucket = buckets.setdefault(form, [])
            for other in bucket:
                if bones[key] == bones[other] or OSA.distance(key, other, score_cutoff=1) <= 1:
                    pairs.add((min(key, other), max(key, other)))
            if len(bucket) < _BUCKET:
                bucket.append(key)
    return pairs


# Old and new spelling (Van Ophuijsen, Soewandi, EYD) and what registrars write for one sound; applied in this order.
_SPELT = tuple(
    pair.split(">")
    for pair in [
        "oe>u",
        "dj>j",
        "tj>c",
        "sj>sy",
        "nj>ny",
        "y>i",
        "kh>k",
        "dh>d",
        "th>t",
        "ph>f",
        "v>f",
        "q>k",
        "z>s",
        "sh>s",
        "h>",
    ]
)


def _bones(word: str) -> str:
    """What stays the same in the spellings of one name: doubled letters once, old spelling, y for i, h dropped."""
    if "oe" in word or "tj" in word or "dj" in word:
        word = re.sub(r"(?<![dtnsS])j", "y", word)  # Soerjo, Suryo
    for old, new in _SPELT:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


def _same_name(first: Sequence[_Word], second: Sequence[_Word], one: str, other: str, small: frozenset[str]) -> bool:
    short, long = sorted((one, other), key=len)
    if long in {short + tail for tail in ("s", "i", "an", "nya", "ku", "mu", "n", "r", "lah", "pun", "kah")}:
        return False
    if _beside(first) & _beside(second):
        both_words = one in common_words() and other in common_words()
        return not both_words and (one not in small or other not in small)
    if one in small or other in small or (one in given_names() and other in given_names()):
        return False
    alone = [all(not (word.before or word.after) for word in words) for words in (first, second)]
    alike = _bones(one) == _bones(other)
    words = [one in common_words(), other in common_words()]
    if any(words):
        # "Damaar" beside "Damar Wicaksono": a name that is a word too, and a spelling that is none
        return alike and not all(words) and any(alone) and not all(alone) and alone[words.index(True)] is False
    if len(short) >= _SURELY_ONE:
        return (stem(one) in common_words()) != (stem(other) in common_words())  # "Pemasyaraatan"
    if any(alone):
        return alike or (len(short) >= _SINGLE and not all(alone) and min(len(first), len(second)) <= 2)
    return False


def _side_by_side(reading: Reading, first: Sequence[_Word], second: Sequence[_Word]) -> bool:
    """Two who are named in one breath are two: "Dian Lestari dan Dina Lestari"."""
    if len(first) > 1 or len(second) > 1:
        return False
    start, end = sorted((first[0].start, second[0].start))
    together = reading.sentence_at(start) == reading.sentence_at(end)
    return together and re.search(r",|(?<!\w)(?:dan|serta|bersama)(?!\w)", reading.text[start:end]) is not None


def _beside(words: Sequence[_Word]) -> set[tuple[str, str]]:
    """The neighbours within the name, and on which side: "Hasan Basri" and "Hasan Basry" share one."""
    found = {("before", word.before) for word in words if len(word.before) > 2}
    return found | {("after", word.after) for word in words if len(word.after) > 2}


def _joined(reading: Reading, places: dict[str, list[_Word]]) -> Iterator[Finding]:
    """ "Muara Enim" and "Muaraenim"."""
    told = set()
    for words in list(places.values()):
        for word in words:
            key = word.text.casefold() + word.after
            if not word.after or len(key) < _SINGLE or key not in places or key in told:
                continue
            end = word.start + len(word.text) + 1 + len(word.after)
            apart = reading.text[word.start : end]
            common = word.text.casefold() in common_words() and word.after in common_words()
            if common and re.match(r"\s[A-Z]", reading.text[end : end + 2]):
                continue  # "Sumber Daya Alam" beside "PT Sumberdaya": part of a longer term
            told.add(key)
            for joined in places[key][:3]:
                why = said(
                    "This name is written %(here)s here and %(there)s elsewhere.",
                    here=quoted(joined.text),
                    there=quoted(apart),
                )
                yield finding(
                    "name-variants",
                    (joined.start, joined.end),
                    why,
                    said("Keep to one spelling; ask which is right."),
                    put=apart,
                )


# ---- Against a list ------------------------------------------------------------------------------

_POST_BEFORE = re.compile(r"(?P<post>(?:(?:Plt|Plh|Pj|Pjs)\.\s)?[A-Z][\w.]*(?:\s(?:dan|[A-Z][\w.]*)){0,7})\s?,?\s\Z")
_FRONT_BEFORE = re.compile(r"(?:(?:[A-Z][a-z]{0,4}\.|[A-Z]\.(?:[A-Z]\.)*|[Dd]r[sg]?\.|Prof\.|Hj\.)\s?)+\Z")
_DEGREES_AFTER = re.compile(
    r"(?:,?\s?(?:[A-Z][A-Za-z]{0,4}\.\s?){1,3}[A-Za-z]{0,6}\.?(?!\w)|,\s?[A-Z][A-Za-z]{1,4}(?=[,\s.]|\Z))+"
)
_HEADS = words_of(
    "bupati wakil wali gubernur sekretaris kepala ketua camat lurah menteri presiden direktur"
    " asisten komandan kapolres rektor plt plh pj pjs"
)


@dataclass(frozen=True)
class _List:
    scan: NameIndex | None
    by_name: dict[str, Person]
    by_word: dict[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def _listed(people: tuple[Person, ...]) -> _List:
    by_name = {" ".join(one.name.split()): one for one in people if re.search(r"[^\W_]", one.name)}
    by_word: dict[str, list[str]] = {}
    for name in by_name:
        for word in name.casefold().split():
            bucket = by_word.setdefault(word, [])
            if len(bucket) < 40:
                bucket.append(name)
    return _List(
        NameIndex(by_name) if by_name else None, by_name, {word: tuple(found) for word, found in by_word.items()}
    )


def against_list(reading: Reading) -> Iterator[Finding]:
    """Names of the list written otherwise, and titles, degrees and posts that the list gives otherwise."""
    listed = _listed(reading.people)
    if listed.scan is None:
        return
    right: list[tuple[int, int]] = []
    for mention in listed.scan.scan(reading.text):
        right.append((mention.start, mention.end))
        person = listed.by_name[listed.scan.names[mention.number]]
        yield from _title(reading.text, mention.start, mention.end, person)
    taken = {place for start, end in right for place in range(start, end)}
    yield from _misspelt(reading, listed, taken)


def _title(text: str, start: int, end: int, person: Person) -> Iterator[Finding]:
    held = parse_name(person.full or person.name)
    front = _FRONT_BEFORE.search(text, max(0, start - 30), start)
    said_front = parse_name(f"{front.group()} X").front if front else ()
    behind = _DEGREES_AFTER.match(text, end, end + 60)
    said_behind = parse_name(f"X{behind.group()}").behind if behind else ()
    wrong = [one for one in (*said_front, *said_behind) if one not in (*held.front, *held.behind)]
    if person.full and wrong:
        span = (front.start() if front and said_front else start, behind.end() if behind and said_behind else end)
        why = said(
            "The title or degree %(words)s isn’t that of %(person)s on the list.",
            words=quoted(", ".join(wrong)),
            person=person.full,
        )
        yield finding("wrong-title", span, why, said("Write “%(right)s”.", right=held.full()), put=held.full())
    if not person.posts:
        return
    head = text[max(0, start - 120) : front.start() if front else start]
    post = _POST_BEFORE.search(head)
    printed = _post(post["post"]) if post else ""
    if printed and not any(_holds(printed, one) for one in person.posts):
        place = max(0, start - 120) + post.end("post") if post else start
        why = said(
            "%(person)s is %(post)s on the list, not %(printed)s.",
            person=person.name,
            post=person.posts[0],
            printed=printed,
        )
        yield finding(
            "wrong-title", (place - len(printed), end), why, said("Write “%(right)s”.", right=person.posts[0])
        )


def _post(words: str) -> str:
    """From the first word that begins a post: "Hadir Wakil Bupati" gives "Wakil Bupati"."""
    pieces = words.split()
    first = next((n for n, piece in enumerate(pieces) if piece.rstrip(".").casefold() in _HEADS), None)
    return "" if first is None else " ".join(pieces[first:])


def _holds(said: str, post: str) -> bool:
    said, post = said.casefold(), post.casefold()
    return said == post or post.startswith(f"{said} ") or said.startswith(f"{post} ")


def _misspelt(reading: Reading, listed: _List, taken: set[int]) -> Iterator[Finding]:
    words = [word for word in _name_words(reading) if word.start not in taken]
    for one, two in pairwise(words):
        if one.after != two.text.casefold() or two.before != one.text.casefold():
            continue
        for person in sorted({name for key in (one.text, two.text) for name in listed.by_word.get(key.casefold(), ())}):
            pieces = person.split()
            near = [n for n in range(len(pieces) - 1) if _slip(one.text, pieces[n]) and _slip(two.text, pieces[n + 1])]
            if near and (one.text, two.text) != (pieces[near[0]], pieces[near[0] + 1]):
                why = said(
                    "%(words)s is written %(person)s on the list.",
                    words=quoted(reading.text[one.start : two.end]),
                    person=quoted(person),
                )
                put = f"{pieces[near[0]]} {pieces[near[0] + 1]}"
                yield finding(
                    "name-misspelt", (one.start, two.end), why, said("Write “%(right)s”.", right=put), put=put
                )
                break


def _slip(said: str, name: str) -> bool:
    most = 2 if len(name) > 7 else 1
    return OSA.distance(said.casefold(), name.casefold(), score_cutoff=most) <= most and (len(name) > 3 or said == name)


# ---- Degrees -------------------------------------------------------------------------------------

_DOTTED = words_of(
    "S.E. S.H. S.T. S.Sos. S.Pd. S.Kom. S.Ag. S.IP. S.K.M. M.M. M.H. M.T. M.Si. M.Pd. M.Kes. M.Sc. Ph.D."
)
_BARE = {
    bare: dotted
    for dotted in _DOTTED
    for bare in (dotted.replace(".", ""), dotted.rstrip("."))
}  # fmt: skip
_BARE_DEGREE = re.compile(
    r"(?<=[a-z.])(?P<comma>,?\s)(?P<degree>{})(?=[,\s)]|\.\s?(?:\Z|[A-Z][a-z]|\n)|\Z)".format(
        "|".join(sorted(map(re.escape, _BARE), key=len, reverse=True))
    )
)


def degrees(reading: Reading) -> Iterator[Finding]:
    """ "Hasan, MSi" and "Hasan, S.Sos": each part of a degree has its full stop."""
    for match in _BARE_DEGREE.finditer(reading.text):
        before = reading.text[max(0, match.start() - 30) : match.start()]
        if not re.search(r"[A-Z][\w'’]+\Z|\.\Z", before) or ("," not in match["comma"] and "." not in match["degree"]):
            continue
        right = _BARE[match["degree"]]
        yield finding(
            "degree-spelling",
            match.span("degree"),
            said("Each part of the degree %(words)s takes its full stop.", words=quoted(match["degree"])),
            said("Write “%(right)s”.", right=right),
            severity=NOTE,
            put=right,
        )
