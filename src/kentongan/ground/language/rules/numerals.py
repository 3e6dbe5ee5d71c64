"""Numerals alone: digits as Indonesians write them, numerals in words, and a number spelt out.

Which of them is a figure in a text, `numbers` decides.
"""

import re
from decimal import Decimal

ONES = {
    name: value
    for value, name in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    )
    if value
}
SCALES = {
    "puluh": 10,
    "ratus": 100,
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
    "miliard": 10**9,
    "triliun": 10**12,
    "trilyun": 10**12,
    "triliyun": 10**12,
    "kuadriliun": 10**15,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_WHOLE = {
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
}
_ONE_SCALE = {"seribu": 10**3, "sejuta": 10**6, "semiliar": 10**9, "setriliun": 10**12}
_PARTS = {"tiga": 3, "empat": 4, "lima": 5, "delapan": 8, "sepuluh": 10}

# The grammar of a numeral in words, so that the longest correct one is taken and "lima enam orang" stays two. Every
# part is bounded: a numeral has at most some thirty words.
_S = r"[ \t\u00a0]"
_ONE = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_TENS = rf"(?:sepuluh|sebelas|{_ONE}{_S}(?:belas|puluh(?:{_S}{_ONE})?)|{_ONE})"
_GROUP = rf"(?:(?:seratus|{_ONE}{_S}ratus)(?:{_S}{_TENS})?|{_TENS})"
_TRILLIONS = rf"(?:setriliun|{_GROUP}{_S}tril(?:iun|yun))"
_BILLIONS = rf"(?:semiliar|{_GROUP}{_S}mil(?:iar|yar))"
_MILLIONS = rf"(?:sejuta|{_GROUP}{_S}juta)"
_THOUSANDS = rf"(?:seribu|{_GROUP}{_S}ribu)"
_BELOW = {
    "million": rf"{_THOUSANDS}(?:{_S}{_GROUP}\b|{_S}(?:triliun|miliar|juta))?|{_GROUP}",
}
_BELOW["billion"] = rf"{_MILLIONS}(?:{_S}(?:{_BELOW['million']})\b)?|{_BELOW['million']}"
_BELOW["trillion"] = rf"{_BILLIONS}(?:{_S}(?:{_BELOW['billion']})\b)?|{_BELOW['billion']}"
_CARDINAL = rf"{_TRILLIONS}(?:{_S}(?:{_BELOW['trillion']})\b)?|{_BELOW['trillion']}"
_DECIMAL = rf"{_TENS}{_S}(?:koma(?:{_S}(?:nol|{_ONE}))+|setengah)(?:{_S}(?:ribu|juta|miliar|triliun))?"
_FRACTION = rf"(?:{_ONE}{_S}|se)per{_S}?(?:tiga|empat|lima|delapan|sepuluh)"
IN_WORDS = rf"(?:{_FRACTION}|{_DECIMAL}|{_CARDINAL})"

# Larger than any budget and any count that a press text holds; what is longer is a register number.
MOST_DIGITS = 18


def parse_number(written: str) -> Decimal | None:
    """The value of digits as Indonesians write them, None where they write none.

    Dots part thousands, a comma the decimals (EYD V): "2.400" is 2400, "1,284" is 1.284. English forms are read only
    where the Indonesian reading is impossible: "6.8", "1,234,567", "2,500.00", "0.125".
    """
    if len(written) > MOST_DIGITS + 6 or not written.isascii():
        return None
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:,\d+)?", written):
        return Decimal(written.replace(",", "."))
    if re.fullmatch(r"\d+\.\d+", written):
        return Decimal(written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3},\d{3}\.\d+", written):
        return Decimal(written.replace(",", ""))
    return None


def words_value(said: str) -> Decimal:
    """The value of a numeral that matches `IN_WORDS`."""
    words = said.casefold().replace("per ", "per").split()
    for place, word in enumerate(words):
        if word.startswith(("per", "seper")):
            return Decimal(ONES[words[0]] if place else 1) / _PARTS[word.partition("per")[2]]
        if word == "koma":
            return _after_comma(words, place)
        if word == "setengah":
            return _scaled(Decimal(_cardinal(words[:place])) + Decimal("0.5"), words[place + 1 :])
    return Decimal(_cardinal(words))


def _cardinal(words: list[str]) -> int:
    total = group = ones = 0
    for word in words:
        if word in ONES:
            ones = ONES[word]
        elif word in _WHOLE:
            group += _WHOLE[word]
        elif word in _ONE_SCALE:
            total += _ONE_SCALE[word]
        elif word == "belas":
            group, ones = group + 10 + ones, 0
        elif SCALES[word] < 1000:
            group, ones = group + ones * SCALES[word], 0
        elif group or ones:
            total, group, ones = total + (group + ones) * SCALES[word], 0, 0
        else:
            total *= SCALES[word]  # "dua ribu triliun"
    return total + group + ones


def _after_comma(words: list[str], comma: int) -> Decimal:
    """ "dua koma lima juta": the digits behind the comma are said one by one."""
    digits = [word for word in words[comma + 1 :] if word == "nol" or word in ONES]
    behind = "".join(str(ONES.get(word, 0)) for word in digits)
    return _scaled(Decimal(f"{_cardinal(words[:comma])}.{behind}"), words[comma + 1 + len(digits) :])


def _scaled(value: Decimal, scales: list[str]) -> Decimal:
    for scale in scales:
        value *= SCALES[scale]
    return value


def in_words(number: int) -> str:
    """A whole number in words, as a letter spells a sum: 250000 is "dua ratus lima puluh ribu".

    Raises:
        ValueError: below zero, or a quadrillion and more (no budget is).
    """
    if not 0 <= number < 10**15:
        raise ValueError(f"only 0 to 10^15 - 1 is spelt out, not {number}")
    if number == 0:
        return "nol"
    said = []
    for size, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (1, "")):
        group, number = divmod(number, size)
        if group == 1 and name == "ribu":
            said.append("seribu")
        elif group:
            said.append(f"{_group_in_words(group)} {name}".rstrip())
    return " ".join(said)


_NAMES = ("nol", *ONES)


def _group_in_words(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = ["seratus" if hundreds == 1 else f"{_NAMES[hundreds]} ratus"] if hundreds else []
    if rest in (10, 11):
        said.append(("sepuluh", "sebelas")[rest - 10])
    elif tens == 1:
        said.append(f"{_NAMES[ones]} belas")
    else:
        said += [f"{_NAMES[tens]} puluh"] if tens else []
        said += [_NAMES[ones]] if ones else []
    return " ".join(said)
