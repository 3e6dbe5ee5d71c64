"""How a text is built: repetitions, lead, place line, contact, sentences, readability."""

import re
from collections.abc import Iterator

from kentongan.desks.newsroom.rules.proofread.rows import Reading
from kentongan.ground.language.rules.names import find_agencies, find_names
from kentongan.ground.language.rules.text import dateline, repeated_paragraphs, repeated_sentences, tokens

Found = Iterator[tuple[tuple[int, int], str, str]]

# A lead of more than 40 words is read twice; 35 is what editors here teach (field.md 2, "lead 5W+1H").
LONGEST_LEAD = 45
# Of 600 articles of a national site 99 in 100 sentences have at most 46 words.
LONGEST_SENTENCE = 46
_VERB = re.compile(r"\b(?:me[mny]?[a-z]{3,}|di[a-z]{3,}|ber[a-z]{3,}|ter[a-z]{3,})\b", re.IGNORECASE)
_NOMINAL = re.compile(r"\b(?:pe[nmr]?\w{2,}an|ke\w{3,}an)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z][a-z]+\b(?:\s+[A-Z][a-z]+)+")
_CONTACT = re.compile(r"(?i)\b(?:narahubung|kontak|informasi lebih lanjut|hubungi|telepon|surel|e-?mail)\b|@\w+\.\w+")


def paragraphs_twice(reading: Reading) -> Found:
    """A paragraph that stands twice: pasted, not meant."""
    for first, again in repeated_paragraphs(reading.text):
        yield (
            (again.start, again.end),
            f"Paragraf ini sudah ada (mulai huruf ke-{first.start + 1}).",
            "Hapus salah satunya.",
        )


def sentences_twice(reading: Reading) -> Found:
    """A sentence that stands twice outside a repeated paragraph."""
    twice = [again for _first, again in repeated_paragraphs(reading.text)]
    for _first, again in repeated_sentences(reading.text):
        if not any(p.start <= again.start and again.end <= p.end for p in twice):
            yield (again.start, again.end), "Kalimat ini sudah ada sebelumnya.", "Hapus salah satunya."


def lead_too_long(reading: Reading) -> Found:
    """A first paragraph that nobody reads in one breath."""
    body = _lead(reading)
    if body and (count := _words(reading.text[body[0] : body[1]])) > LONGEST_LEAD:
        yield (
            body,
            f"Teras {count} kata; pembaca berhenti sesudah kira-kira {LONGEST_LEAD}.",
            "Bagi menjadi dua kalimat.",
        )


def lead_incomplete(reading: Reading) -> Found:
    """A lead without who, when or where; what and how can't be told by rule."""
    body = _lead(reading)
    if not body:
        return
    start, end = body
    words = reading.text[start:end]
    missing = []
    if not (find_names(words) or find_agencies(words) or _CAPITALS.search(words)):
        missing.append("siapa")
    if not any(start <= d.start < end for d in reading.dates):
        missing.append("kapan")
    if not dateline(reading.text) and not re.search(r"\b(?:di|ke|dari)\s+[A-Z]", words):
        missing.append("di mana")
    if len(missing) >= 2:
        yield body, f"Teras belum menjawab: {', '.join(missing)}.", "Lengkapi pada kalimat pertama atau kedua."


def place_line_missing(reading: Reading) -> Found:
    """A release without `KOTA, UNIT –`."""
    if reading.paragraphs and not dateline(reading.text):
        first = _first_body(reading)
        if first:
            yield (first[0], first[0]), "Titimangsa belum ada.", "Awali dengan KOTA – atau KOTA, UNIT –."


def contact_missing(reading: Reading) -> Found:
    """A release that an editor can't ask about."""
    if len(reading.paragraphs) > 2 and not _CONTACT.search(reading.text):
        yield (
            (len(reading.text), len(reading.text)),
            "Narahubung belum disebut.",
            "Tambahkan nama, telepon, atau surel.",
        )


def sentence_too_long(reading: Reading) -> Found:
    """A sentence longer than 99 in 100."""
    for span in reading.sentences:
        count = _words(reading.text[span.start : span.end])
        if count > LONGEST_SENTENCE and not reading.is_quoted(span.start, span.end):
            yield (span.start, span.end), f"Kalimat {count} kata.", "Pecah menjadi dua."


def nominal_chain(reading: Reading) -> Found:
    """Four nouns of the kind peN-…-an in a row of words: the verb is lost in them."""
    for span in reading.sentences:
        found = list(_NOMINAL.finditer(reading.text, span.start, span.end))
        for first, last in zip(found, found[3:], strict=False):
            if last.end() - first.start() <= 60 and not _VERB.search(reading.text, first.start(), last.end()):
                yield (
                    (first.start(), last.end()),
                    "Rangkaian kata benda; siapa berbuat apa tidak tampak.",
                    "Pakai kata kerja.",
                )
                break


def hard_to_read(reading: Reading) -> Found:
    """Mean sentence length over 30 words (a readability measure that needs no syllables: Indonesian words are long, its
    sentences decide; the mean of the 600 measured articles is 18)."""
    counts = [_words(reading.text[s.start : s.end]) for s in reading.sentences]
    if len(counts) >= 5 and (mean := sum(counts) / len(counts)) > 30:
        yield (0, 0), f"Rata-rata {mean:.0f} kata per kalimat; berita lazimnya 18.", "Pendekkan kalimatnya."


def _words(text: str) -> int:
    return sum(token.text[0].isalnum() for token in tokens(text))


def _first_body(reading: Reading) -> tuple[int, int] | None:
    """The first paragraph that isn't a headline (a line without a full stop)."""
    for span in reading.paragraphs:
        if reading.text[span.start : span.end].rstrip().endswith((".", "”", '"', "!", "?")):
            return span.start, span.end
    return None


def _lead(reading: Reading) -> tuple[int, int] | None:
    body = _first_body(reading)
    if body is None:
        return None
    first = next((s for s in reading.sentences if s.start >= body[0]), None)
    return (first.start, first.end) if first else body
