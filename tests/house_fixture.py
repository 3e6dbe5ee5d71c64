"""A small fictional house for tests: two units, every role in each, one outsider."""

from dataclasses import dataclass, field

from kentongan.ground.record.rules import Actor
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Institution, Membership, Unit

PASSWORD = "kentongan-uji-2026"


@dataclass
class House:
    """`house.prokopim`, `house.kominfo` (units), `house.account("writer")`, `house.actor("writer")`."""

    institution: Institution
    prokopim: Unit
    kominfo: Unit
    accounts: dict[tuple[str, str], Account] = field(default_factory=dict)

    def account(self, role: str, unit: str = "PROKOPIM") -> Account:
        """The account with a role in a unit."""
        return self.accounts[(unit, role)]

    def actor(self, role: str, unit: str = "PROKOPIM") -> Actor:
        """The same as an actor."""
        return Actor.person(self.account(role, unit).pk)


def build() -> House:
    """Write the rows; passwords are unusable (log in with `client.force_login`) because hashing is slow on purpose."""
    institution = Institution.objects.create(
        name="Pemerintah Kabupaten Tirta Kencana",
        short="Kabupaten Tirta Kencana",
        site_title="Ruang Warta",
        place="KENCANA",
        domain="tirtakencana.example",
        secure=True,
    )
    units = {
        code: Unit.objects.create(name=name, short=short, code=code, email=f"{code.lower()}@tirtakencana.example")
        for code, short, name in (
            ("PROKOPIM", "Prokopim", "Bagian Protokol dan Komunikasi Pimpinan"),
            ("KOMINFO", "Kominfo", "Dinas Komunikasi dan Informatika"),
        )
    }
    house = House(institution, units["PROKOPIM"], units["KOMINFO"])
    for code, unit in units.items():
        for role in Role.values:
            account = Account(email=f"{role}.{code.lower()}@tirtakencana.example", name=f"{role.title()} {unit.short}")
            account.set_unusable_password()
            account.save()
            Membership.objects.create(account=account, unit=unit, role=role)
            house.accounts[(code, role)] = account
    return house
