"""An article fetched by its link."""

from django.conf import settings

from kentongan.desks.monitoring.rules.extraction import Extracted, NotAPage, extract, join
from kentongan.ground.net.outside import Unreachable, fetch

# One person waits for one page; whoever doesn't answer by then is pasted by hand.
TIMEOUT = 15.0
LARGEST = 5 << 20
MOST_PAGES = 5
AGENT = "Kentongan/1.0 (press clippings of a public office)"


class NotRead(Exception):
    """What stands in the way: `why` is one of `Unreachable`'s, `status`, or `page` where no article is; a sentence."""

    def __init__(self, why: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why


def read_article(url: str) -> tuple[Extracted, bytes]:
    """The article of a page, its further pages joined, and the bytes of the first.

    Raises:
        NotRead: the address is barred or silent, or its page holds no article.
    """
    first = _page(url)
    try:
        found = extract(first, url=url)
        if found.next_pages:
            further = found.next_pages[: MOST_PAGES - 1]
            found = join([found, *(extract(_page(each), url=each) for each in further)])
    except NotAPage as fault:
        raise NotRead("page", str(fault)) from fault
    return found, first


def _page(url: str) -> bytes:
    try:
        answer = fetch(
            url,
            headers={"User-Agent": AGENT, "Accept": "text/html"},
            limit_bytes=LARGEST,
            timeout=TIMEOUT,
            allowed=frozenset(settings.FETCH_ALLOWED),
        )
    except Unreachable as fault:
        raise NotRead(fault.why, str(fault)) from fault
    if answer.status != 200:
        raise NotRead("status", f"the page answers {answer.status}")
    return answer.body
