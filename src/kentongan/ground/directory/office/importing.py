"""CSV: looked at first, then taken in."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kentongan.ground.directory import actions, forms, policies
from kentongan.ground.directory.office.screens import Kept
from kentongan.ground.directory.rules import importing
from kentongan.ground.ui.office import FormScreen, Screen
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit


class Import(Kept, FormScreen):
    """A CSV: first what would come and each bad row, then all of the good ones."""

    title = gettext_lazy("Import a file")
    form_class = forms.ImportForm
    submit = gettext_lazy("Look at it first")
    template = "directory/import.html"
    draft = False
    longest = 8 << 20

    def crumbs(self):
        """Back to the directory."""
        return [(_("Directory"), reverse("directory:persons")), (self.heading(), "")]

    def post(self, request, *args, **kwargs):
        """The dry run; with its text given back, the import."""
        if "text" in request.POST:
            return self.take_in(request)
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.page(form=form, status=422)
        content = form.cleaned_data["file"].read(self.longest + 1)
        try:
            if len(content) > self.longest:
                raise ValueError(_("it is larger than 8 MB"))
            reading = importing.read(form.cleaned_data["kind"], content)
        except ValueError as fault:
            name = form.cleaned_data["file"].name
            refusal = Refusal(_("%(file)s can't be read: %(why)s.") % {"file": name, "why": fault})
            return self.page(form=form, refusal=refusal, status=409)
        text = (
            content.decode("utf-8-sig", errors="ignore") if _is_utf8(content) else content.decode("cp1252", "replace")
        )
        return self.page(form=form, reading=reading, kind=form.cleaned_data["kind"], text=text)

    def take_in(self, request):
        """What the dry run showed."""
        kind = request.POST.get("kind", "")
        if kind not in importing.KINDS:
            raise Http404
        reading = importing.read(kind, request.POST["text"].encode())
        keeps = {unit for unit, role in self.roles if role in policies.KEEPERS}
        unit = Unit.objects.filter(pk__in=keeps).order_by("pk")[0]  # `may` has seen that there is one
        fresh, changed = actions.import_rows(kind=kind, rows=reading.rows, unit=unit, by=self.actor, now=self.now)
        messages.success(request, _("%(new)s came in, %(changed)s changed.") % {"new": fresh, "changed": changed})
        return HttpResponseRedirect(reverse(f"directory:{kind}"))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class Template(Kept, Screen):
    """An empty CSV with the right header."""

    def get(self, request, *args, **kwargs):
        """The file."""
        kind = self.kwargs["kind"]
        if kind not in importing.KINDS:
            raise Http404
        headers = {"Content-Disposition": f'attachment; filename="{kind}.csv"'}
        return HttpResponse(importing.template(kind), content_type="text/csv; charset=utf-8", headers=headers)
