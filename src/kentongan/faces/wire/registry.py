"""What programs read, as the public shell leads to it."""

from django.utils.translation import gettext_lazy as _

from kentongan.ground.ui.registry import public_links

public_links.add("newsrooms", 20, _("News feed (Atom)"), "/umpan/siaran.xml", key="atom")
public_links.add("newsrooms", 25, _("News feed (JSON)"), "/umpan/siaran.json", key="json-feed")
public_links.add("newsrooms", 30, _("Leaders' agenda for calendars (.ics)"), "/agenda/agenda.ics", key="calendar")
