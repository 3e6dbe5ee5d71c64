"""One body in several spellings: agencies, offices, schools, whose names have many words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from kentongan.ground.clock.rules.words import said
from kentongan.ground.language.rules.stem import stem

from .reading import Reading
from .rulebook import Finding, finding, quoted

_HEAD = (
    "(?:Dinas|Badan|Kementerian|Kantor|Balai|Bagian|Direktorat|Komisi|Biro|Lembaga|Universitas|Institut|Sekolah"
    "|Puskesmas"
    "|Satuan|Unit|Bidang|Inspektorat|Sekretariat|Majelis|Dewan|Forum|Asosiasi|Ikatan|Himpunan|Persatuan|Yayasan"
    "|Rumah Sakit"
    "|SD|SMP|SMA|SMK|MI|MTs|MA|TK|PAUD|RSUD|RS|Posyandu|Pasar|Taman|Masjid|Stadion|Bank|Perusahaan"
    "|Perum"
    "|Koperasi|Kelompok|Karang|Panitia)"
)
_BODY = re.compile(
    rf"(?<!\w){_HEAD}(?:,? (?:dan |untuk |bagi |serta |& )?(?!{_HEAD}\b)[A-Z][a-z]+(?: \d+)?){{1,8}}(?!\w)"
)
# A text with more bodies is a list of them; bounds the pairs.
_MOST = 60
_SHORTEST_WORD, _SLIPS = 5, 2


def bodies(reading: Reading) -> Iterator[Finding]:
    """ "Dinas Penataan Ruang" beside "Dinas Penata Ruang"; "Komunikasi Informatika" beside "… dan Informatika"."""
    first: dict[str, re.Match[str]] = {}
    for match in _BODY.finditer(reading.text):
        name = match.group()
        if name in first or len(first) > _MOST:
            continue
        for other in first:
            if _one_body(name, other):
                why = said(
                    "This name is written %(here)s here and %(there)s elsewhere.",
                    here=quoted(name),
                    there=quoted(other),
                )
                yield finding("name-variants", match.span(), why, said("Keep to one spelling; ask which is right."))
                break
        first[name] = match


def _one_body(one: str, other: str) -> bool:
    """The same words but for one that is a slip away or has the same root; or but for an "and"."""
    mine, theirs = _words(one), _words(other)
    if len(mine) != len(theirs) or mine[0] != theirs[0]:
        return False
    differ = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
    if not differ:
        return one.casefold() != other.casefold()
    return len(differ) == 1 and len(mine) > _FEWEST and _near(*differ[0])


# A body of two words that differs in one is another body ("Dinas Kebersihan", "Dinas Kesehatan").
_FEWEST = 2


def _near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST_WORD:
        return False
    return OSA.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS or stem(one) == stem(other)


def _words(name: str) -> Sequence[str]:
    return [word for word in re.findall(r"\w+", name.casefold()) if word not in ("dan", "serta")]
