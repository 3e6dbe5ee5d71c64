"""Accounts and units on the screen; the language of one's own office."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kentongan.ground.ui.office import Column, DetailScreen, Empty, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.units import actions, forms
from kentongan.ground.units.choices import Role
from kentongan.ground.units.models import Account, Institution, Unit
from kentongan.ground.units.policies import needs_role
from kentongan.ground.units.queries import first_password_stands


class Door(DefaultAccountAdapter):
    """The sign-in pages' adapter: nobody lets himself in."""

    def is_open_for_signup(self, request):
        """Never: whoever had an account would read every internal row, and be a second pair of eyes for somebody."""
        return False

    def set_password(self, user, password):
        """The verb's to do, so that the diary knows from when on nobody else knows it."""
        himself = self.request.user.is_authenticated
        actions.choose_password(
            account=user,
            password=password,
            way="changed" if himself else "reset",
            by=self.request.actor,
            now=self.request.now,
        )


@require_POST
def language(request: HttpRequest) -> HttpResponseRedirect:
    """Speak the other language from now on; back to the page where one was."""
    if not isinstance(request.user, Account):
        return HttpResponseRedirect("/masuk/login/")
    actions.choose_language(
        account=request.user, language=request.POST.get("language", ""), by=request.actor, now=request.now
    )
    onward = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(onward if safe else reverse("office:today"))


class ForAdministrators:
    """Only administrators open accounts and units."""

    def may(self):
        """None, or who can."""
        return needs_role(self.request, Role.ADMINISTRATOR)


def roles_in_words(account: Account) -> str:
    """`Writer · Prokopim, Approver · Kominfo`."""
    return ", ".join(f"{m.get_role_display()} · {m.unit.short}" for m in account.memberships.all())


class Accounts(ForAdministrators, ListScreen):
    """Everybody who logs in."""

    title = gettext_lazy("Accounts")
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Name"), sort="name"),
        Column("email", gettext_lazy("E-mail"), sort="email"),
        Column("position", gettext_lazy("Position")),
        Column("roles", gettext_lazy("Roles"), roles_in_words),
        Column("active", gettext_lazy("Active"), lambda account: _("yes") if account.is_active else _("no")),
    )

    def rows(self):
        """With their roles, in two queries."""
        return Account.objects.prefetch_related("memberships__unit")

    def row_url(self, row):
        """The account."""
        return reverse("units:account", args=[row.pk])

    def tools(self):
        """The first action."""
        return (Tool(_("Units"), reverse("units:units")), Tool(_("Open an account"), reverse("units:open"), main=True))

    def empty(self):
        """Never seen: whoever looks has an account."""
        return Empty(_("There is no account."))


class OpenAccount(ForAdministrators, FormScreen):
    """A new account with its first role."""

    title = gettext_lazy("Open an account")
    form_class = forms.AccountForm
    draft = False

    def crumbs(self):
        """Back to the accounts."""
        return [(_("Accounts"), reverse("units:accounts")), (self.heading(), "")]

    def write(self, form):
        """Two verbs in one transaction: an account without a role sees nothing to do."""
        return actions.open_account_with_role(by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """To the account."""
        return reverse("units:account", args=[result.pk])

    def message(self, result):
        """Past tense."""
        return _("The account was opened; tell its holder the first password, to be changed at once.")


class ShowAccount(ForAdministrators, DetailScreen):
    """One account and its roles."""

    template = "units/account.html"
    thing_name = "shown"

    def rows(self):
        """Every account."""
        return Account.objects.prefetch_related("memberships__unit")

    def crumbs(self):
        """Back to the accounts."""
        return [(_("Accounts"), reverse("units:accounts")), (self.thing.name, "")]

    def tools(self):
        """Give a role, close or open again."""
        pk = self.thing.pk
        turn = _("Close the account") if self.thing.is_active else _("Open it again")
        return (
            Tool(turn, reverse("units:turn", args=[pk])),
            Tool(_("Give a role"), reverse("units:role", args=[pk]), main=True),
        )

    def facts(self):
        """As an administrator asks."""
        shown = self.thing
        return [
            (_("E-mail"), shown.email),
            (_("Position"), shown.position or "–"),
            (_("Active"), _("yes") if shown.is_active else _("no")),
            (_("Last login"), shown.last_login or "–"),
            (_("Password"), _("the first one still stands") if first_password_stands(shown) else _("his own")),
        ]


class GiveRole(ForAdministrators, FormScreen):
    """One more role in one unit."""

    title = gettext_lazy("Give a role")
    form_class = forms.RoleForm

    def rows(self):
        """Every account."""
        return Account.objects.all()

    def crumbs(self):
        """Back to the account."""
        return [(self.thing.name, reverse("units:account", args=[self.thing.pk])), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.give_role(account=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Back to the account."""
        return reverse("units:account", args=[self.thing.pk])


class TurnAccount(ForAdministrators, FormScreen):
    """Close an account, or open it again; what it did stays."""

    title = gettext_lazy("Close or open the account")
    form_class = forms.NothingForm
    submit = gettext_lazy("Yes")
    stop = True

    def rows(self):
        """Every account."""
        return Account.objects.all()

    def crumbs(self):
        """Back to the account."""
        return [(self.thing.name, reverse("units:account", args=[self.thing.pk])), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.turn_account(account=self.thing, active=not self.thing.is_active, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the account."""
        return reverse("units:account", args=[self.thing.pk])


class Units(ForAdministrators, ListScreen):
    """The offices of the institution."""

    title = gettext_lazy("Units")
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Name"), sort="name"),
        Column("code", gettext_lazy("Code"), sort="code"),
        Column("email", gettext_lazy("E-mail")),
        Column("phone", gettext_lazy("Telephone")),
    )

    def rows(self):
        """All of them."""
        return Unit.objects.all()

    def row_url(self, row):
        """Its form."""
        return reverse("units:unit", args=[row.pk])

    def tools(self):
        """The institution's own words, a new unit."""
        return (
            Tool(_("Institution"), reverse("units:institution")),
            Tool(_("Found a unit"), reverse("units:found"), main=True),
        )

    def empty(self):
        """What belongs here."""
        return Empty(
            _("There is no unit."),
            _("A unit owns releases, numbers and press lists."),
            _("Found a unit"),
            reverse("units:found"),
        )


class FoundUnit(ForAdministrators, FormScreen):
    """A new office, with its letterhead and number pattern."""

    title = gettext_lazy("Found a unit")
    form_class = forms.UnitForm

    def crumbs(self):
        """Back to the units."""
        return [(_("Units"), reverse("units:units")), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.shape_unit(unit=None, said=form.cleaned_data, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the units."""
        return reverse("units:units")


class ChangeUnit(FoundUnit):
    """Letterhead, address, pattern of a unit that stands."""

    title = gettext_lazy("Change the unit")

    def rows(self):
        """All of them."""
        return Unit.objects.all()

    def initial(self):
        """As it stands."""
        return forms.unit_as_typed(self.thing)

    def write(self, form):
        """One verb."""
        return actions.shape_unit(unit=self.thing, said=form.cleaned_data, by=self.actor, now=self.now)


class ChangeInstitution(ForAdministrators, FormScreen):
    """What every page says of the house."""

    title = gettext_lazy("Institution")
    form_class = forms.InstitutionForm

    def crumbs(self):
        """Back to the units."""
        return [(_("Units"), reverse("units:units")), (self.heading(), "")]

    def initial(self):
        """As it stands."""
        return forms.institution_as_typed(Institution.objects.get())

    def write(self, form):
        """One verb."""
        return actions.shape_institution(said=form.cleaned_data, by=self.actor, now=self.now)

    def done(self, result):
        """Back to the units."""
        return reverse("units:units")
