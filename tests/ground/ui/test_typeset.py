"""Papers: the same bytes twice, and words that can't become marks."""

from datetime import UTC, datetime

import pypdfium2

from kentongan.ground.ui.rules.typeset import typeset

AT = datetime(2026, 11, 24, 2, tzinfo=UTC)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_the_same_input_gives_the_same_bytes():
    paper = ("= #d.title", {"title": "Agenda"})
    assert typeset(*paper, made_at=AT) == typeset(*paper, made_at=AT)


def test_words_are_never_read_as_marks():
    wild = '#panic("x") *tebal* $x$ <a> @b \\ "kutip" // bukan komentar'
    pdf = typeset("= Judul\n#d.wild", {"title": "Uji", "wild": wild}, made_at=AT)
    assert wild in text_of(pdf).replace("\r\n", " ")
