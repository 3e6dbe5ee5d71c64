"""The page a fault is planted in: a real article laid out in paragraphs, or a fictional release."""

import hashlib
import random
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from benchmarks.material.articles import Article
from benchmarks.material.planted_words import CONTACTS, LEADS, NARRATIVE, PEOPLE, POSTS, SPEECHES

# Private-use characters mark the planted span and its counterparts until the text is final.
OPEN, CLOSE, OTHER_OPEN, OTHER_CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_SHORT = re.compile(r"(?:\b(?:dr|drg|Dr|Drs|H|Hj|No|Jl|St|Prof|Ir|Tn|Ny|Mr|Mrs|Ms|vs|dll|dkk|dsb|Sdr|Bp|[A-Z]|\d+))\.$")
QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”")
# Whatever could be a source or a speaker; wide on purpose, for a gap near one of these is not quiet.
SPEECH = re.compile(
    r"menurut|berdasar|data|kata|ujar|tutur|ucap|ungkap|jelas|tegas|imbuh|papar|terang|sebut|catat|lapor|survei|hasil"
    r"|sumber|\bBPS|riset|studi|peneliti|nilai|tambah|lanjut|aku|klaim|kutip|lansir|rilis|pesan|harap|cerita|bilang"
    r"|temu|umum|kabar|tulis|tanya|jawab|nyata|pernyata|himbau|imbau|ajak|akui|akunya|unggah|info|\bia\b|\bdia\b"
    r"|tanda tangan|[\"“”:]",
    re.IGNORECASE,
)


@dataclass
class Page:
    """Paragraphs of sentences; `host` is the SHA-256 of the article's address or `release`."""

    host: str
    published: date
    paras: list[list[str]]

    def text(self) -> str:
        """The page with empty lines between its paragraphs."""
        return "\n\n".join(" ".join(para) for para in self.paras)


def real_page(article: Article, rng: random.Random) -> Page | None:
    """The article in paragraphs of one to three sentences; None where its marks or its length make it a bad host."""
    text = " ".join(article.text.split())
    whole = list(sentences(text))
    if text.count('"') % 2 or text.count("“") != text.count("”") or not 9 <= len(whole) <= 45:
        return None
    if max(map(len, whole)) > 700 or OPEN in text:
        return None
    paras = []
    while whole:
        count = rng.randrange(1, 4)
        paras.append(whole[:count])
        whole = whole[count:]
    return Page(hashlib.sha256(article.url.encode()).hexdigest(), date(2026, 5, 28), paras)


@lru_cache(maxsize=600)
def sentences(text: str) -> tuple[str, ...]:
    """Split behind a final mark where no quotation is open and no abbreviation stands."""
    found, start = [], 0
    for match in re.finditer(r"[.!?]+[\"”)]? (?=[A-Z0-9\"“])", text):
        piece = text[start : match.end() - 1]
        if piece.count('"') % 2 or piece.count("“") > piece.count("”") or _SHORT.search(piece):
            continue
        found.append(piece)
        start = match.end()
    return (*found, text[start:].strip())


def release(rng: random.Random) -> Page:
    """A release of the fictional regency without a fault."""
    person = rng.choice(PEOPLE)
    speech = rng.choice(SPEECHES).format(post=rng.choice(POSTS), person=person)
    narrative = rng.sample(NARRATIVE, 9)
    published = date(2026, rng.randrange(1, 13), rng.randrange(1, 29))
    lead = rng.choice(LEADS).replace(
        "KENCANA –", f"KENCANA, {dated(published)} –" if rng.random() < 0.5 else "KENCANA –"
    )
    paras = [[lead], [speech], narrative[:3], narrative[3:5], narrative[5:8], narrative[8:], [rng.choice(CONTACTS)]]
    return Page("release", published, paras)


def dated(day: date) -> str:
    """27 Mei 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month(day: date) -> str:
    """Its Indonesian name."""
    return _MONTHS[day.month - 1]


def marked(sentence: str) -> str:
    """[ and ] become the marks of the planted span; without them the whole sentence is the span."""
    if "[" in sentence:
        return sentence.replace("[", OPEN).replace("]", CLOSE)
    return f"{OPEN}{sentence}{CLOSE}"


def quiet_gaps(page: Page) -> list[tuple[int, int]]:
    """Places (paragraph, sentence) behind the lead with no source and no speaker two sentences either way."""
    flow = [(p, s, sentence) for p, para in enumerate(page.paras) for s, sentence in enumerate(para)]
    found = []
    for at in range(2, len(flow) - 1):
        around = flow[at - 2 : at + 2]
        if not any(SPEECH.search(sentence) for _, _, sentence in around):
            found.append(flow[at][:2])
    return found


def put(page: Page, at: tuple[int, int], sentence: str, *, alone: bool) -> str:
    """The page's text with the sentence before place `at`, as a paragraph of its own or inside the paragraph."""
    paras = [list(para) for para in page.paras]
    p, s = at
    if alone:
        head, tail = paras[p][:s], paras[p][s:]
        paras[p : p + 1] = [each for each in (head, [sentence], tail) if each]
    else:
        paras[p].insert(s, sentence)
    return Page(page.host, page.published, paras).text()


def replaced(text: str, start: int, end: int, new: str) -> str:
    """The text with a marked new piece instead of the old one."""
    return f"{text[:start]}{OPEN}{new}{CLOSE}{text[end:]}"


def spots(pattern: str, text: str) -> list[re.Match[str]]:
    """Matches outside quotations."""
    quoted = [match.span() for match in QUOTED.finditer(text)]
    return [
        match
        for match in re.finditer(pattern, text)
        if not any(start < match.end() and match.start() < end for start, end in quoted)
    ]
