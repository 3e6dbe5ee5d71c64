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


@dataclass(frozen=True)
class MenuItem:
    """One entry of the office menu. `roles` empty: everybody; `badge` counts what waits for this reader."""

    section: str
    order: int
    title: object
    url_name: str
    badge: Callable[[HttpRequest], int] | None = None
    roles: frozenset[str] = frozenset()


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
