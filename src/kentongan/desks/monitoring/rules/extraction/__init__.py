"""One article out of one web page: `extract(html, url=...)`; the pages of one article together: `join(pages)`.

Own rules over what prose and links weigh, what blocks are called and what Indonesian newsrooms write beside their
articles; no rule names an outlet. Evidence and floors: docs/develop/engines/extraction.md.
"""

from kentongan.desks.monitoring.rules.extraction.article import extract, join
from kentongan.desks.monitoring.rules.extraction.page import Extracted, NotAPage

__all__ = ["Extracted", "NotAPage", "extract", "join"]
