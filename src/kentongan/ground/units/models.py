"""The institution as data, its units, accounts and memberships, named readers, number series."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kentongan.ground.record.rules import Reader
from kentongan.ground.units.choices import Level, Role, Zone

LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]


class Institution(models.Model):
    """Whose communication this is; one row, written by `init`."""

    name = models.CharField(_("name"), max_length=160)
    short = models.CharField(_("short name"), max_length=60)
    site_title = models.CharField(_("title of the public site"), max_length=80)
    motto = models.CharField(max_length=160, blank=True)
    place = models.CharField(_("dateline"), max_length=60, help_text=_("The town that begins every release."))
    zone = models.CharField(_("time zone"), max_length=40, default=Zone.WIB)
    domain = models.CharField(_("domain"), max_length=120, default="localhost:8000")
    secure = models.BooleanField(_("reached by HTTPS"), default=False)
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    privacy_contact = models.EmailField(blank=True)
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(only=True), name="units_institution_one_row")]

    def __str__(self) -> str:
        return self.name

    @property
    def base_url(self) -> str:
        """`https://domain`, without a slash at the end."""
        return f"{'https' if self.secure else 'http'}://{self.domain}"


class Unit(models.Model):
    """One office of the institution; owns rows, numbers, paths, letterhead, press lists."""

    name = models.CharField(_("name"), max_length=160)
    short = models.CharField(_("short name"), max_length=40)
    code = models.CharField(
        _("code in register numbers"), max_length=20, unique=True, validators=[RegexValidator(r"^[A-Z0-9.-]+$")]
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    letterhead = models.TextField(_("letterhead"), blank=True, help_text=_("One line each, the first the largest."))
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("office hours"), max_length=80, blank=True)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.short


class Accounts(BaseUserManager["Account"]):
    """Accounts are found by e-mail."""

    use_in_migrations = False

    def create_user(self, email: str, name: str, password: str | None = None, **more) -> Account:
        """A new account; without a password it can only log in after a reset."""
        account = self.model(email=self.normalize_email(email).lower(), name=name, **more)
        account.set_password(password)
        account.save()
        return account

    def create_superuser(self, email: str, name: str, password: str | None = None, **more) -> Account:
        """Django's own command asks for it; four eyes hold for superusers too."""
        return self.create_user(email, name, password, is_superuser=True, **more)


class Account(AbstractBaseUser, PermissionsMixin):
    """Who logs in. A person with titles and posts stands in the directory and may point here."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    position = models.CharField(_("position"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=5, default="id", choices=LANGUAGES)
    is_active = models.BooleanField(_("active"), default=True)
    calendar_token = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = Accounts()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff(self) -> bool:
        """Django's admin isn't installed; nobody is its staff."""
        return False

    def get_short_name(self) -> str:
        """The first name, for a greeting."""
        return self.name.split()[0] if self.name else self.email


class Membership(models.Model):
    """An account's role in a unit, `[from, until)`."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    from_on = models.DateField(_("from"), null=True, blank=True)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "unit", "role"], name="units_membership_once")]

    def __str__(self) -> str:
        return f"{self.account} · {self.get_role_display()} · {self.unit}"


class Named(models.Model):
    """An account that is named for one row of any desk: sees it though it is restricted or secret."""

    kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    account = models.ForeignKey(Account, models.CASCADE, related_name="named_for")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing_id", "account"], name="units_named_once")]


class OwnedRows(models.QuerySet):
    """Rows with a unit and a level; every question to them begins with `visible_to`."""

    def visible_to(self, reader: Reader) -> OwnedRows:
        """The rows that `reader` may see: level × unit, as `record.rules.may_see` says it for one row."""
        if reader.is_public:
            return self.none()
        named = [id_ for kind, id_ in reader.named if kind == self.model._meta.label_lower]
        return self.filter(
            Q(level__in=[Level.PUBLIC, Level.INTERNAL])
            | Q(level=Level.RESTRICTED, unit_id__in=reader.unit_ids)
            | Q(pk__in=named)
        )


class OwnedRow(models.Model):
    """What every owned row has: a unit and a level."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.INTERNAL)

    objects = OwnedRows.as_manager()

    class Meta:
        abstract = True


class NumberSeries(models.Model):
    """The last number given, per unit, kind and year; taken under the row's lock and never given twice."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="series")
    kind = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "year"], name="units_series_once")]


class NumberPattern(models.Model):
    """How a unit writes its register numbers of one kind: `{class}/{number}/{unit}/{year}`."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="patterns")
    kind = models.CharField(_("kind"), max_length=30)
    pattern = models.CharField(_("pattern"), max_length=80, default="{class}/{number}/{unit}/{year}")
    classification = models.CharField(_("classification code"), max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "kind"], name="units_pattern_once")]
