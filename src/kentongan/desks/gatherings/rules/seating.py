"""Who sits where: UU 9/2010 articles 8 to 15 over the order of precedence.

The chair of an absent official stays empty and keeps its number; whoever represents him sits by his own rank
(article 15). A spouse sits by the partner's rank (article 14). The host accompanies the highest guest (article 13).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kentongan.ground.clock.rules.law import Source
from kentongan.ground.clock.rules.words import said
from kentongan.ground.directory.rules import POSTS, Level, Post, Standing, find_post, standing

_FROM = date(2010, 11, 19)
_UU = "UU 9/2010 (Keprotokolan)"
_READ = said("text of articles 11 to 16")

# What the articles after the lists say; docs/law prints them.
RULES: tuple[tuple[str, Source], ...] = (
    (
        said(
            "Officials, foreign representatives, certain public figures and other guests have their places by the "
            "order."
        ),
        Source(_UU, "Pasal 8", _FROM, evidence=said("from general knowledge")),
    ),
    (
        said("National and provincial officials who are present go first."),
        Source(
            _UU, "Pasal 10 ayat (2), Pasal 11 ayat (2)", _FROM, verified=True, evidence=said("text of the articles")
        ),
    ),
    (
        said("Further order of places is set by government regulation (PP 39/2018)."),
        Source(_UU, "Pasal 12", _FROM, evidence=said("a draft of the regulation names the article")),
    ),
    (
        said("The host accompanies the President or Vice President, otherwise the highest official present."),
        Source(_UU, "Pasal 13", _FROM, verified=True, evidence=_READ),
    ),
    (
        said("A spouse takes the place by the rank of the husband or wife."),
        Source(_UU, "Pasal 14", _FROM, verified=True, evidence=_READ),
    ),
    (
        said("The place of an absent official isn't filled by his representative, who sits by his own rank."),
        Source(_UU, "Pasal 15", _FROM, verified=True, evidence=_READ),
    ),
    (
        said(
            "A flag ceremony is held on independence day, national days, anniversaries of a state body, agency or "
            "region."
        ),
        Source(_UU, "Pasal 16", _FROM, evidence=said("read in the press; the rest of the list couldn't be read")),
    ),
)


@dataclass(frozen=True)
class Guest:
    """One line of the guest list.

    `post` is a post's id or empty, `title` what is printed and said instead of the post's own ("Kepala Dinas
    Kesehatan"); `represents` and `spouse_of` name another guest.
    """

    name: str
    post: str = ""
    attends: bool = True
    represents: str = ""
    spouse_of: str = ""
    host: bool = False
    title: str = ""


@dataclass(frozen=True)
class Seat:
    """One chair. `order` counts every chair, the empty ones too; `group` is the letter of the event's own article,
    with the article's number before it where another list gave the rank ("9m")."""

    order: int
    name: str
    post: str
    title: str
    group: str
    why: str
    beside: str = ""
    represents: str = ""


@dataclass(frozen=True)
class EmptySeat:
    """A chair that nobody takes, and who stands for the absent official."""

    order: int
    name: str
    post: str
    title: str
    group: str
    why: str
    represented_by: str = ""


@dataclass(frozen=True)
class Seating:
    """The whole order; `notes` are sentences for the protocol officer."""

    level: Level
    seats: tuple[Seat, ...]
    empty: tuple[EmptySeat, ...]
    notes: tuple[str, ...] = ()


class UnclearGuest(ValueError):
    """A line of the guest list that can't be placed; `place` is its index in the list given."""

    def __init__(self, place: int, sentence: str) -> None:
        super().__init__(sentence)
        self.place = place


@dataclass(frozen=True)
class _Placed:
    guest: Guest
    post: Post | None
    stands: Standing
    why: str
    index: int
    after: int = -1  # the index of the partner beside whom he sits


def seat(guests: Sequence[Guest], *, level: Level, on: date) -> Seating:
    """Put the guests in order.

    Equal posts keep the order of the list given. Cost: one sort; 5,000 guests are well under a second.

    Raises:
        UnclearGuest: a post that no row names, the same name twice, a partner or an absent official not on the list.
    """
    names = _by_name(guests)
    posts = [_post(index, guest) for index, guest in enumerate(guests)]
    represented, unlisted = _represented(guests, names, posts)
    placed = [_place(index, guests, names, posts, level=level, on=on) for index in range(len(guests))]
    placed += [
        _Placed(Guest(post.title, post.id, attends=False), post, standing(post.id, level, on), "", len(guests) + place)
        for place, post in enumerate(unlisted)
    ]
    ordered = _in_order(placed)
    seats, empty, order = [], [], 0
    for one in ordered:
        group = _group(one.stands, level)
        if one.guest.attends:
            order += 1
            seats.append(_seat(order, one, group, guests))
        elif one.post is not None:
            order += 1
            by = represented.get(one.index, "")
            why = said("%(place)s; absent, and article 15 leaves the place empty", place=one.stands.why)
            empty.append(
                EmptySeat(order, one.guest.name, one.post.id, one.guest.title or one.post.title, group, why, by)
            )
    return Seating(level, tuple(seats), tuple(empty), tuple(_notes(guests)))


def _seat(order: int, one: _Placed, group: str, guests: Sequence[Guest]) -> Seat:
    post = one.post.id if one.post else ""
    title = one.guest.title or (one.post.title if one.post else "")
    why = one.why
    if one.guest.represents:
        why = said(
            "%(place)s; represents %(name)s but sits by his or her own rank (article 15)",
            place=why,
            name=one.guest.represents,
        )
    return Seat(order, one.guest.name, post, title, group, why, _beside(one, guests), one.guest.represents)


def _beside(one: _Placed, guests: Sequence[Guest]) -> str:
    return guests[one.after].name if one.after >= 0 else ""


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _by_name(guests: Sequence[Guest]) -> dict[str, int]:
    names: dict[str, int] = {}
    for index, guest in enumerate(guests):
        if not guest.name.strip():
            raise UnclearGuest(index, said("the name is empty."))
        if _key(guest.name) in names:
            raise UnclearGuest(
                index,
                said("'%(name)s' is on the list twice; add the post or agency to one of the names.", name=guest.name),
            )
        names[_key(guest.name)] = index
    return names


def _post(index: int, guest: Guest) -> Post | None:
    if not guest.post.strip() or _key(guest.post) == "guest":
        return None
    post = find_post(guest.post)
    if post is None:
        raise UnclearGuest(
            index,
            said(
                "no row of the law names the post '%(post)s'; --template lists the ids ('guest': none).",
                post=guest.post,
            ),
        )
    return post


def _represented(
    guests: Sequence[Guest], names: dict[str, int], posts: list[Post | None]
) -> tuple[dict[int, str], list[Post]]:
    """Who stands for whom: by index of the absent guest; and the absent posts that have no line of their own.

    An unlisted post gets the index after the last guest, in order; its representative stands under it too.
    """
    found: dict[int, list[str]] = {}
    unlisted: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    # The absent holder first: he is the one to be represented.
    for place in sorted(range(len(guests)), key=lambda place: guests[place].attends):
        held = posts[place]
        if held is not None:
            holders.setdefault(held.id, []).append(place)
    for index, guest in enumerate(guests):
        if not guest.represents.strip():
            continue
        absent = names.get(_key(guest.represents))
        post = find_post(guest.represents)
        if absent is None and post is not None:
            absent = next((place for place in holders.get(post.id, [])[:2] if place != index), None)
        if absent is None and post is not None:
            absent = len(guests) + unlisted.setdefault(post.id, len(unlisted))
        elif absent is None:
            raise UnclearGuest(
                index,
                said(
                    "'%(name)s' is neither on the list nor a post; add the absent official's line.",
                    name=guest.represents,
                ),
            )
        elif absent == index:
            raise UnclearGuest(index, said("'%(name)s' can't represent himself or herself.", name=guest.name))
        elif guests[absent].attends:
            raise UnclearGuest(
                index, said("'%(name)s' attends in person; nobody represents him or her.", name=guests[absent].name)
            )
        if guest.attends:
            found.setdefault(absent, []).append(guest.name)
    return {index: ", ".join(by) for index, by in found.items()}, [POSTS[post_id] for post_id in unlisted]


def _place(
    index: int,
    guests: Sequence[Guest],
    names: dict[str, int],
    posts: list[Post | None],
    *,
    level: Level,
    on: date,
) -> _Placed:
    guest, post = guests[index], posts[index]
    own = standing(post.id if post else None, level, on)
    placed = _Placed(guest, post, own, own.why, index)
    if not guest.spouse_of.strip() or (post is not None and not guest.attends):
        return placed
    partner = names.get(_key(guest.spouse_of))
    if partner is None:
        raise UnclearGuest(index, said("the partner '%(name)s' isn't on the list.", name=guest.spouse_of))
    if partner == index:
        raise UnclearGuest(index, said("'%(name)s' can't be married to himself or herself.", name=guest.name))
    partner_post = posts[partner]
    theirs = standing(partner_post.id if partner_post else None, level, on)
    if post is not None and own.rank < theirs.rank:
        return replace(placed, why=said("%(place)s; the own rank is above the partner's", place=own.why))
    if guests[partner].spouse_of.strip() and post is not None and own.rank == theirs.rank and index < partner:
        return placed  # each is named as the other's partner: the first on the list leads
    if (
        names.get(_key(guests[partner].spouse_of)) == index
        and post is None
        and partner_post is None
        and index < partner
    ):
        return placed
    why = said(
        "%(place)s; place by the rank of the partner, %(name)s (article 14)",
        place=theirs.why,
        name=guests[partner].name,
    )
    return replace(placed, stands=theirs, why=why, after=partner)


def _in_order(placed: list[_Placed]) -> list[_Placed]:
    leaders = sorted((one for one in placed if one.after < 0), key=lambda one: (one.stands.rank, one.index))
    partners: dict[int, list[_Placed]] = {}
    for one in placed:
        if one.after >= 0:
            partners.setdefault(one.after, []).append(one)
    hosts = [one for one in leaders if one.guest.host and one.guest.attends]
    present = [one for one in leaders if one.guest.attends and one.post is not None and not one.guest.host]
    if hosts and present and present[0].stands.rank < hosts[0].stands.rank:
        highest = present[0].guest.name
        why = said(
            "%(place)s; as host accompanies the highest official present, %(name)s (article 13)",
            place=hosts[0].why,
            name=highest,
        )
        host = replace(hosts[0], why=why)
        leaders.remove(hosts[0])
        leaders.insert(leaders.index(present[0]) + 1, host)
    ordered: list[_Placed] = []
    for leader in leaders:
        ordered.append(leader)
        ordered += partners.pop(leader.index, [])
    # Partners of partners: a line that names a spouse who is placed beside someone else.
    for left in partners.values():
        ordered += left
    return ordered


def _group(stands: Standing, level: Level) -> str:
    if stands.article is None:
        return "-"
    own = {Level.NATIONAL: 9, Level.PROVINCE: 10, Level.REGENCY: 11}[level]
    return stands.letter if stands.article == own else f"{stands.article}{stands.letter}"


def _notes(guests: Sequence[Guest]) -> list[str]:
    unrepresented: list[str] = [
        said(
            "%(name)s represents %(absent)s but doesn't attend; nobody speaks for the absent official.",
            name=guest.name,
            absent=guest.represents,
        )
        for guest in guests
        if guest.represents.strip() and not guest.attends
    ]
    return unrepresented + [
        said("%(name)s doesn't attend and holds no listed post; no chair is kept.", name=guest.name)
        for guest in guests
        if not guest.attends and not guest.post.strip() and not guest.represents.strip()
    ]
