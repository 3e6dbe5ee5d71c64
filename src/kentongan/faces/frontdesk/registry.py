"""The pages that are printed, as the public shell leads to them."""

from django.utils.translation import gettext_lazy as _

from kentongan.ground.ui.registry import public_links

public_links.add("nav", 10, _("Press releases"), "/siaran/", key="releases", twins=True)
public_links.add("nav", 20, _("Agenda"), "/agenda/", key="agenda", twins=True)
public_links.add("nav", 40, _("Who handles what"), "/dinas/", key="agencies", twins=True)
public_links.add("citizens", 20, _("Who handles what"), "/dinas/", key="agencies", twins=True)
public_links.add("citizens", 30, _("Leaders"), "/pimpinan/", key="leaders", twins=True)
public_links.add("newsrooms", 10, _("All press releases"), "/siaran/", key="releases", twins=True)
public_links.add("newsrooms", 40, _("Corrections and withdrawals"), "/koreksi/", key="corrections", twins=True)
public_links.add("about", 10, _("Accessibility"), "/aksesibilitas/", key="aksesibilitas/", twins=True)
public_links.add("about", 20, _("Protection of personal data"), "/privasi/", key="privasi/", twins=True)
public_links.add("about", 30, _("About this site"), "/tentang/", key="tentang/", twins=True)
