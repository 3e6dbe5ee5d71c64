"""What the names of classes, ids and tags give away about a block, on any site."""

import re
from functools import lru_cache


def words(text: str) -> frozenset[str]:
    """The words of a list that is easier to read and extend as one text."""
    return frozenset(text.split())


# Words of class and id names, English and Indonesian, that mark what stands beside an article. They are evidence, not
# proof: `body.py` drops a named block only where it doesn't hold the bulk of the page's prose, since WordPress writes
# `category-video tag-iklan` on the article itself.
_BESIDE = words(
    """
    ad ads adv advert advertisement advertorial adsense adslot banner iklan pariwara promo promoted sponsor
    sponsored aside sidebar widget widgets nav navbar navigation menu submenu breadcrumb breadcrumbs footer foot
    toolbar topbar comment comments komentar disqus respond reply replies discussion share sharing sharer shares
    addthis addtoany social sosial sosmed medsos follow socmed sharethis related relate terkait berkaitan lainnya
    rekomendasi recommend recommended recommendation populer popular terpopuler trending trend terbaru terkini
    latest newest headlines indeks teras hot topik topic topics tags tagging tagcloud keyword keywords bacajuga
    baca readalso seealso simakjuga linksisip sisip insert caption captions figcaption wpcaption fotocaption
    imgcaption photocaption captionfoto author authors byline penulis reporter credit credits editor bio profil
    meta postmeta entrymeta pagination paging pager halaman pagenav pagelinks nextprev newsletter subscribe
    subscription berlangganan login register signup modal popup overlay cookie consent toast poll polling rating
    vote reaction reactions emoji like likes taboola outbrain mgid dable revcontent gpt parallax skyscraper
    leaderboard billboard tweet twitter instagram tiktok telegram hidden hide invisible copyright disclaimer print
    printer error alert download video videos player youtube gallery galeri carousel slider slick owl swiper
    slideshow
    """
)
# Whole blocks by compound names, where the single words are harmless.
_BESIDE_COMPOUND = re.compile(
    r"related|terkait|rekomendasi|recommend|populer|sharedaddy|read[-_]?(?:also|more|next)|see[-_]?also|baca[-_]?(?:juga|lain)|artikel[-_]?(?:lain|terkait)|"
    r"berita[-_]?(?:lain|terkait|populer|terbaru)|(?:you|u)[-_]?may|most[-_]?(?:read|popular)|more[-_]?(?:news|stories|from)|"
    r"next[-_]?(?:prev|post|article)|prev[-_]?next|post[-_]?nav|screen[-_]?reader|sr[-_]only|google[-_]?news|"
    r"img[-_]?desc|photo[-_]?desc|foto[-_]?desc|desc[-_]?(?:foto|photo|img)|in[-_]?line[-_]?(?:rel|news|article)",
)
# A block that says of itself that it is the text.
_TEXT = re.compile(
    r"article[-_]?(?:body|content|text|detail)|(?:post|entry|news|story|detail|read|single|page|main|isi|berita|konten)"
    r"[-_]{0,2}(?:body|content|text|isi|berita|detail|artikel)|isi[-_]?(?:berita|artikel)?\b|itemprop[-_ ]?articlebody|"
    r"hentry|\bdetail[-_]?text|text[-_]?detail|\bkonten\b|\bcontent\b",
)
# Comments and cookie notices are prose and can outweigh a short article, so they fall though they hold the bulk.
_TALK = re.compile(
    r"\b(?:comments?|komentar|disqus|respond|fb-comments|comment-?list|commentlist|cookies?|consent|gdpr|onetrust)\b|cookie-?law"
)

BESIDE, TEXT, TALK = 1, 2, 4


@lru_cache(maxsize=8192)
def named(name: str) -> int:
    """BESIDE, TEXT and TALK, as the class and id names of a block say it; 0 where they say nothing."""
    spaced = re.sub(r"([a-z])([A-Z])", r"\1-\2", name[:400]).lower()
    found = 0
    words = re.split(r"[^a-z]+", spaced)
    if not _BESIDE.isdisjoint(words) or _BESIDE_COMPOUND.search(spaced):
        found |= BESIDE
    if _TEXT.search(spaced):
        found |= TEXT
    if _TALK.search(spaced):
        found |= TALK
    return found
