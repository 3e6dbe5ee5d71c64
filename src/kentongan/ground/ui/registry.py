"""What higher rooms hang into the shell: menu entries, alarms, panels of Today, panels in a lower room's screen.

A lower screen asks by name (`{% slot "newsroom.version" version %}`) and never learns who answered.
Registering the same function again (a reload) replaces it; the order is by number, then by name.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Panel:
    """A box with a heading that a template fills; `more_url` opens the whole."""

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    more_url: str = ""
    more: str = ""


@dataclass(frozen=True)
class Alarm:
    """Something broke: what it is called, what happened, who holds it, the one action. `tone` mengkudu or kunyit."""

    tag: str
    what: str
    detail: str = ""
    holder: str = ""
    action: str = ""
    url: str = ""
    tone: str = "mengkudu"


@dataclass(frozen=True)
class Link:
    """One link of a shell; `key` marks the page that is open, `title` its address as text."""

    label: str
    url: str
    key: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Site:
    """The public shell's words, given whole to every printed page, so that no page asks a request or a clock."""

    name: str
    owner: str
    office: str
    home: str = "/"
    verify: str = ""
    address: Sequence[str] = ()
    phone: str = ""
    hours: str = ""
    search: str = ""
    nav: Sequence[Link] = ()
    citizens: Sequence[Link] = ()
    newsrooms: Sequence[Link] = ()
    about: Sequence[Link] = ()
    official: bool = True
    language: str = ""  # what a form must carry so that its answer speaks the page's language; empty: the site's own


@dataclass(frozen=True)
class MenuItem:
    """One entry of the office menu. `roles` empty: everybody; `badge` counts what waits for this reader."""

    section: str
    order: int
    title: object
    url_name: str
    badge: Callable[[HttpRequest], int] | None = None
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PublicLink:
    """One link of the public shell. `twins`: the page is printed in English too, under `/en`."""

    section: str
    order: int
    label: Any
    url: str
    key: str
    twins: bool


# The bar under the masthead and the three columns of the foot.
PUBLIC_SECTIONS = ("nav", "citizens", "newsrooms", "about")


class PublicLinks:
    """What the public shell leads to: faces add their own pages, so that nothing is shown that isn't there."""

    def __init__(self) -> None:
        self.links: dict[tuple[str, str], PublicLink] = {}

    def add(self, section: str, order: int, label: Any, url: str, *, key: str, twins: bool = False) -> None:
        """Raises ValueError for a section that the shell doesn't draw."""
        if section not in PUBLIC_SECTIONS:
            raise ValueError(f"the public shell has the sections {', '.join(PUBLIC_SECTIONS)}, not {section}")
        self.links[section, key] = PublicLink(section, order, label, url, key, twins)

    def of(self, section: str, *, prefix: str = "") -> tuple[Link, ...]:
        """A section's links in order, in the active language; `prefix` is `/en` on English pages."""
        found = sorted((one for one in self.links.values() if one.section == section), key=lambda one: one.order)
        return tuple(Link(str(one.label), self.address(one, prefix=prefix), key=one.key) for one in found)

    def url(self, key: str, *, prefix: str = "") -> str:
        """Where the page with this key is; empty where no face has it."""
        found = next((one for one in self.links.values() if one.key == key), None)
        return self.address(found, prefix=prefix) if found else ""

    @staticmethod
    def address(link: PublicLink, *, prefix: str) -> str:
        """A page that computes is told the language; a printed one has a twin, or is for machines."""
        if not prefix or not link.url.endswith("/"):
            return link.url
        return f"{prefix}{link.url}" if link.twins else f"{link.url}?bahasa={prefix.strip('/')}"


PanelMaker = Callable[..., Panel | None]
AlarmSource = Callable[[HttpRequest], Iterable[Alarm]]

# Sections in the order of work: what is done daily, then what it draws on, then what rules the office.
SECTIONS = ("work", "shelf", "house")


class Menu:
    """The office menu; rooms add themselves in `apps.ready()`."""

    def __init__(self) -> None:
        self.items: dict[str, MenuItem] = {}

    def add(
        self,
        section: str,
        order: int,
        title: object,
        url_name: str,
        *,
        badge: Callable[[HttpRequest], int] | None = None,
        roles: Iterable[str] = (),
    ) -> None:
        """Raises ValueError for a section that the shell doesn't draw."""
        if section not in SECTIONS:
            raise ValueError(f"the menu has the sections {', '.join(SECTIONS)}, not {section}")
        self.items[url_name] = MenuItem(section, order, title, url_name, badge, frozenset(roles))

    def of(self, section: str, roles: Iterable[str]) -> list[MenuItem]:
        """The entries one reader sees, in order."""
        held = set(roles)
        found = [i for i in self.items.values() if i.section == section and (not i.roles or i.roles & held)]
        return sorted(found, key=lambda item: (item.order, item.url_name))


class Slots:
    """Named places and who fills them."""

    def __init__(self) -> None:
        self.makers: dict[str, dict[str, tuple[int, PanelMaker]]] = {}

    def add(self, name: str, maker: PanelMaker, *, order: int = 100) -> None:
        self.makers.setdefault(name, {})[f"{maker.__module__}.{maker.__qualname__}"] = (order, maker)

    def of(self, name: str) -> list[PanelMaker]:
        ranked = sorted((order, key) for key, (order, _) in self.makers.get(name, {}).items())
        return [self.makers[name][key][1] for _, key in ranked]


menu = Menu()
slots = Slots()
public_links = PublicLinks()
TODAY = "today"
_alarm_sources: dict[str, AlarmSource] = {}


def panel(name: str, *, order: int = 100) -> Callable[[PanelMaker], PanelMaker]:
    """Fill a slot: `maker(request, thing) -> Panel | None`; None shows nothing."""

    def register(maker: PanelMaker) -> PanelMaker:
        slots.add(name, maker, order=order)
        return maker

    return register


def today_panel(order: int) -> Callable[[PanelMaker], PanelMaker]:
    """A box on Today: `maker(request) -> Panel | None`."""
    return panel(TODAY, order=order)


def alarm_source(source: AlarmSource) -> AlarmSource:
    """What is broken now, asked for on every office page: keep it to one cheap query."""
    _alarm_sources[f"{source.__module__}.{source.__qualname__}"] = source
    return source


def alarms(request: HttpRequest) -> list[Alarm]:
    """All alarms this reader may see, the red ones first."""
    found = [alarm for _, source in sorted(_alarm_sources.items()) for alarm in source(request)]
    return sorted(found, key=lambda alarm: alarm.tone != "mengkudu")
