"""The catalogue that the parts make is one that Django reads, plurals too."""

import gettext
import io

from kentongan.cli.words import catalogue


def test_indonesian_has_one_form_for_any_number():
    said = "Can't be sent yet: one thing stops it."
    made, missing = catalogue({("", said, "here.py")})
    read = gettext.GNUTranslations(io.BytesIO(made["django.mo"]))
    told = {read.ngettext(said, "Can't be sent yet: %(n)s things stop it.", n) for n in (0, 1, 2, 101)}
    assert told == {"Belum dapat dikirim: %(n)s hal menghalangi."}
    assert missing == set()
