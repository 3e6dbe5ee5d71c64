"""In which order a speech greets its guests: the order of places, with the absent named through who stands for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kentongan.desks.gatherings.rules.seating import Seat, Seating
from kentongan.ground.directory.rules import POSTS

# A speech that names each of forty council members loses its hall; from the third on a post is greeted as one body.
TOGETHER_FROM = 3


@dataclass(frozen=True)
class Salutation:
    """One line to read aloud, and whom it greets."""

    line: str
    names: tuple[str, ...]


def greeting(seating: Seating, *, speaker: str = "") -> tuple[Salutation, ...]:
    """The lines from the highest down; the speaker doesn't greet himself, partners are greeted with their partner.

    Posts with three holders or more are greeted as a body, at the place of the first.
    """
    told = _key(speaker)
    chairs = [seat for seat in seating.seats if _key(seat.name) != told]
    leaders = {seat.name for seat in seating.seats}
    partners = {seat.beside for seat in chairs if seat.beside}
    titles = {seat.name: seat.title for seat in seating.empty}
    # A partner whose official is present is greeted with him; alone, she is greeted by her own name.
    heard = [seat for seat in chairs if seat.beside not in leaders or _key(seat.beside) == told]
    bodies: dict[str, list[str]] = {}
    for seat in heard:
        if not (seat.represents or seat.beside):
            bodies.setdefault(seat.post, []).append(seat.name)
    lines: list[Salutation] = []
    greeted: set[str] = set()
    for seat in heard:
        if seat.name in greeted or not (seat.title or seat.beside):
            continue
        body = [] if seat.represents or seat.beside or not seat.post else bodies[seat.post]
        if len(body) >= TOGETHER_FROM:
            lines.append(Salutation(f"Yang kami hormati para {_lower(POSTS[seat.post].title)}", tuple(body)))
            greeted.update(body)
        else:
            lines.append(Salutation(_line(seat, seat.name in partners, titles), (seat.name,)))
    others = tuple(seat.name for seat in heard if not (seat.title or seat.beside))
    if others or not lines:
        lines.append(Salutation("Para undangan dan hadirin yang berbahagia", others))
    return tuple(lines)


def _line(seat: Seat, with_partner: bool, absent: Mapping[str, str]) -> str:
    if seat.beside and not seat.title:
        return f"Yang terhormat {seat.name}, pendamping {absent.get(seat.beside) or seat.beside}"
    line = f"Yang terhormat {seat.title}, {seat.name}"
    if with_partner:
        line += " beserta pendamping"
    if seat.represents:
        line += f", mewakili {absent.get(seat.represents) or seat.represents}"
    return line


def _lower(title: str) -> str:
    """`Anggota DPRD` → `anggota DPRD`: within a sentence a post without a name is written small."""
    words: Sequence[str] = title.split(" ")
    return " ".join(word if word.isupper() else word[:1].lower() + word[1:] for word in words)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
