"""Every rule over one text."""

from collections.abc import Sequence
from datetime import date

from kentongan.desks.newsroom.rules.proofread import claims, people, shape, spelling
from kentongan.desks.newsroom.rules.proofread.rows import NOTE, STOP, WARN, Mark, Reading, Rule
from kentongan.ground.language.rules.names import PersonName

_HOUSE = "docs/develop/engines/proofreader.md"
_EYD = "EYD edisi V (2022)"

RULES = (
    Rule("repeated-paragraph", "A paragraph stands twice", STOP, _HOUSE, shape.paragraphs_twice),
    Rule("repeated-sentence", "A sentence stands twice", WARN, _HOUSE, shape.sentences_twice),
    Rule("weekday-mismatch", "A weekday that its date denies", STOP, "the calendar", claims.weekdays),
    Rule("unclosed-quotation", "A quotation mark without its other half", WARN, _EYD, claims.unclosed),
    Rule("quotation-without-speaker", "Speech that nobody says", WARN, _HOUSE, claims.speakerless),
    Rule("unsourced-figure", "A figure in a paragraph without a source", NOTE, "DESIGN 4.3", claims.unsourced_figures),
    Rule("unsourced-superlative", "`terbesar` by whose word?", WARN, "DESIGN 4.3", claims.unsourced_superlatives),
    Rule("sums-dont-add", "Parts that don't make their whole", STOP, "arithmetic", claims.sums),
    Rule("percentages-dont-add", "Shares that don't make a hundred", WARN, "arithmetic", claims.percentages),
    Rule("contradicting-figures", "One thing with two numbers", NOTE, _HOUSE, claims.contradictions),
    Rule("name-variants", "One name in two spellings", WARN, _HOUSE, people.names_in_variants),
    Rule("wrong-title", "Titles that differ from the office's list", WARN, _HOUSE, people.titles_against_list),
    Rule("personal-data", "NIK, a private number or address", STOP, "UU 27/2022", people.personal_data),
    Rule("promotion", "Praise of a person in our own words", WARN, "Inpres 9/2015", people.promotion),
    Rule("unconfirmed-in-crisis", "Guessing where people are hurt", WARN, "field.md 5", people.unconfirmed),
    Rule("lead-too-long", "A lead of more than one breath", NOTE, _HOUSE, shape.lead_too_long),
    Rule("lead-incomplete", "A lead without who, when, where", NOTE, _HOUSE, shape.lead_incomplete),
    Rule("missing-place-line", "No town before the lead", NOTE, _HOUSE, shape.place_line_missing),
    Rule("missing-contact", "Nobody to be asked", NOTE, _HOUSE, shape.contact_missing),
    Rule("long-sentence", "A sentence longer than 99 in 100", NOTE, _HOUSE, shape.sentence_too_long),
    Rule("nominal-chain", "Nouns where a verb would do", NOTE, _HOUSE, shape.nominal_chain),
    Rule("hard-to-read", "Sentences too long on average", NOTE, _HOUSE, shape.hard_to_read),
    Rule("di-spelling", "`dirumah`, `kedalam`", WARN, _EYD, spelling.prepositions),
    Rule("prefix-spelling", "`di laksanakan`", WARN, _EYD, spelling.torn_prefixes),
    Rule("nonstandard-word", "`merubah`, `praktek`, `nomer`", WARN, "KBBI", spelling.nonstandard),
    Rule("post-capital", "`bupati Wirya Adiguna`", WARN, _EYD, spelling.small_posts),
    Rule("money-spelling", "`Rp. 5.000,-`", WARN, _EYD, spelling.money),
    Rule("ordinal-spelling", "`ke 81`", WARN, _EYD, spelling.ordinals),
)
_WEIGHT = {STOP: 0, WARN: 1, NOTE: 2}


def proofread(text: str, *, published: date | None = None, known: Sequence[PersonName] = ()) -> list[Mark]:
    """Every finding: those that stop first, each kind in the order of the text. Linear in the text's length."""
    reading = Reading.of(text, published=published, known=known)
    marks = [mark for rule in RULES for mark in rule.marks(reading)]
    return sorted(marks, key=lambda mark: (_WEIGHT[mark.severity], mark.span, mark.rule))
