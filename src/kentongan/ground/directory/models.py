"""Who is who: agencies and what they handle, persons and posts, outlets and journalists."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kentongan.ground.directory.choices import ActingAs, OutletKind
from kentongan.ground.units.models import Account, OwnedRow, Unit


class Agency(models.Model):
    """A public body and its tasks and functions; a unit of ours may be one."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    short = models.CharField(_("short name"), max_length=60)
    slug = models.SlugField(max_length=60, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    unit = models.OneToOneField(Unit, models.SET_NULL, null=True, blank=True, related_name="agency")
    tasks = models.TextField(_("tasks"), blank=True, help_text=_("What the law gives it to do, one paragraph."))
    functions = models.TextField(_("functions"), blank=True, help_text=_("One per line."))
    legal_basis = models.CharField(_("legal basis"), max_length=200, blank=True)
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    hours = models.CharField(_("service hours"), max_length=120, blank=True)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("agency")

    def __str__(self) -> str:
        return self.name


class Matter(models.Model):
    """*Siapa mengurus apa*: a matter in the citizen's own words and the agency that handles it."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="matters")
    words = models.CharField(
        _("matter"), max_length=160, help_text=_("As a citizen says it: jalan rusak, akta hilang.")
    )
    how = models.TextField(_("what to bring or do"), blank=True)

    class Meta:
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words


class Person(models.Model):
    """A human being, with the titles as they must be written."""

    name = models.CharField(_("name without titles"), max_length=120)
    front = models.CharField(_("titles in front"), max_length=60, blank=True, help_text="Dr. Ir. H.")
    behind = models.CharField(_("degrees behind"), max_length=80, blank=True, help_text="S.Sos., M.Si.")
    short = models.CharField(
        _("second mention"), max_length=60, blank=True, help_text=_("The name alone, in a second mention.")
    )
    slug = models.SlugField(max_length=80, unique=True)
    account = models.OneToOneField(Account, models.SET_NULL, null=True, blank=True, related_name="person")
    email = models.EmailField(_("registered e-mail"), blank=True)
    phone = models.CharField(_("registered telephone"), max_length=40, blank=True)
    pin = models.CharField(max_length=160, blank=True, editable=False)
    biography = models.TextField(_("public biography"), blank=True)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """`Dr. H. Wirya Adiguna, S.Sos., M.Si.`"""
        named = f"{self.front} {self.name}".strip()
        return f"{named}, {self.behind}" if self.behind else named

    @property
    def second_mention(self) -> str:
        """How the text calls the person after the first time."""
        return self.short or self.name.split()[0]


class FormerAddress(models.Model):
    """Where a person was reached before a change, for the one mail that tells him of it; then it is deleted.

    `entry` is the change's diary entry, which itself holds no address.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    email = models.EmailField()
    entry = models.BigIntegerField(unique=True)


class Post(models.Model):
    """An office that exists whoever holds it; `precedence` is the id of its row in the law of protocol."""

    title = models.CharField(_("title"), max_length=160)
    short = models.CharField(_("short title"), max_length=80, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="posts")
    precedence = models.CharField(_("rank in protocol"), max_length=60, blank=True)
    is_leader = models.BooleanField(_("is a leader whose agenda is kept"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    class Meta:
        ordering = ["order", "title"]
        verbose_name = _("post")

    def __str__(self) -> str:
        return self.title


class Tenure(models.Model):
    """Who held a post when, `[from, until)`, and as what."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures", verbose_name=_("person"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures", verbose_name=_("post"))
    acting = models.CharField(_("as"), max_length=12, choices=ActingAs.choices, default=ActingAs.DEFINITIVE)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    decree = models.CharField(_("decree"), max_length=120, blank=True)

    class Meta:
        ordering = ["-from_on"]
        verbose_name = _("tenure")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")), name="directory_tenure_forward"
            ),
            # A definitive holder is one at a time; an acting one may stand beside him for a handover day.
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(until_on__isnull=True, acting="definitive"),
                name="directory_post_one_holder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.full_name}, {self.title}"

    @property
    def title(self) -> str:
        """`Plt. Sekretaris Daerah`."""
        return held_as(self.acting, self.post.title)

    @property
    def short_title(self) -> str:
        """`Plt. Sekda`."""
        return held_as(self.acting, self.post.short or self.post.title)


def held_as(acting: str, title: str) -> str:
    """A post's title as its holder says it: `Plt. Sekretaris Daerah`; as it is for a definitive one."""
    return f"{ActingAs(acting).prefix} {title}".strip()


class Beat(models.Model):
    """What a journalist covers, and what a release is about: one list of topics for both."""

    name = models.CharField(_("topic"), max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic")

    def __str__(self) -> str:
        return self.name


class Outlet(models.Model):
    """A newspaper, station or site."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=OutletKind.choices, default=OutletKind.ONLINE)
    domain = models.CharField(_("domain"), max_length=120, blank=True, help_text="kencanapos.example")
    email = models.EmailField(_("editorial e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    region = models.CharField(_("region"), max_length=80, blank=True)
    verified_by_council = models.BooleanField(_("verified by the Press Council"), default=False)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("outlet")

    def __str__(self) -> str:
        return self.name


class Journalist(OwnedRow):
    """A journalist, with beats and the consent by which we write to him (UU 27/2022)."""

    name = models.CharField(_("name"), max_length=120)
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="journalists", verbose_name=_("outlet")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("WhatsApp number"), max_length=40, blank=True)
    beats = models.ManyToManyField(Beat, blank=True, related_name="journalists", verbose_name=_("beats"))
    consent_on = models.DateField(_("consented on"), null=True, blank=True)
    consent_how = models.CharField(_("how the consent was given"), max_length=160, blank=True)
    note = models.TextField(_("note"), blank=True)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("journalist")
        constraints = [
            models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="directory_journalist_email_once")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.outlet})" if self.outlet else self.name
