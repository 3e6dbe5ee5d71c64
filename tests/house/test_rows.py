"""Whoever works elsewhere reads and changes nothing that isn't his: a walk over every address of the resolver.

The addresses are enumerated, never listed; `NAMES` says which planted row an address with an argument names. An
address that isn't there fails the walk with a sentence.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.house.forging import Asked, built, of_class, passed
from tests.house.planting import Planting, held, owned_models

from kentongan.ground.approval.models import Path, Step
from kentongan.ground.directory.events import ReachChanged
from kentongan.ground.directory.models import Agency, Beat, Outlet, Person, Post, Tenure
from kentongan.ground.record.actions import announce
from kentongan.ground.record.models import AccessLog, Entry
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Membership, OwnedRow, Unit

R, S, I = "bocoranr", "bocorans", "bocorani"  # noqa: E741 the markers of restricted, secret and internal rows

# Address with an argument → the table of the row that `pk` names, and further arguments.
NAMES: dict[str, tuple[str, dict]] = {
    "mailroom:outgoing": ("mailroom.outgoing", {}),
    "mailroom:again": ("mailroom.outgoing", {}),
    "mailroom:let-be": ("mailroom.outgoing", {}),
    "library:album": ("library.album", {}),
    "library:take-in": ("library.album", {}),
    "library:photograph": ("library.photograph", {}),
    "library:appearance": ("library.photograph", {}),
    "library:small": ("library.photograph", {"width": 480}),
    "library:document": ("library.document", {}),
    "approval:review": ("approval.request", {}),
    "approval:approve": ("approval.request", {}),
    "approval:return": ("approval.request", {}),
    "approval:link": ("approval.request", {}),
    "facts:fact": ("facts.fact", {}),
    "facts:change": ("facts.fact", {}),
    "facts:withdraw": ("facts.fact", {}),
    "newsroom:version": ("newsroom.version", {}),
    "newsroom:file": ("newsroom.version", {"kind": "pdf"}),
    "newsroom:difference": ("newsroom.version", {}),
    "newsroom:correct": ("newsroom.version", {}),
    "newsroom:leave": ("newsroom.version", {}),
    "newsroom:withdraw": ("newsroom.version", {}),
    "newsroom:take-back": ("newsroom.version", {}),
    "newsroom:reschedule": ("newsroom.version", {}),
    "newsroom:look-after": ("newsroom.version", {}),
    "newsroom:write": ("newsroom.manuscript", {}),
    "newsroom:examine": ("newsroom.manuscript", {}),
    "newsroom:preview": ("newsroom.manuscript", {}),
    "newsroom:history": ("newsroom.manuscript", {}),
    "newsroom:compare": ("newsroom.manuscript", {"number": 1}),
    "newsroom:revert": ("newsroom.manuscript", {"number": 1}),
    "newsroom:settings": ("newsroom.manuscript", {}),
    "newsroom:submit": ("newsroom.manuscript", {}),
    "newsroom:emergency": ("newsroom.manuscript", {}),
    "newsroom:drop": ("newsroom.manuscript", {}),
    "agenda:activity": ("agenda.activity", {}),
    "agenda:change": ("agenda.activity", {}),
    "agenda:cancel": ("agenda.activity", {}),
    "agenda:album": ("agenda.activity", {}),
    "agenda:assign": ("agenda.activity", {}),
    "agenda:release": ("agenda.assignment", {}),
    "agenda:confirm": ("agenda.assignment", {}),
    "evaluation:thread": ("newsroom.version", {}),
    "monitoring:story": ("monitoring.story", {}),
    "monitoring:clip": ("monitoring.clip", {}),
    "monitoring:tone": ("monitoring.clip", {}),
    "monitoring:follows": ("monitoring.clip", {}),
    "dispatch:tick": ("dispatch.delivery", {}),
    "dispatch:look-after": ("dispatch.delivery", {}),
    "dispatch:list": ("dispatch.presslist", {}),
    "dispatch:list-change": ("dispatch.presslist", {}),
    "dispatch:recipient-new": ("dispatch.presslist", {}),
    "dispatch:recipient-drop": ("dispatch.recipient", {}),
    "directory:journalist": ("directory.journalist", {}),
    "directory:journalist-change": ("directory.journalist", {}),
    "directory:consent": ("directory.journalist", {}),
    "directory:consent-withdraw": ("directory.journalist", {}),
    "directory:journalist-data": ("directory.journalist", {}),
    "directory:journalist-erase": ("directory.journalist", {}),
}

# Addresses whose argument names nothing that a unit owns alone; what they show is still searched for the markers.
SHARED: dict[str, list[dict]] = {
    "units:account": [{"pk": "units.account"}],
    "units:role": [{"pk": "units.account"}],
    "units:turn": [{"pk": "units.account"}],
    "units:unit": [{"pk": "units.unit"}],
    "approval:path-change": [{"pk": "approval.path"}],
    "approval:way": [{"pk": "record.entry"}],
    "evaluation:month": [{"month": "2026-11"}],
    "evaluation:rows": [{"month": "2026-11", "key": "every measure"}],
    "directory:person": [{"pk": "directory.person"}],
    "directory:person-change": [{"pk": "directory.person"}],
    "directory:person-data": [{"pk": "directory.person"}],
    "directory:pin": [{"pk": "directory.person"}],
    "directory:post": [{"pk": "directory.post"}],
    "directory:post-change": [{"pk": "directory.post"}],
    "directory:handover": [{"pk": "directory.post"}],
    "directory:tenure-end": [{"pk": "directory.tenure"}],
    "directory:agency": [{"pk": "directory.agency"}],
    "directory:agency-change": [{"pk": "directory.agency"}],
    "directory:outlet": [{"pk": "directory.outlet"}],
    "directory:outlet-change": [{"pk": "directory.outlet"}],
    "directory:beat": [{"pk": "directory.beat"}],
    "directory:template": [{"kind": "journalists"}],
    "calendar": [{"token": "bukan-token-siapa-pun"}],
    "address": [{"token": "bukan-token-siapa-pun"}],
    "unsubscribe": [{"token": "bukan-token-siapa-pun"}],
    **{
        name: [{"token": "bukan-token-siapa-pun"}]
        for name in ("review", "review-send", "review-code", "review-approve", "review-return", "review-pin")
    },
}

# No planted row is one that these may choose: a person who approves and can be reached, a version that is open, a fact
# that has changed since.
NOTHING_TO_CHOOSE = {"approval:link", "monitoring:follows", "newsroom:leave"}

# Ends the session or hands a file over as it stands in the repository.
LEFT_OUT = {"office:verifier", "office:components"}


def ground(house, author, level: str, now) -> dict:
    """What everybody in the house shares, and what is planted may point to."""
    person = Person.objects.create(name=f"Sari {level}", slug=f"sari-{level}")
    post = Post.objects.create(title=f"Asisten {level}", slug=f"asisten-{level}", is_leader=True)
    path = Path.objects.create(unit=house.prokopim, name="Jalur biasa", kind=level)
    return {
        "directory.person": person,
        "directory.post": post,
        "directory.tenure": Tenure.objects.create(person=person, post=post, from_on=now.date() - timedelta(days=99)),
        "directory.agency": Agency.objects.create(name=f"Dinas {level}", short="Dinas", slug=f"dinas-{level}"),
        "directory.beat": Beat.objects.create(name=level, slug=level),
        "directory.outlet": Outlet.objects.create(name=f"Kencana {level}"),
        "approval.path": path,
        "approval.step": Step.objects.create(path=path, order=1, role=Role.APPROVER),
        "units.account": author,
        "units.unit": house.prokopim,
        "record.entry": announce(
            ReachChanged(person_id=person.pk, what="email"), by=house.actor("administrator"), now=now
        ),
    }


def addresses():
    """(name, arguments) of every address but the login's own, which is allauth's."""

    def walk(patterns, space, path):
        for one in patterns:
            if isinstance(one, URLResolver):
                if str(one.pattern) == "masuk/":
                    continue
                yield from walk(
                    one.url_patterns, f"{one.namespace}:" if one.namespace else space, path + str(one.pattern)
                )
            elif isinstance(one, URLPattern):
                yield f"{space}{one.name}", tuple(one.pattern.converters), one.callback

    return list(walk(get_resolver().url_patterns, "", ""))


def test_every_computed_address_is_handed_to_us_by_the_switch():
    from kentongan.wsgi import DYNAMIC

    firsts = {"/" + str(one.pattern).partition("/")[0] for one in get_resolver().url_patterns}
    firsts |= {"/" + str(one.pattern).partition("/")[0] for top in get_resolver().url_patterns if str(top.pattern) == "" for one in top.url_patterns}  # fmt: skip
    assert firsts - {"/", *DYNAMIC} == set()


ADDRESSES = [one for one in addresses() if one[0] not in LEFT_OUT]


@pytest.fixture(autouse=True)
def _quiet(caplog):
    """Thousands of 404s are what is asked for; the log needn't say each."""
    caplog.set_level("CRITICAL", "django.request")


@pytest.fixture
def planted(house, now):
    """A restricted, a secret and an internal row of every table of Prokopim's, on ground that everybody shares."""
    author = Account.objects.create(email="penulis.asli@tirtakencana.example", name="Penulis Asli")
    Membership.objects.create(account=author, unit=house.prokopim, role=Role.ARCHIVIST)
    made = {
        level: Planting(house.prokopim, level, marker, author, now, ground(house, author, level, now)).sow()
        for level, marker in (("restricted", R), ("secret", S), ("internal", I))
    }
    return SimpleNamespace(**made, shared=made["secret"].shared, author=author)


def everything(response) -> str:
    """What somebody can read in an answer: text, headers, the cells of a spreadsheet."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"\n".join(book.read(name) for name in book.namelist())
    return (body.decode("utf-8", "replace") + repr(sorted(response.headers.items()))).lower()


def measures() -> list[str]:
    """The keys of the report's rows."""
    from kentongan.desks.evaluation.office import BY_KEY

    return list(BY_KEY)


def arguments(name: str, taken: tuple, planted, planting) -> list[dict]:
    """The arguments under which an address is asked for one planting's rows."""
    if not taken:
        return [{}]
    if name in NAMES:
        label, more = NAMES[name]
        return [{"pk": planting.rows[label].pk, **more}]
    filled = []
    for one in SHARED[name]:
        keys = measures() if one.get("key") else [None]
        for key in keys:
            said = {k: planted.shared[v].pk if v in planted.shared else v for k, v in one.items()}
            filled.append(said | ({"key": key} if key else {}))
    return filled


def places(planted, plantings) -> list[Asked]:
    """Every address once for each planting that it names a row of."""
    return [
        (name, reverse(name, kwargs=said), planting)
        for name, taken, _callback in ADDRESSES
        for place, planting in enumerate(plantings)
        if not place or name in NAMES
        for said in arguments(name, taken, planted, planting)
    ]


def forged(fields: dict, planting: Planting) -> dict:
    """A filled form and, beside it, whatever else an address may take a row's number from."""
    rows = {label.split(".")[1]: row.pk for label, row in planting.rows.items()}
    return {
        **rows,
        **fields,
        "base": 1,
        "key": "palsu",
        "approval_hash": planting.rows["newsroom.version"].approval_hash,
    }


def owned_by(unit: Unit) -> dict[str, int]:
    """How many rows a unit has in every owned table."""
    return {m._meta.label_lower: m.objects.filter(unit=unit).count() for m in owned_models() if issubclass(m, OwnedRow)}


def walk(client, planted, plantings, forbidden, *, gone: tuple, faults: list, who: str, unit: Unit, known: dict):
    """Ask every address, once for each planting that it names a row of, and send it the form in `known`, or that of
    its class."""
    for name, taken, callback in ADDRESSES:
        for place, planting in enumerate(plantings):
            if place and name not in NAMES:
                continue
            for said in arguments(name, taken, planted, planting):
                url = reverse(name, kwargs=said)
                tries = [("GET", url, None)]
                if not taken or name not in NAMES:
                    tries += [("GET", f"{url}?export={kind}", None) for kind in ("csv", "xlsx")]
                    tries += [("GET", f"{url}?q={planting.marker[:6]}&search={planting.marker[:6]}", None)]
                fields = known.get(url) or of_class(callback, planting, unit)
                tries.append(("POST", url, forged(fields, planting)))
                for method, address, data in tries:
                    try:
                        response = client.get(address) if method == "GET" else client.post(address, data)
                        text = everything(response)
                    except Exception as error:  # noqa: BLE001 each is a fault of the walk's, named with its address
                        faults.append(f"{who} {method} {address}: {type(error).__name__}: {error}")
                        continue
                    asked = re.sub(r"[?].*", "", address)
                    if address != asked:
                        text = text.replace(f"={planting.marker[:6]}", "")
                    faults += [f"{who} {method} {address} [{name}] reads {m}" for m in forbidden if m in text]
                    if name in NAMES and planting.level in gone and response.status_code != 404:
                        faults.append(
                            f"{who} {method} {address} [{name}] {planting.level}: {response.status_code}, not 404"
                        )
                    if response.status_code >= 500 and name != "health":
                        faults.append(f"{who} {method} {address} [{name}]: {response.status_code}")


def test_each_address_with_an_argument_is_in_the_table():
    unknown = sorted(name for name, taken, _ in ADDRESSES if taken and name not in NAMES and name not in SHARED)
    assert unknown == [], f"say in NAMES or SHARED of {__name__} which row these addresses name: {', '.join(unknown)}"
    stale = sorted((set(NAMES) | set(SHARED)) - {name for name, _, _ in ADDRESSES})
    assert stale == [], f"these addresses are gone; take them out of {__name__}: {', '.join(stale)}"


def test_the_planting_is_complete(planted):
    assert set(planted.secret.rows) == {m._meta.label_lower for m in owned_models()}
    assert {"newsroom.version", "facts.fact", "agenda.activity", "monitoring.clip"} <= set(planted.secret.rows)


def test_the_walk_would_see_a_leak(client, house, planted):
    client.force_login(house.account("writer"))  # of the unit itself: the restricted rows are his
    fact = planted.restricted.rows["facts.fact"]
    assert R in everything(client.get(reverse("facts:fact", args=[fact.pk])))
    assert R in everything(client.get(reverse("facts:facts")))


def test_forged_posts_are_stopped_by_nothing_but_who_may(house, planted):
    """How good the walk's forgeries are: an insider's own, with the same contents, are valid."""
    plantings = [planted.restricted, planted.secret, planted.internal]
    asked = places(planted, plantings)
    known = built(asked, plantings, house.prokopim)
    posts = {url: forged(known[url], planting) for _name, url, planting in asked if url in known}
    found = passed(asked, posts, plantings, house.prokopim)
    names = {url: name for name, url, _planting in asked}
    print(f"{sum(found.values())} of {len(found)} forged posts pass validation")
    assert {names[url] for url, valid in found.items() if not valid} == NOTHING_TO_CHOOSE
    assert sum(found.values()) > 100


def elsewhere(client, house, planted, who: str) -> tuple[list[str], dict]:
    """What the logged-in account of another unit read, changed and added that wasn't his."""
    plantings = [planted.restricted, planted.secret, planted.internal]
    before, owned = held(plantings), owned_by(house.prokopim)
    faults: list[str] = []
    known = built(places(planted, plantings), plantings, house.prokopim)
    walk(
        client, planted, plantings, (R, S),
        gone=("restricted", "secret"), faults=faults, who=who, unit=house.prokopim, known=known,
    )  # fmt: skip
    after = held(plantings)
    faults += [
        f"{who} changed {label}: {sorted(set(before[label]) ^ set(after[label]))[:2]}"
        for label in before
        if before[label] != after[label]
    ]
    return faults, {label: n for label, n in owned_by(house.prokopim).items() if n != owned[label]}


def test_who_holds_every_role_of_another_unit_reads_and_changes_nothing(client, house, planted):
    account = house.account("writer", "KOMINFO")
    for role in Role.values:
        Membership.objects.get_or_create(account=account, unit=house.kominfo, role=role)
    client.force_login(account)
    assert elsewhere(client, house, planted, "every role") == ([], {})


@pytest.mark.slow
@pytest.mark.parametrize("role", Role.values)
def test_each_role_of_another_unit_reads_and_changes_nothing(role, client, house, planted):
    client.force_login(house.account(role, "KOMINFO"))
    assert elsewhere(client, house, planted, role) == ([], {})


def test_a_secret_row_is_read_by_nobody_who_isnt_named_for_it(client, house, planted):
    everybody = house.account("writer")
    for role in Role.values:
        Membership.objects.get_or_create(account=everybody, unit=house.prokopim, role=role)
    client.force_login(everybody)
    # A letter's level is its unit's: the ledger of the unit's own mail isn't part of this question.
    planted.secret.rows["mailroom.message"].__class__.objects.filter(
        pk=planted.secret.rows["mailroom.message"].pk
    ).update(unit=house.kominfo)
    before = held([planted.secret])
    faults: list[str] = []
    known = built(places(planted, [planted.secret]), [planted.secret], house.prokopim)
    walk(
        client, planted, [planted.secret], (S,),
        gone=("secret",), faults=faults, who="all roles", unit=house.prokopim, known=known,
    )  # fmt: skip
    assert faults == []
    after = held([planted.secret])
    assert {k: set(v) - set(after[k]) for k, v in before.items() if v != after[k]} == {}


def test_nobody_in_particular_is_shown_the_door(client, planted, house):
    plantings = [planted.restricted, planted.secret, planted.internal]
    before = held(plantings)
    faults: list[str] = []
    walk(client, planted, plantings, (R, S, I), gone=(), faults=faults, who="anonymous", unit=house.prokopim, known={})
    for name, taken, _ in ADDRESSES:
        for said in arguments(name, taken, planted, planted.secret):
            url = reverse(name, kwargs=said)
            if url.startswith("/kantor/"):
                response = client.get(url)
                if response.status_code != 302 or not response["Location"].startswith("/masuk/login/"):
                    faults.append(f"{url}: {response.status_code}")
    assert faults == []
    assert held(plantings) == before


def test_a_calendar_by_its_secret_address_holds_what_its_holder_sees(client, house, planted):
    account = house.account("protocol", "KOMINFO")
    Account.objects.filter(pk=account.pk).update(calendar_token="t" * 43)
    text = everything(client.get(reverse("calendar", args=["t" * 43])))
    assert (R in text, S in text) == (False, False)


def test_a_walk_leaves_its_looks_and_no_event(client, house, planted):
    """Refused tries aren't events: nothing happened. (That the walk itself changes nothing is asserted by row.)"""
    count = Entry.objects.count()
    client.force_login(house.account("writer", "KOMINFO"))
    client.post(reverse("newsroom:drop", args=[planted.secret.rows["newsroom.manuscript"].pk]))
    assert (Entry.objects.count(), AccessLog.objects.filter(kind="newsroom.manuscript").count()) == (count, 0)
