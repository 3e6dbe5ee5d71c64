"""Who did it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person with an account, somebody of the public, or a named machine of ours.

    `caused_by` is the id of the diary entry that set the actor off. A machine never counts as an eye: it can't
    approve, and it can't be the second person of anything.
    """

    kind: str
    account_id: int | None = None
    desk: str = ""
    caused_by: int | None = None

    @classmethod
    def person(cls, account_id: int, *, caused_by: int | None = None) -> Actor:
        """Someone who is logged in."""
        return cls("person", account_id=account_id, caused_by=caused_by)

    @classmethod
    def public(cls) -> Actor:
        """A citizen, a journalist, an approver who came by a link."""
        return cls("public")

    @classmethod
    def machine(cls, desk: str, *, caused_by: int | None = None) -> Actor:
        """Our own process, named by the desk it works for."""
        return cls("machine", desk=desk, caused_by=caused_by)

    def as_person(self) -> int:
        """The account's id, for what only a human being may do.

        Raises:
            TypeError: a machine or the public tries it; that is a fault of ours, never of a user.
        """
        if self.account_id is None:
            raise TypeError(f"only a person may do this, and {self.kind} {self.desk} tried")
        return self.account_id

    @property
    def is_person(self) -> bool:
        """Whether a human being with an account stands behind it."""
        return self.kind == "person"
