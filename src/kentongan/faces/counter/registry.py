"""What the public shell leads to at the counter."""

from django.utils.translation import gettext_lazy as _

from kentongan.ground.ui.registry import public_links

public_links.add("nav", 30, _("Check if it is true"), "/verifikasi/", key="verify")
public_links.add("citizens", 10, _("Check a letter or a message"), "/verifikasi/", key="verify")
public_links.add("citizens", 40, _("Search"), "/cari/", key="search")
