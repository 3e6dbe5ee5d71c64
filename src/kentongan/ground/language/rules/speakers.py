"""Who is said to have said it: the person named beside a verb of saying, read from a bounded stretch of text.

Shared by `quotations`; a speaker is given as the text gives him, role and name ("Kepala Dinas Kesehatan, dr. Sari").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .text import Span
from .words import MONTHS, NEVER_LAST, OPENERS, SAID, SAID_ACTIVE, WEEKDAYS, words_of

# A speaker with role, agency and degrees stays below this in the real articles at hand (longest: 121).
REACH = 160

_STOPS = words_of(
    """saat ketika di dalam kepada pada usai seperti sebagaimana dikutip dilansir melalui lewat sambil seraya setelah
    sesudah menanggapi mengenai soal tentang terkait yang dengan ke dari lalu kemudian hari singkat lagi tadi kemarin
    pula juga itu ini tersebut untuk sebelum selepas sebelumnya mengawali mengakhiri menutup menjawab merujuk dihubungi
    ditemui berdasarkan sembari mengutip hingga sampai sehingga karena bahwa adalah melanjutkan menambahkan menjelaskan
    mengatakan menegaskan menyebut menyinggung mencontohkan merespons merespon membuka didampingi bersama tak tidak akan
    telah sudah saya kami kita jika kalau agar oleh sejak disampaikan diwawancarai panjang serius tegas begitu demikian
    dan atau namun tetapi sedangkan sementara malam pagi siang sore dini penuh tanpa berharap bila apabila masih"""
)
_PRONOUNS = words_of("dia ia beliau mereka nya dirinya")
_ROLE_HEADS = words_of(
    """kepala ketua wakil direktur menteri bupati wali walikota gubernur sekretaris camat lurah kapolres kapolda
    kapolsek kapolri kabid kabag kasat kasi kasubag juru imam presiden pelatih manajer manager komandan dandim
    danrem panglima rektor dekan dosen guru pengamat ahli pakar dokter analis ekonom ketum sekjen anggota
    koordinator staf penyidik jaksa hakim pengacara kuasa plt plh pj sekda asisten deputi dirjen irjen inspektur
    humas jubir founder ceo cto coo cfo chief vice head country senior general managing president director pemilik
    warga pedagang petani nelayan saksi korban ibu bapak ayah orang putra putri istri suami tokoh ulama ustaz kiai
    kyai pendeta pastor uskup kabiro karo kombes akbp kompol komjen brigjen mayjen letjen jenderal kolonel letkol
    mayor kapten aktor aktris penyanyi musisi pembalap pemain kapten striker bek kiper peneliti profesor prof dr drs
    ir h hj kh direksi komisaris pimpinan penasihat utusan dubes duta konsul kadis kadin kadinkes kabareskrim kadiv
    kasubdit kanit penjabat pejabat"""
)
_PIECE = re.compile(r"[^\s,;:!?()\"“”„«»\n]+|[,;:!?()\"“”„«»]|\n")
_DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,5}\.?\Z|(?:MSi|MM|SE|SH|MH|SPd|MPd|PhD|ST|MT|SSos|MKes|SKM)\Z"
)
_CAPITAL = re.compile(r"(?:[a-z]{0,2}['’]?)?[A-Z]|[a-z]+[A-Z]")
_SMALL_IN_NAME = words_of("bin binti van de der den al el dr drg dan und von da dos ibn atau h kh ust")
_VERB = re.compile(
    rf"(?<![\w-])(?:(?P<active>{'|'.join(sorted(SAID_ACTIVE, key=len, reverse=True))})"
    rf"|(?P<stem>(?i:{'|'.join(sorted(SAID, key=len, reverse=True))}))|(?P<according>[Mm]enurut))(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A person named beside a verb of saying; `span` is where he is named, `at` where the verb stands."""

    at: int
    verb: str
    span: Span


def named_after(text: str, place: int) -> Span | None:
    """The person named right behind `place` ("kata" stands before it); None for a pronoun or nobody."""
    first = last = None
    capitals = 0
    inside = False
    pieces = list(_PIECE.finditer(text, place, min(len(text), place + REACH)))
    for number, piece in enumerate(pieces):
        word = piece.group()
        if first is None and (word in ',;:!?()"“”„«»\n' or word.casefold().rstrip(".") in _PRONOUNS):
            return None
        if word in "()":
            if not _abbreviation_follows(pieces, number) and not inside:
                break
            inside = word == "("
            last = piece.end() if word == ")" else last
            continue
        if word == ",":
            if first is None or not _goes_on(text, pieces, number, first, capitals):
                break
            continue
        if not re.match(r"[\w'’(&-]", word) or _stops(word, capitals, first is None):
            break
        first = piece.start() if first is None else first
        stripped = word.rstrip(".")
        capitals += bool(_CAPITAL.match(word))
        last = piece.start() + len(stripped)
        if word.endswith(".") and not _keeps_going(word):
            break
        last = piece.end() if word.endswith(".") else last
    if first is None or last is None or (not capitals and last - first > 60):
        return None
    return Span(first, last)


def _stops(word: str, capitals: int, nothing_yet: bool) -> bool:
    folded = word.casefold().rstrip(".")
    if folded in WEEKDAYS or (folded in MONTHS and len(folded) > 3):
        return True
    if _CAPITAL.match(word):
        return False
    if folded in _SMALL_IN_NAME and not nothing_yet:
        return False
    # behind the name itself small letters say when and where; before it they are the role ("pengamat transportasi …")
    return folded in _STOPS or folded in SAID or (capitals > 0 and folded not in _SMALL_IN_NAME) or word[0].isdigit()


def _keeps_going(word: str) -> bool:
    stripped = word.rstrip(".")
    return stripped.casefold() in NEVER_LAST or (len(stripped) == 1 and stripped.isupper()) or bool(_DEGREE.match(word))


def _abbreviation_follows(pieces: list[re.Match[str]], number: int) -> bool:
    """ "Badan Gizi Nasional (BGN) Dadan": the bracket belongs to the role; "Iyung (64)" ends the name."""
    inner = [piece.group() for piece in pieces[number + 1 : number + 4]]
    return len(inner) == 3 and inner[1] == ")" and inner[0].isupper() and bool(_CAPITAL.match(inner[2]))


def _goes_on(text: str, pieces: list[re.Match[str]], number: int, first: int, capitals: int) -> bool:
    """Whether behind a comma the name follows the role, or a degree the name."""
    if number + 1 >= len(pieces):
        return False
    following = pieces[number + 1].group()
    folded = following.casefold().rstrip(".")
    if _DEGREE.match(following):
        return True
    if not _CAPITAL.match(following) or folded in WEEKDAYS or folded in OPENERS:
        return False
    said = text[first : pieces[number].start()]
    head = re.split(r"[\s.]", said, maxsplit=1)[0].casefold()
    return "," not in said and (head in _ROLE_HEADS or (said[0].islower() and not capitals))


_LOOSE = words_of("juga lalu kemudian lantas pun sempat turut kembali sendiri itu tersebut")
_TRAILING = re.compile(rf"(?:\s(?:{'|'.join(sorted(_LOOSE))})|\s?\(\d{{1,3}}\)|[\s,])+\Z")
_SUBJECT_PIECE = re.compile(r"[^\s,]+|,")


def named_before(text: str, verb: int, start: int) -> Span | None:
    """The person who is the subject of a verb at `verb`, in the sentence that begins at `start`; None for a pronoun."""
    start = max(start, verb - REACH)
    start += max(text[start:verb].rfind(mark) for mark in ':;"“”\n') + 1
    words = list(_SUBJECT_PIECE.finditer(text, start, verb))
    first = None
    for number in range(len(words) - 1, -1, -1):
        word = words[number].group()
        folded = word.casefold().rstrip(".")
        if word == ",":
            if first is None or not _binds([one.group() for one in words[max(0, number - 6) : number + 2]]):
                break
        elif _CAPITAL.match(word.strip("()")) and folded not in OPENERS and folded not in WEEKDAYS:
            first = words[number].start()
        elif not (folded in _LOOSE if first is None else folded in _SMALL_IN_NAME) and not word.startswith("("):
            break
    if first is None:
        return None
    tail = _TRAILING.search(text, first, verb)
    return Span(first, tail.start() if tail else verb)


def _binds(around: list[str]) -> bool:
    """Whether a comma (last but one of `around`) binds: "Bupati Kencana, Hasan" or "Hasan, S.Sos."."""
    *before, _, behind = around
    if _DEGREE.match(behind):
        return True
    heads = {word.casefold() for word in before if word != ","}
    return bool(before) and bool(_CAPITAL.match(before[-1])) and not heads.isdisjoint(_ROLE_HEADS)


def namings(text: str, starts: list[int]) -> Iterator[Naming]:
    """Every place where a person is named beside a verb of saying; `starts` are the sentences' first code points."""
    place = 0
    for match in _VERB.finditer(text):
        while place + 1 < len(starts) and starts[place + 1] <= match.start():
            place += 1
        if match.group("active"):
            span = named_before(text, match.start(), starts[place] if starts else 0)
        else:
            span = named_after(text, match.end())
            if match.group("according") and span is None:
                continue
        if span is not None and _CAPITAL.search(span.of(text)):
            yield Naming(match.start(), match.group(), span)
