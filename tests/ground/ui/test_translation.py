"""Every sentence of the shell and the kit speaks Indonesian, with the same places for its values."""

import ast
import re
from pathlib import Path

import kentongan

SOURCE = Path(kentongan.__file__).parent
UI = SOURCE / "ground" / "ui"


def catalogue() -> dict[str, str]:
    """msgid → msgstr of our part; plurals under their singular."""
    text = (SOURCE / "locale" / "id" / "parts" / "ui.po").read_text()
    entry = r'msgid (".*")\n(?:msgid_plural ".*"\n)?msgstr(?:\[0\])? (".*")'
    return {ast.literal_eval(one): ast.literal_eval(other) for one, other in re.findall(entry, text)}


def said() -> set[str]:
    """What templates and screens say in English."""
    found: set[str] = set()
    for file in UI.rglob("*.html"):
        text = file.read_text()
        found |= {a or b for a, b in re.findall(r"{% translate (?:\"(.*?)\"|'(.*?)')", text)}
        for block in re.findall(r"{% blocktranslate.*?%}(.*?){% (?:plural|endblocktranslate) %}", text, re.DOTALL):
            found.add(re.sub(r"{{ (\w+) }}", r"%(\1)s", block))
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id in ("_", "gettext", "gettext_lazy"):
                    found.add(node.args[0].value)
                elif node.func.id == "pgettext":
                    found.add(node.args[1].value)
    return found


def test_everything_said_has_its_indonesian_words():
    assert len(said()) > 100
    assert sorted(said() - catalogue().keys()) == []


def test_nothing_is_kept_that_is_no_longer_said():
    assert sorted(catalogue().keys() - said() - {""}) == []


def test_values_keep_their_places():
    places = re.compile(r"%\(\w+\)s|{\w+}")
    wrong = {
        english: words
        for english, words in catalogue().items()
        if english and "one" not in english.lower() and sorted(places.findall(english)) != sorted(places.findall(words))
    }
    assert wrong == {}
