"""`kentongan print` at the console."""

import pytest

from kentongan.cli import BadInput
from kentongan.cli import print as command
from kentongan.ground.press import registry
from kentongan.ground.press.models import Print
from kentongan.ground.press.registry import printable

pytestmark = pytest.mark.django_db

TEXTS = {"index.html": b"satu"}


@pytest.fixture(autouse=True)
def site(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(registry, "_printables", {})
    monkeypatch.setitem(TEXTS, "index.html", b"satu")
    settings.SITE = tmp_path / "site"

    @printable("frontdesk.home")
    def home(as_of):
        yield from TEXTS.items()

    return tmp_path / "site"


def test_it_prints_checks_lists_and_goes_back(site, capsys):
    assert command.main(["--check"]) == 1
    assert capsys.readouterr().out == "Nothing has been printed yet.\n"
    assert command.main([]) == 0
    first = Print.objects.get().root
    assert f"print {first[:12]}" in capsys.readouterr().out
    assert command.main(["--check"]) == 0

    TEXTS["index.html"] = b"dua"
    capsys.readouterr()
    assert command.main(["--check"]) == 1
    assert capsys.readouterr().out == "index.html isn't what would be printed now.\n"
    assert command.main(["--anew"]) == 0
    assert command.main(["--check"]) == 0
    assert (site / "current" / "index.html").read_bytes() == b"dua"

    capsys.readouterr()
    assert command.main(["--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [p.root[:12] for p in Print.objects.order_by("-id")]
    assert [line.endswith("shown") for line in lines] == [True, False]

    assert command.main(["--back", first[:8]]) == 0
    assert (site / "current" / "index.html").read_bytes() == b"satu"
    with pytest.raises(BadInput, match="0 kept prints begin with 'xyz'"):
        command.main(["--back", "xyz"])
