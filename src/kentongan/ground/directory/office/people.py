"""Persons and posts."""

from __future__ import annotations

import django_filters
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kentongan.ground.directory import actions, forms, policies, queries
from kentongan.ground.directory.models import Agency, Person, Post, Tenure
from kentongan.ground.directory.office.screens import ALL, ByName, InDirectory, Kept, day
from kentongan.ground.directory.rules import find_post
from kentongan.ground.ui.office import Column, DetailScreen, FormScreen, ListScreen
from kentongan.ground.ui.office.screen import Tool


class PersonFilter(ByName):
    """Persons by name, and whether they hold a post today."""

    holds = django_filters.ChoiceFilter(
        empty_label=ALL,
        label=gettext_lazy("Holds"),
        method="holding",
        choices=[("yes", gettext_lazy("a post")), ("no", gettext_lazy("no post"))],
    )

    def holding(self, rows, name, value):
        """By today's tenures."""
        today = Tenure.objects.filter(queries.on(timezone.localdate(self.request.now))).values("person")
        return rows.filter(pk__in=today) if value == "yes" else rows.exclude(pk__in=today)

    class Meta:
        model = Person
        fields = ()


class Persons(InDirectory, ListScreen):
    """Everybody with titles as they must be written."""

    title = gettext_lazy("Persons")
    new, new_label, imported = "person-new", gettext_lazy("New person"), "persons"
    filterset_class = PersonFilter
    default_sort = "name"
    columns = (
        Column("name", gettext_lazy("Name as it is written"), lambda person: person.full_name, sort="name"),
        Column("posts", gettext_lazy("Holds"), lambda person: ", ".join(t.title for t in person.held)),
        Column("second", gettext_lazy("Second mention"), lambda person: person.second_mention),
    )

    def rows(self):
        """With what they hold today."""
        return queries.persons(day=timezone.localdate(self.now))

    def row_url(self, row):
        """The person."""
        return reverse("directory:person", args=[row.pk])


class ShowPerson(DetailScreen):
    """One person and every post he has held."""

    template = "directory/person.html"
    thing_name = "person"
    slot_name = "directory.person"

    def rows(self):
        """Every person."""
        return Person.objects.select_related("account")

    def crumbs(self):
        """Back to the list."""
        return [(_("Persons"), reverse("directory:persons")), (self.thing.full_name, "")]

    def tools(self):
        """Change; his own PIN."""
        tools = []
        himself = self.thing.account_id == self.account.pk
        if himself or policies.may_keep(self.request) is None:
            tools.append(Tool(_("Copy of the data"), reverse("directory:person-data", args=[self.thing.pk])))
        if himself:
            tools.append(Tool(_("Choose my PIN"), reverse("directory:pin", args=[self.thing.pk])))
        if policies.may_keep(self.request) is None:
            tools.append(
                Tool(pgettext("verb", "Change"), reverse("directory:person-change", args=[self.thing.pk]), main=True)
            )
        return tools

    def facts(self):
        """As a writer asks; how he is reached is for those who keep it, and for himself."""
        person = self.thing
        shown = [(_("First mention"), person.full_name), (_("Second mention"), person.second_mention)]
        if person.account_id == self.account.pk or policies.may_keep(self.request) is None:
            self.request.looks.append(("directory.person", person.pk, "office"))
            shown += [
                (_("Registered e-mail"), person.email or "–"),
                (_("Registered telephone"), person.phone or "–"),
                (_("Account"), person.account or "–"),
                (_("PIN"), _("chosen") if person.pin else _("not chosen yet")),
            ]
        return shown

    def state(self):
        """Only what isn't usual."""
        return "" if self.thing.active else _("no more")

    def context(self):
        """His posts, newest first."""
        return {"tenures": self.thing.tenures.select_related("post")}


class ShapePerson(Kept, FormScreen):
    """A new person, or another way to write one."""

    new_title, list_title, list_name = gettext_lazy("New person"), gettext_lazy("Persons"), "persons"
    form_class = forms.PersonForm

    def rows(self):
        """Every person."""
        return Person.objects.all()

    def form_kwargs(self):
        """A copy to validate against; the row itself is written by the verb."""
        registers = policies.may_register(self.request) is None
        copy = {"instance": Person.objects.get(pk=self.thing.pk)} if "pk" in self.kwargs else {}
        return {"registers": registers, **copy}

    def write(self, form):
        """One verb."""
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_person(person=thing, said=form.cleaned_data, by=self.actor, now=self.now)

    def done(self, result):
        """To the person."""
        return reverse("directory:person", args=[result.pk])

    def message(self, result):
        """Past tense."""
        return _("%(who)s was kept.") % {"who": result.full_name}


class ChoosePin(FormScreen):
    """The PIN with which one approves by a link."""

    title = gettext_lazy("Choose my PIN")
    form_class = forms.PinForm
    draft = False

    def rows(self):
        """Only oneself: another's PIN isn't there."""
        return Person.objects.filter(account=self.account)

    def crumbs(self):
        """Back to oneself."""
        return [(self.thing.full_name, reverse("directory:person", args=[self.thing.pk])), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.choose_pin(person=self.thing, pin=form.cleaned_data["pin"], by=self.actor, now=self.now)

    def done(self, result):
        """Back to oneself."""
        return reverse("directory:person", args=[result.pk])

    def message(self, result):
        """Past tense."""
        return _("Your PIN was kept; nobody can read it, you neither.")


def holders(post: Post) -> str:
    """`Bagas Pranoto`, `Plt. (pelaksana tugas): Bagas Pranoto`, or vacant."""
    named = [
        tenure.person.full_name
        if tenure.acting == "definitive"
        else f"{tenure.get_acting_display()}: {tenure.person.full_name}"
        for tenure in post.held  # type: ignore[attr-defined]
    ]
    return ", ".join(named) or _("vacant")


class PostFilter(ByName):
    """Posts by title, agency, and who holds them today."""

    agency = django_filters.ModelChoiceFilter(
        empty_label=ALL, label=gettext_lazy("Agency"), queryset=Agency.objects.all()
    )
    held = django_filters.ChoiceFilter(
        empty_label=ALL,
        label=gettext_lazy("Holder"),
        method="holding",
        choices=[
            ("definitive", gettext_lazy("definitive")),
            ("acting", gettext_lazy("acting")),
            ("none", gettext_lazy("vacant")),
        ],
    )

    class Meta:
        model = Post
        fields = ()

    def words(self, rows, name, value):
        """In the title, long or short."""
        return rows.filter(Q(title__icontains=value) | Q(short__icontains=value))

    def holding(self, rows, name, value):
        """By today's tenures; who is only represented is held definitively."""
        today = Tenure.objects.filter(queries.on(timezone.localdate(self.request.now)))
        definitive = today.filter(acting="definitive").values("post")
        if value == "definitive":
            return rows.filter(pk__in=definitive)
        held = today.values("post")
        return rows.filter(pk__in=held).exclude(pk__in=definitive) if value == "acting" else rows.exclude(pk__in=held)


class Posts(InDirectory, ListScreen):
    """Posts and who holds them today."""

    title = gettext_lazy("Posts")
    new, new_label = "post-new", gettext_lazy("New post")
    filterset_class = PostFilter
    default_sort = "order"
    columns = (
        Column("title", gettext_lazy("Post"), sort="title"),
        Column("holder", gettext_lazy("Holder"), holders),
        Column("agency", gettext_lazy("Agency"), "agency.short"),
        Column("leader", gettext_lazy("Agenda kept"), lambda post: _("yes") if post.is_leader else ""),
        Column("order", gettext_lazy("Order"), sort="order", number=True),
    )

    def rows(self):
        """With holders."""
        return queries.posts(day=timezone.localdate(self.now))

    def row_url(self, row):
        """The post."""
        return reverse("directory:post", args=[row.pk])


class ShowPost(DetailScreen):
    """One post and everybody who has held it."""

    template = "directory/post.html"
    slot_name = "directory.post"

    def rows(self):
        """Every post."""
        return Post.objects.select_related("agency")

    def crumbs(self):
        """Back to the list."""
        return [(_("Posts"), reverse("directory:posts")), (self.thing.title, "")]

    def tools(self):
        """Hand it over."""
        if policies.may_keep(self.request):
            return ()
        pk = self.thing.pk
        return (
            Tool(pgettext("verb", "Change"), reverse("directory:post-change", args=[pk])),
            Tool(_("Hand it over"), reverse("directory:handover", args=[pk]), main=True),
        )

    def facts(self):
        """As protocol asks."""
        post = self.thing
        return [
            (_("Agency"), post.agency or "–"),
            (_("Rank in protocol"), rank.title if (rank := find_post(post.precedence)) else post.precedence or "–"),
            (_("Agenda kept"), _("yes") if post.is_leader else _("no")),
        ]

    def context(self):
        """Holders, newest first."""
        return {
            "tenures": self.thing.tenures.select_related("person"),
            "keeps": policies.may_keep(self.request) is None,
        }


class ShapePost(Kept, FormScreen):
    """A new post, or another title of one."""

    new_title, list_title, list_name = gettext_lazy("New post"), gettext_lazy("Posts"), "posts"
    form_class = forms.PostForm

    def rows(self):
        """Every post."""
        return Post.objects.all()

    def form_kwargs(self):
        """As `ShapePerson`."""
        return {"instance": Post.objects.get(pk=self.thing.pk)} if "pk" in self.kwargs else {}

    def write(self, form):
        """One verb."""
        thing = self.thing if "pk" in self.kwargs else None
        return actions.shape_post(post=thing, said=form.cleaned_data, by=self.actor, now=self.now)

    def done(self, result):
        """To the post."""
        return reverse("directory:post", args=[result.pk])

    def message(self, result):
        """Past tense."""
        return _("%(title)s was kept.") % {"title": result.title}


class HandOver(Kept, FormScreen):
    """Somebody holds the post from a day on."""

    title = gettext_lazy("Hand over the post")
    form_class = forms.HandoverForm
    submit = gettext_lazy("Hand it over")

    def rows(self):
        """Every post."""
        return Post.objects.all()

    def crumbs(self):
        """Back to the post."""
        return [(self.thing.title, reverse("directory:post", args=[self.thing.pk])), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.hand_over(post=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def message(self, result):
        """Past tense, with what releases say from that day on."""
        return _("%(tenure)s, from %(day)s.") % {"tenure": result, "day": day(result.from_on)}

    def done(self, result):
        """Back to the post."""
        return reverse("directory:post", args=[self.thing.pk])


class EndTenure(Kept, FormScreen):
    """He holds it no longer."""

    title = gettext_lazy("End the tenure")
    form_class = forms.EndForm
    submit = gettext_lazy("End it")
    stop = True

    def rows(self):
        """Tenures that still run."""
        return Tenure.objects.filter(until_on__isnull=True).select_related("post", "person")

    def crumbs(self):
        """Back to the post."""
        post = self.thing.post
        return [(post.title, reverse("directory:post", args=[post.pk])), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.end_tenure(tenure=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Back to the post."""
        return reverse("directory:post", args=[self.thing.post_id])
