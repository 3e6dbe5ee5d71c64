"""Albums, photographs and papers on the screen; the only way to a private file."""

from __future__ import annotations

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.library import actions, forms, policies, queries, store, tasks
from kentongan.ground.library.models import Album, Document, Photograph
from kentongan.ground.library.rules import papers, pictures
from kentongan.ground.record.registry import OFFICE
from kentongan.ground.record.rules import Thing, may_leave
from kentongan.ground.ui.office import Column, DetailScreen, Empty, FormScreen, ListScreen, Screen
from kentongan.ground.ui.office.screen import Tool
from kentongan.ground.ui.rules.refusal import Refusal


class OwnUnits:
    """Units in which this person takes things in."""

    @property
    def units(self) -> list[int]:
        """Their ids, in order."""
        return sorted({unit for unit, role in self.roles if role in policies.KEEPERS})


class Albums(ListScreen):
    """Every album this person may see."""

    title = gettext_lazy("Photographs")
    model = Album
    default_sort = "-day"
    columns = (
        Column("title", gettext_lazy("Occasion"), sort="title"),
        Column("day", gettext_lazy("Day"), "taken_on", sort="taken_on"),
        Column("count", gettext_lazy("Photographs"), number=True, sort="count"),
        Column("unit", gettext_lazy("Unit"), "unit.short"),
        Column("level", gettext_lazy("Who may know"), lambda album: album.get_level_display()),
    )

    def rows(self):
        """With counts, in one query."""
        return queries.albums(reader=self.reader)

    def row_url(self, row):
        """The album."""
        return reverse("library:album", args=[row.pk])

    def tools(self):
        """The first action, and the papers."""
        return (
            Tool(_("Documents"), reverse("library:documents")),
            Tool(_("New album"), reverse("library:album-new"), main=True),
        )

    def empty(self):
        """What belongs here."""
        return Empty(
            _("There is no album yet."),
            _("Photographs belong to an occasion; an activity opens its album by itself."),
            _("New album"),
            reverse("library:album-new"),
        )


class NewAlbum(OwnUnits, FormScreen):
    """A place for the photographs of one occasion."""

    title = gettext_lazy("New album")
    form_class = forms.AlbumForm

    def may(self):
        """Whoever takes in."""
        return policies.may_take_in(self.request)

    def crumbs(self):
        """Back to the albums."""
        return [(_("Photographs"), reverse("library:albums")), (self.heading(), "")]

    def form_kwargs(self):
        """Own units."""
        return {"units": self.units}

    def write(self, form):
        """One verb."""
        return actions.make_album(by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Into the album."""
        return reverse("library:album", args=[result.pk])


class ShowAlbum(DetailScreen):
    """The photographs of one occasion, and the way to add fifty."""

    model = Album
    thing_name = "album"
    template = "library/album.html"

    def crumbs(self):
        """Back to the albums."""
        return [(_("Photographs"), reverse("library:albums")), (self.thing.title, "")]

    def tools(self):
        """The first action."""
        if policies.may_take_in(self.request, self.thing.unit_id):
            return ()
        return (Tool(_("Take in photographs"), reverse("library:take-in", args=[self.thing.pk]), main=True),)

    def context(self):
        """The photographs with what stands against publishing them."""
        found = queries.photographs_of(self.thing, reader=self.reader)
        words = reasons()
        shown = [(photo, words.get(queries.why_not_public(photo), "")) for photo in found]
        return {"photographs": shown, "without_caption": sum(not photo.caption for photo, _why in shown)}


def reasons() -> dict[str, str]:
    """Why a photograph may not be published, in words."""
    return {
        "rights": _("somebody else's rights"),
        "refused": _("a person shown refused"),
        "minor": _("a child without consent"),
    }


class TakeIn(FormScreen):
    """Fifty photographs from a phone; those that can't be read are named, the others are kept."""

    title = gettext_lazy("Take in photographs")
    form_class = forms.PhotographsForm
    submit = gettext_lazy("Take them in")
    model = Album

    def may(self):
        """Whoever takes in for this unit."""
        return policies.may_take_in(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the album."""
        return [(self.thing.title, reverse("library:album", args=[self.thing.pk])), (self.heading(), "")]

    def initial(self):
        """The one who uploads is most often the one who photographed."""
        return {"photographer": self.account.name, "credit": f"{self.account.name}/{self.thing.unit.short}"}

    def write(self, form):
        """Look into each, keep what is a photograph, then one verb for all."""
        good, self.bad = [], []
        for upload in form.cleaned_data["photographs"]:
            content = upload.read()
            try:
                look = pictures.look_into(content, zone=timezone.get_current_timezone())
            except pictures.NotAPhotograph as fault:
                self.bad.append(f"{upload.name}: {fault}")
                continue
            path, sha256 = store.keep(content)
            good.append((actions.Kept(upload.name, path, sha256, len(content)), look))
        if not good:
            raise Refusal(_("None of the files is a photograph: %(files)s") % {"files": "; ".join(self.bad)})
        return actions.take_in_photographs(
            album=self.thing,
            files=good,
            credit=form.cleaned_data["credit"],
            photographer=form.cleaned_data["photographer"],
            by=self.actor,
            now=self.now,
        )

    def done(self, result):
        """Back to the album."""
        return reverse("library:album", args=[self.thing.pk])

    def message(self, result):
        """Counts, and each file that wasn't taken."""
        said = _("%(n)s photographs were taken in.") % {"n": len(result)}
        return f"{said} {_('Not taken:')} {'; '.join(self.bad)}" if self.bad else said


class ShowPhotograph(FormScreen):
    """One photograph: caption, credit, rights, and who is shown."""

    model = Photograph
    thing_name = "photograph"
    template = "library/photograph.html"
    form_class = forms.DescribeForm
    submit = gettext_lazy("Keep the description")

    def heading(self):
        """Its caption, else the name the phone gave it."""
        return self.thing.caption[:80] or self.thing.name

    def may(self):
        """Whoever takes in for this unit may describe; others look at the album."""
        return policies.may_take_in(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the album."""
        album = self.thing.album
        return [(album.title, reverse("library:album", args=[album.pk])), (self.heading(), "")]

    def initial(self):
        """As it stands."""
        photo = self.thing
        return {"caption": photo.caption, "alt": photo.alt, "credit": photo.credit, "rights": photo.rights}

    def context(self):
        """Who is shown."""
        return {"appearances": self.thing.appearances.select_related("person")}

    def write(self, form):
        """One verb."""
        return actions.describe_photograph(photograph=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def message(self, result):
        """Past tense."""
        return _("The description was kept.")

    def done(self, result):
        """Back to the album, for the next one."""
        return reverse("library:album", args=[self.thing.album_id])


class NoteAppearance(FormScreen):
    """Who is shown, and whether he agreed."""

    title = gettext_lazy("Who is shown")
    model = Photograph
    form_class = forms.AppearanceForm

    def may(self):
        """Whoever takes in for this unit."""
        return policies.may_take_in(self.request, self.thing.unit_id)

    def crumbs(self):
        """Back to the photograph."""
        return [(_("Photograph"), reverse("library:photograph", args=[self.thing.pk])), (self.heading(), "")]

    def write(self, form):
        """One verb."""
        return actions.note_appearance(photograph=self.thing, by=self.actor, now=self.now, **form.cleaned_data)

    def done(self, result):
        """Back to the photograph."""
        return reverse("library:photograph", args=[self.thing.pk])


class PrivateFile(Screen):
    """Bytes of one row that this person may see; asked of the gate, never of a path."""

    def passes(self, kind: str) -> None:
        """404 where the gate says no: as if it weren't there."""
        thing = Thing(kind, self.thing.pk, self.thing.level, self.thing.unit_id)
        if not may_leave(thing, reader=self.reader, exit=OFFICE, now=self.now):
            raise Http404
        if self.thing.level in ("restricted", "secret"):
            self.request.looks.append((kind, self.thing.pk, OFFICE.name))

    def content(self, path: str) -> bytes:
        """The file, or 404 where it was lost."""
        try:
            return store.read(path)
        except FileNotFoundError as error:
            raise Http404 from error


class SmallPhotograph(PrivateFile):
    """A copy for the screen; made at the first look."""

    model = Photograph

    def get(self, request, *args, **kwargs):
        """The smallest copy that is at least as wide as asked (480 or 960)."""
        self.passes("library.photograph")
        try:
            made = tasks.ensure_renditions(self.thing, now=self.now)
        except FileNotFoundError as error:
            raise Http404 from error
        wide = 960 if self.kwargs["width"] > 480 else 480
        webp = sorted((r for r in made if r.format == "webp"), key=lambda r: r.width)
        chosen = next((r for r in webp if r.width >= wide), webp[-1])
        headers = {"Cache-Control": "private, max-age=86400", "Content-Disposition": "inline"}
        return HttpResponse(self.content(chosen.file), content_type="image/webp", headers=headers)


class DownloadDocument(PrivateFile):
    """A paper as it came, always as a download: nothing uploaded is ever shown as a page of ours."""

    model = Document

    def get(self, request, *args, **kwargs):
        """The bytes."""
        self.passes("library.document")
        name = quote(self.thing.name)
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(self.content(self.thing.file), content_type=self.thing.mime, headers=headers)


class Documents(ListScreen):
    """Every paper this person may see."""

    title = gettext_lazy("Documents")
    model = Document
    default_sort = "-day"
    columns = (
        Column("name", gettext_lazy("Name"), sort="name"),
        Column("day", gettext_lazy("Taken in"), "uploaded_at", sort="uploaded_at"),
        Column("by", gettext_lazy("By"), "uploaded_by.name"),
        Column("level", gettext_lazy("Who may know"), lambda document: document.get_level_display()),
    )

    def rows(self):
        """With who brought them."""
        return super().rows().select_related("uploaded_by")

    def row_url(self, row):
        """The file."""
        return reverse("library:document", args=[row.pk])

    def crumbs(self):
        """Back to the library."""
        return [(_("Photographs"), reverse("library:albums")), (self.heading(), "")]

    def tools(self):
        """The first action."""
        return (Tool(_("Take in a document"), reverse("library:document-new"), main=True),)

    def empty(self):
        """What belongs here."""
        return Empty(
            _("No document is kept yet."),
            _("Letters, minutes and tables that stand behind a fact are kept here."),
            _("Take in a document"),
            reverse("library:document-new"),
        )


class NewDocument(OwnUnits, FormScreen):
    """Take in one paper."""

    title = gettext_lazy("Take in a document")
    form_class = forms.DocumentForm

    def may(self):
        """Whoever takes in."""
        return policies.may_take_in(self.request)

    def crumbs(self):
        """Back to the papers."""
        return [(_("Documents"), reverse("library:documents")), (self.heading(), "")]

    def form_kwargs(self):
        """Own units."""
        return {"units": self.units}

    def write(self, form):
        """Sniff it, keep it, then one verb."""
        upload, content = form.cleaned_data["file"], form.cleaned_data["file"].read()
        try:
            mime = papers.sniff(content, upload.name)
        except papers.NotAPaper as fault:
            raise Refusal(_("%(file)s isn't taken in: %(why)s.") % {"file": upload.name, "why": fault}) from fault
        path, sha256 = store.keep(content)
        return actions.take_in_document(
            unit=form.cleaned_data["unit"],
            level=form.cleaned_data["level"],
            kept=actions.Kept(upload.name, path, sha256, len(content)),
            mime=mime,
            by=self.actor,
            now=self.now,
        )

    def done(self, result):
        """Back to the papers."""
        return reverse("library:documents")
