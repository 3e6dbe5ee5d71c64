"""The posts that the law of protocol names, with the groups they stand in.

A post has a home, the lowest list that names it, so that the regent of this regency isn't taken for a guest because
article 9 knows regents too; a regent from elsewhere (`visiting-regent`) is at home above and goes first.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """For whose event, and where a post is at home."""

    NATIONAL = "national"
    PROVINCE = "province"
    REGENCY = "regency"


# From the highest down; an event's level looks up the ones before it.
LEVELS = (Level.NATIONAL, Level.PROVINCE, Level.REGENCY)


@dataclass(frozen=True)
class Post:
    """An office that exists, by its id; `title` is what is said and printed."""

    id: str
    title: str
    home: Level
    also: tuple[str, ...] = ()


NATIONAL_POSTS = {
    "a": {"president": "Presiden"},
    "b": {"vice-president": "Wakil Presiden"},
    "c": {"former-president": "Mantan Presiden", "former-vice-president": "Mantan Wakil Presiden"},
    "d": {
        "mpr-chair": "Ketua MPR",
        "dpr-chair": "Ketua DPR",
        "dpd-chair": "Ketua DPD",
        "bpk-chair": "Ketua BPK",
        "supreme-court-chair": "Ketua Mahkamah Agung",
        "constitutional-court-chair": "Ketua Mahkamah Konstitusi",
        "judicial-commission-chair": "Ketua Komisi Yudisial",
    },
    "e": {"independence-pioneer": "Perintis pergerakan kebangsaan/kemerdekaan"},
    "f": {
        "ambassador": "Duta Besar negara sahabat",
        "international-organisation": "Kepala perwakilan organisasi internasional",
    },
    "g": {
        "mpr-deputy-chair": "Wakil Ketua MPR",
        "dpr-deputy-chair": "Wakil Ketua DPR",
        "dpd-deputy-chair": "Wakil Ketua DPD",
        "central-bank-governor": "Gubernur Bank Indonesia",
        "election-body-chair": "Ketua badan penyelenggara pemilu",
        "bpk-deputy-chair": "Wakil Ketua BPK",
        "supreme-court-deputy-chair": "Wakil Ketua Mahkamah Agung",
        "constitutional-court-deputy-chair": "Wakil Ketua Mahkamah Konstitusi",
        "judicial-commission-deputy-chair": "Wakil Ketua Komisi Yudisial",
    },
    "h": {
        "minister": "Menteri",
        "minister-level": "Pejabat setingkat menteri",
        "dpr-member": "Anggota DPR",
        "dpd-member": "Anggota DPD",
        "indonesian-ambassador": "Duta Besar Republik Indonesia",
    },
    "i": {"service-chief": "Kepala Staf Angkatan"},
    "j": {"national-party-leader": "Pemimpin partai politik tingkat nasional"},
    "k": {
        "bpk-member": "Anggota BPK",
        "supreme-judge": "Hakim Agung",
        "constitutional-judge": "Hakim Konstitusi",
        "judicial-commission-member": "Anggota Komisi Yudisial",
    },
    "l": {
        "state-body-head": "Pemimpin lembaga negara",
        "central-bank-deputy": "Deputi Gubernur Bank Indonesia",
        "election-body-deputy-chair": "Wakil ketua badan penyelenggara pemilu",
    },
    "m": {"governor": "Gubernur"},
    "n": {"honours-holder": "Pemilik tanda jasa dan tanda kehormatan"},
    "o": {
        "nonministerial-head": "Kepala lembaga pemerintah nonkementerian",
        "vice-minister": "Wakil Menteri",
        "deputy-service-chief": "Wakil Kepala Staf Angkatan",
        "vice-governor": "Wakil Gubernur",
        "provincial-council-chair": "Ketua DPRD Provinsi",
        "echelon-1": "Pejabat eselon I",
    },
    "p": {
        "regent": "Bupati",
        "visiting-regent": "Bupati dari kabupaten/kota lain",
        "council-chair": "Ketua DPRD",
        "visiting-council-chair": "Ketua DPRD dari kabupaten/kota lain",
    },
    "q": {"national-religious-leader": "Pimpinan organisasi keagamaan tingkat nasional"},
}

PROVINCE_POSTS = {
    "a": {"governor": "Gubernur"},
    "b": {"vice-governor": "Wakil Gubernur"},
    "c": {"former-governor": "Mantan Gubernur", "former-vice-governor": "Mantan Wakil Gubernur"},
    "d": {"provincial-council-chair": "Ketua DPRD Provinsi"},
    "e": {"consul": "Kepala perwakilan konsuler negara sahabat"},
    "f": {"provincial-council-deputy-chair": "Wakil Ketua DPRD Provinsi"},
    "g": {
        "provincial-secretary": "Sekretaris Daerah Provinsi",
        "provincial-commander": "Panglima/komandan TNI di provinsi",
        "provincial-police-chief": "Kepala Kepolisian Daerah",
        "high-court-chair": "Ketua Pengadilan Tinggi",
        "provincial-prosecutor": "Kepala Kejaksaan Tinggi",
    },
    "h": {"provincial-party-leader": "Pemimpin partai politik tingkat provinsi"},
    "i": {
        "provincial-council-member": "Anggota DPRD Provinsi",
        "mpu-member": "Anggota Majelis Permusyawaratan Ulama Aceh",
        "mrp-member": "Anggota Majelis Rakyat Papua",
    },
    "j": {"regent": "Bupati", "visiting-regent": "Bupati dari kabupaten/kota lain"},
    "k": {
        "bpk-office-head": "Kepala Kantor Perwakilan BPK",
        "provincial-central-bank-head": "Kepala Kantor Perwakilan BI Provinsi",
        "provincial-election-chair": "Ketua KPU Provinsi",
    },
    "l": {
        "provincial-religious-leader": "Pemuka agama tingkat provinsi",
        "provincial-adat-leader": "Pemuka adat tingkat provinsi",
        "provincial-figure": "Tokoh masyarakat tingkat provinsi",
    },
    "m": {
        "council-chair": "Ketua DPRD",
        "visiting-council-chair": "Ketua DPRD dari kabupaten/kota lain",
    },
    "n": {"deputy-regent": "Wakil Bupati", "council-deputy-chair": "Wakil Ketua DPRD"},
    "o": {"council-member": "Anggota DPRD"},
    "p": {
        "provincial-assistant": "Asisten Sekretaris Daerah Provinsi",
        "provincial-department-head": "Kepala Dinas Provinsi",
        "provincial-vertical-head": "Kepala kantor instansi vertikal di provinsi",
        "provincial-board-head": "Kepala Badan Provinsi",
        "provincial-echelon-2": "Pejabat eselon II Provinsi",
    },
    "q": {"provincial-division-head": "Kepala Bagian Provinsi", "provincial-echelon-3": "Pejabat eselon III Provinsi"},
}

REGENCY_POSTS = {
    "a": {"regent": "Bupati"},
    "b": {"deputy-regent": "Wakil Bupati"},
    "c": {"former-regent": "Mantan Bupati", "former-deputy-regent": "Mantan Wakil Bupati"},
    "d": {"council-chair": "Ketua DPRD"},
    "e": {"council-deputy-chair": "Wakil Ketua DPRD"},
    "f": {
        "secretary": "Sekretaris Daerah",
        "military-commander": "Komandan TNI",
        "police-chief": "Kepala Kepolisian Resor",
        "court-chair": "Ketua Pengadilan",
        "prosecutor": "Kepala Kejaksaan Negeri",
    },
    "g": {"party-leader": "Pemimpin partai politik"},
    "h": {"council-member": "Anggota DPRD"},
    "i": {"religious-leader": "Pemuka agama", "adat-leader": "Pemuka adat", "public-figure": "Tokoh masyarakat"},
    "j": {
        "assistant": "Asisten Sekretaris Daerah",
        "board-head": "Kepala Badan",
        "department-head": "Kepala Dinas",
        "echelon-2": "Pejabat eselon II",
        "central-bank-head": "Kepala Kantor Perwakilan BI",
        "election-chair": "Ketua KPU",
    },
    "k": {
        "vertical-head": "Kepala instansi vertikal",
        "vertical-unit-head": "Kepala UPT instansi vertikal",
        "district-commander": "Komandan Rayon Militer",
        "district-police-chief": "Kepala Kepolisian Sektor",
    },
    "l": {"division-head": "Kepala Bagian", "district-head": "Camat", "echelon-3": "Pejabat eselon III"},
    "m": {"ward-head": "Lurah", "village-head": "Kepala Desa", "echelon-4": "Pejabat eselon IV"},
}

# Other words that letters and lists use for the same post.
_ALSO = {
    "regent": ("Wali Kota", "Walikota", "mayor"),
    "deputy-regent": ("Wakil Wali Kota", "Wakil Walikota", "deputy-mayor"),
    "former-regent": ("Mantan Wali Kota", "Mantan Walikota"),
    "former-deputy-regent": ("Mantan Wakil Wali Kota", "Mantan Wakil Walikota"),
    "secretary": ("Sekda", "regency-secretary"),
    "provincial-secretary": ("Sekda Provinsi",),
    "military-commander": ("Komandan Kodim", "Dandim", "Danlanal", "Danlanud"),
    "police-chief": ("Kapolres", "Kapolresta"),
    "provincial-police-chief": ("Kapolda",),
    "provincial-commander": ("Pangdam", "Danrem"),
    "prosecutor": ("Kajari",),
    "provincial-prosecutor": ("Kajati",),
    "court-chair": ("Ketua Pengadilan Negeri", "Ketua Pengadilan Agama"),
    "assistant": ("Asisten", "Asisten Sekda"),
    "department-head": ("Kadis", "Kepala Dinas Kabupaten"),
    "division-head": ("Kabag",),
    "district-commander": ("Danramil",),
    "district-police-chief": ("Kapolsek",),
    "village-head": ("Kades",),
}


def _all_posts() -> dict[str, Post]:
    posts: dict[str, Post] = {}
    # The lowest list that names a post is its home: article 9 names regents, but a regent is at home in his regency.
    for level, table in (
        (Level.REGENCY, REGENCY_POSTS),
        (Level.PROVINCE, PROVINCE_POSTS),
        (Level.NATIONAL, NATIONAL_POSTS),
    ):
        for named in table.values():
            for post_id, title in named.items():
                posts.setdefault(post_id, Post(post_id, title, level, _ALSO.get(post_id, ())))
    return posts


POSTS: dict[str, Post] = _all_posts()


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold()).strip()


_BY_NAME: dict[str, str] = {}
for _post in POSTS.values():
    for _name in (_post.id, _post.title, *_post.also):
        _BY_NAME.setdefault(_plain(_name), _post.id)


def find_post(text: str) -> Post | None:
    """The post by its id, title or usual other word, whatever the case and dashes; None where no row names it."""
    found = _BY_NAME.get(_plain(text))
    return POSTS[found] if found else None
