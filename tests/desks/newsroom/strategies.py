"""Documents of the schema, with letters that could break a mark's sign."""

from hypothesis import strategies as st

from kentongan.desks.newsroom.rules.document import SCHEMA, join, text

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.sampled_from(
    list('ab12 .,*_[]|\\#>-•!—–“”"~`:fakta()')
)


def nfc(words: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", words)


WORDS = st.text(LETTERS, min_size=1, max_size=24).map(nfc)
NAMES = st.text(LETTERS, max_size=20).map(nfc).map(str.strip)
IDS = st.integers(1, 10**9)
MARKS = st.fixed_dictionaries(
    {},
    optional={
        "claim": st.one_of(
            IDS.map(lambda id_: {"type": "fact", "attrs": {"id": id_}}),
            WORDS.map(lambda reason: {"type": "not_claim", "attrs": {"reason": reason}}),
        ),
        "link": st.from_regex(r"https://[a-z]{1,6}\.example/[a-z_*|\[\]\\]{0,8}", fullmatch=True).map(
            lambda href: {"type": "link", "attrs": {"href": href}}
        ),
        "strong": st.just({"type": "strong"}),
        "em": st.just({"type": "em"}),
    },
)
PIECES = st.lists(st.builds(lambda words, marks: text(words, *marks.values()), WORDS, MARKS), min_size=1, max_size=5)


def _said(pieces):
    joined = join(pieces)
    return joined if "".join(p["text"] for p in joined).strip() else [{"type": "text", "text": "kata"}]


CONTENT = PIECES.map(_said)
PARAGRAPH = CONTENT.map(lambda content: {"type": "paragraph", "content": content})
BLOCK = st.one_of(
    PARAGRAPH,
    st.builds(
        lambda level, content: {"type": "heading", "attrs": {"level": level}, "content": content},
        st.sampled_from([2, 3]),
        CONTENT,
    ),
    st.builds(
        lambda person, name, title, content: {
            "type": "quotation",
            "attrs": {"person": person, "name": name, "title": title},
            "content": content,
        },
        st.none() | IDS,
        NAMES,
        NAMES,
        st.lists(PARAGRAPH, min_size=1, max_size=3),
    ),
    IDS.map(lambda id_: {"type": "photo", "attrs": {"id": id_}}),
    st.lists(PARAGRAPH.map(lambda p: {"type": "list_item", "content": [p]}), min_size=1, max_size=3).map(
        lambda items: {"type": "bullet_list", "content": items}
    ),
    st.lists(IDS.map(lambda id_: {"type": "figure", "attrs": {"fact": id_}}), min_size=1, max_size=4).map(
        lambda figures: {"type": "figures", "content": figures}
    ),
)
DOCUMENTS = st.lists(BLOCK, min_size=1, max_size=6).map(
    lambda content: {"type": "doc", "attrs": {"schema": SCHEMA}, "content": content}
)
TYPED = st.lists(
    st.text(LETTERS, max_size=12)
    | st.sampled_from(["\n", "\n\n", "\r\n", "\t", "\x00", "\u2028", "> ", "\n> — ", "## ", "\n- "]),
    max_size=20,
).map("".join)
