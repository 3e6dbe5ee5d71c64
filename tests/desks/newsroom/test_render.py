"""One document said in every form: the page, the canonical text, WhatsApp, plain text."""

from hypothesis import given, settings
from tests.desks.newsroom.strategies import DOCUMENTS

from kentongan.desks.newsroom.rules import plain, render
from kentongan.desks.newsroom.rules.document import BadDocument, check, empty
from kentongan.desks.newsroom.rules.render import Quoted, Resolved, Shown
from kentongan.ground.language.rules.canonical import pasted_equal

KNOWN = Resolved(
    facts={
        1: Quoted(1, "Sawah terairi", "1.284", "hektare", source="Berita acara 611/88"),
        2: Quoted(2, "Tanggal", "1 Desember 2026", source="Surat 05/KKB"),
        3: Quoted(3, "Alat ukur", "62", source="Surat 05/KKB"),
        4: Quoted(4, "Peserta", "60 orang"),
    },
    photos={
        5: Shown(
            5, caption="Genangan <awal>", alt='Air "tenang"', credit="Galih/Prokopim", src="/f/5.jpg", width=8, height=6
        )
    },
)
TYPED = (
    "*KENCANA* – Airnya mengairi [1.284 hektare|fakta:1] sejak [1 Desember 2026|fakta:2] <b>.\n"
    "## Alat\n"
    "Seluruh [62 alat|fakta:3] dibaca [60 orang|fakta:4].\n"
    "> Kami sabar.\n> — Wirya Adiguna, Bupati\n"
    "- satu\n- dua\n"
    "![foto:5]\n![angka:1,4]"
)


def test_the_page_is_escaped_and_facts_on_one_source_share_its_number():
    html = render.to_html(plain.parse(TYPED), KNOWN)
    assert html == (
        '<p><strong>KENCANA</strong> – Airnya mengairi <span class="fact fact--short">1.284 hektare</span>'
        '<a class="src" href="#s1" aria-label="Sumber 1">1</a> sejak <span class="fact fact--short">1 Desember 2026</span>'
        '<a class="src" href="#s2" aria-label="Sumber 2">2</a> &lt;b&gt;.</p>\n'
        "<h2>Alat</h2>\n"
        '<p>Seluruh <span class="fact fact--short">62 alat</span><a class="src" href="#s2" aria-label="Sumber 2">2</a> dibaca '
        '<span class="fact fact--short">60 orang</span>.</p>\n'
        "<blockquote><p>“Kami sabar.”</p><footer>Wirya Adiguna, Bupati</footer></blockquote>\n"
        "<ul><li>satu</li><li>dua</li></ul>\n"
        '<figure class="photo"><img src="/f/5.jpg" width="8" height="6" alt="Air &quot;tenang&quot;">'
        "<figcaption>Genangan &lt;awal&gt; Foto: Galih/Prokopim</figcaption></figure>\n"
        '<dl class="figures"><div><dt>hektare · Sawah terairi'
        '<a class="src" href="#s1" aria-label="Sumber 1">1</a></dt><dd>1.284</dd></div><div><dt>Peserta</dt><dd>60 orang</dd></div></dl>'
    )
    assert [(one.number, one.text, one.claims) for one in render.sources(plain.parse(TYPED), KNOWN)] == [
        (1, "Berita acara 611/88", ("1.284\u00a0hektare",)),
        (2, "Surat 05/KKB", ("1 Desember 2026", "62")),
    ]
    assert [fact.id for fact in render.unsourced(plain.parse(TYPED), KNOWN)] == [4]


def test_the_canonical_text_resolves_speakers_and_figures_and_leaves_marks_out():
    assert render.to_text("Bendungan diisi", plain.parse(TYPED), KNOWN).split("\n\n") == [
        "Bendungan diisi",
        "KENCANA – Airnya mengairi 1.284 hektare sejak 1 Desember 2026 <b>.",
        "Alat",
        "Seluruh 62 alat dibaca 60 orang.",
        "“Kami sabar.” — Wirya Adiguna, Bupati",
        "satu",
        "dua",
        "Sawah terairi: 1.284 hektare",
        "Peserta: 60 orang",
    ]


def test_whatsapp_says_bold_breaks_one_link_and_the_code_and_still_says_the_canonical_words():
    told = render.to_whatsapp(
        "Bendungan diisi", plain.parse(TYPED), KNOWN, link="https://a.example/1", code="7F4K-29QD"
    )
    assert told.startswith("*Bendungan diisi*\n\n*KENCANA* – Airnya mengairi 1.284 hektare")
    assert told.endswith("https://a.example/1\nKode periksa: 7F4K-29QD")
    assert told.count("https://") == 1
    body = told.rsplit("\n\n", 1)[0]
    assert pasted_equal(body, render.to_text("Bendungan diisi", plain.parse(TYPED), KNOWN))


def test_plain_text_numbers_its_sources():
    told = render.to_plain("Bendungan diisi", plain.parse(TYPED), KNOWN)
    assert "mengairi 1.284 hektare [1] sejak 1 Desember 2026 [2]" in told
    assert told.endswith("Sumber:\n[1] Berita acara 611/88\n[2] Surat 05/KKB\n")
    assert "[Foto: Genangan <awal> (Galih/Prokopim)]" in told


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS)
def test_no_document_makes_markup_of_its_words_and_the_same_document_makes_the_same_bytes(document):
    html = render.to_html(check(document), KNOWN)
    assert html == render.to_html(check(document), KNOWN)
    assert "<script" not in html
    assert "javascript:" not in html
    assert render.to_text("J", document, KNOWN) == render.to_text("J", document, KNOWN)


def bad(change):
    document = plain.parse(TYPED)
    change(document)
    try:
        check(document)
    except BadDocument:
        return True
    return False


def test_a_document_that_is_not_canonical_is_refused():
    changes = [
        lambda d: d.update(more=1),
        lambda d: d.update(type="page"),
        lambda d: d["attrs"].update(schema=True),
        lambda d: d.update(content=[]),
        lambda d: d["content"].append({"type": "table"}),
        lambda d: d["content"][0]["content"].append({"type": "text", "text": "x"}),
        lambda d: d["content"][0]["content"].append({"type": "text", "text": ""}),
        lambda d: d["content"][0]["content"][0].update(text="a\nb"),
        lambda d: d["content"][0]["content"][0].update(text="e\u0301"),
        lambda d: d["content"][0]["content"][0].update(text="\ud800"),
        lambda d: d["content"][0]["content"][0].update(marks=[]),
        lambda d: d["content"][0]["content"][0].update(marks=[{"type": "em"}, {"type": "strong"}]),
        lambda d: d["content"][0]["content"][0].update(marks=[{"type": "em"}, {"type": "em"}]),
        lambda d: d["content"][0]["content"][0].update(marks=[{"type": "fact", "attrs": {"id": True}}]),
        lambda d: d["content"][0]["content"][0].update(marks=[{"type": "fact", "attrs": {"id": "1"}}]),
        lambda d: d["content"][0]["content"][0].update(marks=[{"type": "link", "attrs": {"href": "javascript:x"}}]),
        lambda d: d["content"][0]["content"][0].update(
            marks=[{"type": "fact", "attrs": {"id": 1}}, {"type": "not_claim", "attrs": {"reason": "x"}}]
        ),
        lambda d: d["content"][1]["attrs"].update(level=1),
        lambda d: d["content"][3]["attrs"].update(name=" x"),
        lambda d: d["content"][3].update(content=[]),
        lambda d: d["content"][-1]["content"].extend([{"type": "figure", "attrs": {"fact": 1}}] * 4),
        lambda d: d.update(content=d["content"] * 400),
    ]
    assert [place for place, change in enumerate(changes) if not bad(change)] == []
    for strange in (None, [], "x", 7, {"type": "doc"}):
        assert bad(lambda d, strange=strange: (d.clear(), d.update(content=strange)))
    assert check(empty()) == empty()
