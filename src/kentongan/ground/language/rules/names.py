"""Persons' names with titles and degrees; agencies with their abbreviations; a fast scan for many known names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from .words import OPENERS, SAID, SAID_ACTIVE, WEEKDAYS, words_of


@dataclass(frozen=True, slots=True)
class PersonName:
    """One person's name taken apart; `acting` tells that Plt., Plh. or Pj. stood before it.

    `front` and `behind` hold the titles in their usual spelling and in the order written: ("Dr.", "Ir.", "H."),
    ("S.Sos.", "M.Si.").
    """

    front: tuple[str, ...]
    name: str
    behind: tuple[str, ...]
    acting: str | None = None

    def full(self) -> str:
        """As an Indonesian letter writes it: "Dr. H. Hasan, S.Sos., M.Si."."""
        return ", ".join([" ".join([*self.front, self.name]).strip(), *self.behind])


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text; the span holds titles and degrees."""

    start: int
    end: int
    text: str
    name: PersonName


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency or body with the abbreviation that the text gives it in brackets."""

    start: int
    end: int
    name: str
    abbreviation: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One of the known names in a text: `number` is its place in the list given; the span ends before an enclitic."""

    start: int
    end: int
    number: int


# spelling without dots, in lower case -> usual spelling (EYD V: titles with full stops)
_FRONT = {
    "dr": "Dr.",
    "drs": "Drs.",
    "dra": "Dra.",
    "drg": "drg.",
    "drh": "drh.",
    "prof": "Prof.",
    "ir": "Ir.",
    "h": "H.",
    "hj": "Hj.",
    "kh": "K.H.",
    "ust": "Ust.",
    "tgk": "Tgk.",
    "apt": "apt.",
    "ns": "Ns.",
    "rd": "Rd.",
    "raden": "Raden",
    "pdt": "Pdt.",
    "letjen": "Letjen",
    "mayjen": "Mayjen",
    "brigjen": "Brigjen",
    "irjen": "Irjen",
    "komjen": "Komjen",
    "kombes": "Kombes",
    "akbp": "AKBP",
    "kompol": "Kompol",
    "akp": "AKP",
    "iptu": "Iptu",
    "ipda": "Ipda",
    "aiptu": "Aiptu",
    "kolonel": "Kolonel",
    "letkol": "Letkol",
    "mayor": "Mayor",
    "kapten": "Kapten",
    "jenderal": "Jenderal",
    "bripka": "Bripka",
    "serka": "Serka",
}
_MEDICAL = "dr."  # small: a physician; "Dr.": a doctorate
ACTING = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj.", "pjs": "Pjs.", "penjabat": "Pj."}
# Degrees as they stand behind a name; looked up without dots and blanks in small letters.
_DEGREES = """
    S.Sos. S.E. S.H. S.T. S.Kom. S.Pd. S.Pd.I. S.Ag. S.IP. S.I.P. S.I.Kom. S.Ked. S.K.M. S.P. S.Pt. S.Si. S.Psi. S.Farm.
    S.Hut. S.STP. S.Th. S.Kep. S.Gz. S.Ak. S.Ds. S.Sn. S.Hum. S.H.I. S.Th.I. S.E.I. S.Tr. S.AP. S.Ars. S.T.P. S.Pi. S.S.
    S.Pd.SD. S.Tr.Kom. S.I.K. S.Tr.K. S.Sy. S.Adm. S.Stat. S.Mn. S.Li.
    M.Si. M.M. M.H. M.Pd. M.Kes. M.T. M.Kom. M.Hum. M.A. M.Sc. M.E. M.P. M.Ag. M.I.Kom. M.AP. M.Ak. M.Ec.Dev. M.Eng.
    M.Psi. M.Kn. M.Pd.I. M.Tr. M.K.M. M.Farm. M.Sos. M.I.P. M.Th. M.Phil. M.B.A. M.P.A. M.P.H. M.Epid. M.Biomed. M.Ds.
    M.Ars. M.Han. M.M.Pd. M.E.I. M.H.I. M.Sn. M.Stat. M.Ling. M.Par. M.Hut. M.Gizi. M.S. M.Tr.Han. M.Tr.A.P. M.Krim.
    A.Md. A.Md.Kep. A.Md.Keb. A.Md.Kom. A.P. Ph.D. D.E.A. D.E.S.S. Sp.A. Sp.PD. Sp.B. Sp.OG. Sp.JP. Sp.P. Sp.S. Sp.M.
    Sp.THT. Sp.KJ. Sp.An. Sp.OT. Sp.Rad. Sp.PK. Sp.KK. Lc. Ak. C.A. C.P.A. Apt. B.A. B.Sc. B.Eng. LL.M.
"""
_BEHIND = {spelling.replace(".", "").casefold(): spelling for spelling in _DEGREES.split()}
_TITLES = "|".join(sorted((key.replace("kh", "k\\.?h").replace("hj", "hj") for key in _FRONT), key=len, reverse=True))
_TITLE = re.compile(rf"(?P<title>(?i:{_TITLES}))(?:\.\s?|\s)")
_ACTING = re.compile(r"\s*(?P<acting>(?i:plt|plh|pjs?)\b\.?|Penjabat\b)\s*")


# More than any real name carries ("Prof. Dr. dr. H. R. …"); it bounds the work on nonsense.
_MOST_TITLES = 12


def parse_name(text: str) -> PersonName:
    """Takes one name apart; what isn't a known title or degree belongs to the name. An empty text gives an empty name.

    A post ("Bupati Kencana") isn't cut off here, for no list of posts is closed: give the name alone.
    """
    rest = " ".join(text.split())
    acting = None
    match = _ACTING.match(rest)
    if match is not None:
        acting = ACTING[match.group("acting").rstrip(".").casefold()]
        rest = rest[match.end() :]
    front: list[str] = []
    while len(front) < _MOST_TITLES:
        title = _TITLE.match(rest)
        if title is None or not rest[title.end() :].strip():
            break
        front.append(_front(title.group("title")))
        rest = rest[title.end() :].lstrip()
    name, _, tail = rest.partition(",")
    name, early = _degrees_without_comma(name)
    late = _degrees(tail)
    if tail.strip() and not late:
        return PersonName(tuple(front), rest.strip(" ,"), (), acting)
    behind = [*early, *late]
    return PersonName(
        tuple(front), name.strip(" ,." if not re.search(r"\b[A-Z]\.\Z", name) else " ,"), tuple(behind), acting
    )


def _front(written: str) -> str:
    key = written.replace(".", "").casefold()
    return _MEDICAL if key == "dr" and written[0] == "d" else _FRONT[key]


def _degrees(tail: str) -> list[str]:
    found = []
    for piece in re.split(r"[,;]", tail):
        key = piece.replace(".", "").replace(" ", "").casefold()
        if not key:
            continue
        if key in _BEHIND:
            found.append(_BEHIND[key])
            continue
        split = [_BEHIND.get(word.replace(".", "").casefold()) for word in piece.split()]
        if not split or None in split:
            return found
        found += [word for word in split if word]
    return found


def _degrees_without_comma(name: str) -> tuple[str, list[str]]:
    """ "Hasan S.Sos M.Si": degrees with a full stop inside need no comma to be seen."""
    words = name.split()
    behind: list[str] = []
    while (
        len(words) > 1
        and len(behind) < _MOST_TITLES
        and "." in words[-1].rstrip(".")
        and words[-1].replace(".", "").casefold() in _BEHIND
    ):
        behind.insert(0, _BEHIND[words.pop().replace(".", "").casefold()])
    return " ".join(words), behind


# Words of posts, agencies and places: a run of capitals that holds one isn't a person's name from there on.
_HEADS = words_of(
    """kepala ketua wakil direktur menteri bupati wali walikota gubernur sekretaris camat lurah kapolres kapolda
    kapolsek kapolri kabid kabag kasat kasi juru imam presiden pelatih komandan dandim danrem panglima rektor dekan
    sekda asisten deputi dirjen inspektur humas jubir kadis kadin anggota dinas badan kantor bagian bidang seksi
    kementerian komisi dewan perwakilan rakyat daerah provinsi kabupaten kota kecamatan desa kelurahan rumah sakit umum
    universitas institut sekolah bank pt cv tbk polda polres polsek kodim korem jalan gedung masjid pasar stasiun
    bandara pelabuhan hotel taman museum stadion partai fraksi yayasan lembaga republik indonesia negara pemerintah
    pemkab pemkot pemprov mahkamah pengadilan kejaksaan staf bapak ibu pak bu sdr saudara para kabinet majelis persatuan
    ikatan himpunan asosiasi federasi liga piala umum besar plt plh pj pjs penjabat balai direktorat biro unit pusat"""
)
_RUN_WORD = re.compile(
    r"(?:[A-Z](?:\.[A-Z]){0,4}\.|(?:Drs?|Dra|Ir|Prof|Hj|KH|Ust|Pdt|Tgk|Ns|Rd|Plt|Plh|Pjs?|Moh|Muh|Moch|Abd)\.(?=\s?[A-Z])|(?:d(?:r|rg|rh)|apt)\.?(?=\s[A-Z])"
    r"|[A-Z][\w'’]*+(?:[-'’][A-Z]?\w++)*+|(?:bin|binti|van|de|al|el|der)(?=\s[A-Z]))(?![\w])"
)
_DEGREES_BEHIND = re.compile(
    r"(?:,?\s?[A-Z][A-Za-z]{0,5}(?:\.\s?[A-Z][A-Za-z]{0,6}){1,3}\.?(?![\w])"
    r"|,\s?(?:MSi|MM|SE|SH|MH|SPd|MPd|ST|MT|SSos|SKM|MKes|PhD|Lc|SIP|SIK|MBA|MA)\b\.?){1,9}+"
)
_AGE_BEHIND = re.compile(r"\s\(\d{1,3}\)")
_SAYS_BEHIND = re.compile(r"\s(?:juga\s|pun\s)?(?:{})\b".format("|".join(sorted(SAID_ACTIVE, key=len, reverse=True))))
_SAYS_BEFORE = re.compile(r"(?:{})\s\Z".format("|".join(sorted(SAID, key=len, reverse=True))), re.IGNORECASE)


def find_names(text: str) -> list[FoundName]:
    """Persons' names that the text itself marks as such: by a title before, a degree or an age behind, a verb of saying
    beside, or commas behind a post ("Bupati Kencana, Hasan Basri,"). It misses names with no such mark: for persons
    known beforehand use `NameIndex`, which misses none.
    """
    found = []
    after_post = False
    for run in _runs(text):
        one = _name_in(text, run, after_post=after_post)
        after_post = run[0].group().rstrip(".").casefold() in _HEADS and text[run[-1].end() : run[-1].end() + 1] == ","
        if one is not None:
            found.append(one)
            after_post = False
    return found


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words with a capital that follow one another with one blank (or none behind a full stop) between."""
    run: list[re.Match[str]] = []
    for word in _RUN_WORD.finditer(text):
        if word.start() and (text[word.start() - 1].isalnum() or text[word.start() - 1] in "_-/@"):
            continue
        gap = text[run[-1].end() : word.start()] if run else ""
        if run and gap != " " and not (gap == "" and run[-1].group().endswith(".")):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _name_in(text: str, run: list[re.Match[str]], *, after_post: bool) -> FoundName | None:
    keys = [word.group().rstrip(".").replace(".", "").casefold() for word in run]
    titles = [place for place, word in enumerate(run) if _is_title(word.group())]
    first = _first_title(titles) if titles else _behind_posts(keys)
    last = len(run)
    degrees = _DEGREES_BEHIND.match(text, run[-1].end())
    end = degrees.end() if degrees and parse_name("A" + degrees.group()).behind else run[-1].end()
    if first >= last or any(key in _HEADS for key in keys[first:]):
        return None
    start = run[first].start()
    acting = next((ACTING[key] for key in reversed(keys[:first]) if key in ACTING), None)
    if not (titles or end > run[-1].end() or acting or _marked(text, start, end, last - first, after_post=after_post)):
        return None
    whole = text[start:end]
    parsed = parse_name(whole)
    if not parsed.name or parsed.name.rstrip(".").casefold() in _FRONT:
        return None
    return FoundName(start, end, whole, replace(parsed, acting=acting))


def _is_title(word: str) -> bool:
    key = word.replace(".", "").casefold()
    return key in _FRONT and (word.endswith(".") or len(key) > 1)


def _first_title(titles: list[int]) -> int:
    """Where the last run of titles begins: what stands before is the post."""
    run = 1
    while run < len(titles) and titles[-run - 1] == titles[-run] - 1:
        run += 1
    return titles[-run]


def _behind_posts(keys: list[str]) -> int:
    place = 0
    while place < len(keys) and (keys[place] in _HEADS or keys[place] in OPENERS):
        place += 1
    return place


def _marked(text: str, start: int, end: int, words: int, *, after_post: bool) -> bool:
    if not 1 <= words <= 5 or text[start:end].isupper() or text[start:end].casefold() in WEEKDAYS:
        return False
    return bool(
        _AGE_BEHIND.match(text, end)
        or _SAYS_BEHIND.match(text, end)
        or _SAYS_BEFORE.search(text, max(0, start - 24), start)
        or (after_post and words >= 2 and text[end : end + 1] in (",", "."))
    )


def normal_name(name: str) -> str:
    """A name for comparison: no titles, no marks, no accents, small letters, "Moh." and its like written out."""
    plain = unicodedata.normalize("NFKD", parse_name(name).name).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(_SAME_SPELLING.get(word, word) for word in words)


# One name in several spellings, as civil registers and newspapers write it.
_SAME_SPELLING = {
    **dict.fromkeys(
        words_of("moh moch mohammad mohamad muhamad muh mochamad mochammad mohd mhd md mohamed muhammed"), "muhammad"
    ),
    **dict.fromkeys(("achmad", "akhmad", "ahmed"), "ahmad"),
    "abd": "abdul",
    "abdoel": "abdul",
    "sy": "syarifah",
    "st": "siti",
    "jusuf": "yusuf",
    "joesoef": "yusuf",
    "dewie": "dewi",
    "soekarno": "sukarno",
    "soeharto": "suharto",
}


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's variants: equal words, a shorter form of the longer, initials, or old
    spelling (oe, dj, tj). One word alone equals a longer name only if it is the whole first or last word of it. False
    for two names that differ in any word given in full.
    """
    first, second = _spelt(a), _spelt(b)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1:
        return len(short[0]) > 2 and short[0] in (long[0], long[-1])
    return _in_order(short, long)


def _spelt(name: str) -> list[str]:
    words = normal_name(name).split()
    return [word.replace("oe", "u").replace("tj", "c").replace("dj", "j").replace("sj", "sy") for word in words]


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each word of the shorter name stands in the longer, in order, initials for the words they begin."""
    place = full = 0
    for word in short:
        while place < len(long) and not (long[place] == word or _initial(word, long[place])):
            place += 1
        if place == len(long):
            return False
        full += len(word) > 1 and long[place] == word
        place += 1
    return full >= 1


def _initial(a: str, b: str) -> bool:
    return (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


_AGENCY_HEADS = (
    "Dinas|Badan|Kementerian|Kantor|Bagian|Sekretariat|Komisi|Dewan|Lembaga|Majelis|Inspektorat|Satuan|Kepolisian|Rumah"
    "|Otoritas|Balai|Direktorat|Biro|Bank|Perusahaan|Kejaksaan|Pengadilan|Mahkamah|Universitas|Institut|Ikatan"
    "|Perhimpunan|Asosiasi|Himpunan|Federasi|Partai|Unit|Pusat|Forum|Tentara|Persatuan|Palang|Gabungan|Aparatur"
    "|Kamar|Organisasi|Yayasan|Gerakan|Serikat|Tim|Pejabat|Wakil"
)
_AGENCY = re.compile(
    rf"(?<!\w)(?P<name>(?:{_AGENCY_HEADS})(?:,?\s(?:dan|serta|&|untuk|atas|di|ke|[A-Z][\w'’/-]*+)(?!\w)){{1,14}}?)"
    r"\s\((?P<short>[A-Z][A-Za-z0-9/&. -]{1,24})\)"
)


def find_agencies(text: str) -> list[Agency]:
    """Agencies introduced with their abbreviation: "Dinas Pekerjaan Umum dan Penataan Ruang (PUPR)"."""
    return [
        Agency(match.start(), match.end(), match.group("name"), match.group("short").strip())
        for match in _AGENCY.finditer(text)
    ]


_ENCLITIC = re.compile(r"(?:-?(?:nya|lah|kah|pun|ku|mu))(?![^\W_])")


class NameIndex:
    """Many names known beforehand, found in one pass over a text (Aho–Corasick, `ahocorasick-rs`).

    Case counts ("Bangka" isn't "bangka"); the longest name wins; a name ends at a word boundary or before an enclitic
    (-nya, -lah, -kah, -pun). Blank names and doubles are refused by their place.

    Raises:
        ValueError: a name has no letter or digit.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        for number, name in enumerate(self.names):
            if not re.search(r"[^\W_]", name):
                raise ValueError(f"name {number} has no letter: {name!r}")
        self._longest = max(map(len, self.names), default=0)
        self._overlapping: AhoCorasick | None = None
        # DFA: 149 MB/s against 90 (contiguous) and 59 (noncontiguous) over Indonesian news; .035 s to build 10,000.
        self._automaton = AhoCorasick(
            self.names, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA, store_patterns=False
        )

    def scan(self, text: str) -> list[Mention]:
        """Every mention in order, none overlapping: the leftmost first, of those the longest that ends rightly."""
        found: list[Mention] = []
        add = found.append
        last, taken = len(text), 0
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            if (
                start < taken
                or (start and (text[start - 1].isalnum() or text[start - 1] == "_"))
                or (end < last and (text[end].isalnum() or text[end] == "_") and not _ENCLITIC.match(text, end))
            ):
                found += self._inside(text, max(start, taken), end)
                taken = found[-1].end if found else taken
            else:
                add(Mention(start, end, number))
        return found

    def _inside(self, text: str, start: int, end: int) -> list[Mention]:
        """Names that begin in a stretch whose longest match was refused: "Hasan" where "Hasan Bas" met "Hasan Basri".

        Reads the stretch and one longest name more, so that all refusals together cost the text once.
        """
        stop = min(len(text), end + self._longest)
        matches = self._every().find_matches_as_indexes(text[start:stop], overlapping=True)
        fitting = [
            Mention(start + begin, start + finish, number)
            for number, begin, finish in matches
            if start + begin < end and _bounded(text, start + begin, start + finish)
        ]
        kept: list[Mention] = []
        for one in sorted(fitting, key=lambda mention: (mention.start, -mention.end)):
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return kept

    def _every(self) -> AhoCorasick:
        if self._overlapping is None:
            self._overlapping = AhoCorasick(self.names, store_patterns=False)
        return self._overlapping


def _bounded(text: str, start: int, end: int) -> bool:
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    goes_on = end < len(text) and (text[end].isalnum() or text[end] == "_")
    return not goes_on or _ENCLITIC.match(text, end) is not None
