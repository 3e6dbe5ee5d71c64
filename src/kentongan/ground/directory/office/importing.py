"""CSV: looked at first, then taken in."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kentongan.ground.clock.rules.words import in_words
from kentongan.ground.directory import actions, forms, policies, queries
from kentongan.ground.directory.office.screens import Kept, day
from kentongan.ground.directory.rules import importing
from kentongan.ground.ui.office import FormScreen, Screen
from kentongan.ground.ui.rules.refusal import Refusal
from kentongan.ground.units.models import Unit

LONGEST = 3 << 20  # the text comes back with the second step, and a form may carry 4 MiB (settings)
SHOWN = 50


class Import(Kept, FormScreen):
    """A CSV: first what would come and each bad row, then all of the good ones, in one transaction."""

    title = gettext_lazy("Import a file")
    intro = gettext_lazy("Nothing is written before you have seen what would change.")
    form_class = forms.ImportForm
    submit = gettext_lazy("Look at it first")
    template = "directory/import.html"
    draft = False

    def crumbs(self):
        """Back to the directory."""
        return [(_("Directory"), reverse("directory:persons")), (self.heading(), "")]

    def form_kwargs(self):
        """Own units."""
        return {"units": sorted(policies.kept_units(self.request))}

    def initial(self):
        """The list from which one came."""
        return {"kind": self.request.GET.get("jenis", "")}

    def importer(self, unit: Unit) -> queries.Importer:
        """What this person may change by a file: no more than by hand."""
        registers = policies.may_register(self.request) is None
        return queries.Importer(unit=unit, keeps=policies.kept_units(self.request), registers=registers)

    def context(self):
        """The templates."""
        labels = {"persons": _("persons"), "outlets": _("outlets"), "journalists": _("journalists")}
        return {"kinds": [(kind, labels.get(kind, _("agencies"))) for kind in importing.KINDS]}

    def post(self, request, *args, **kwargs):
        """The dry run; with its text given back, the import."""
        if "text" in request.POST:
            return self.take_in(request)
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.page(form=form, status=422)
        kind, unit, file = (form.cleaned_data[name] for name in ("kind", "unit", "file"))
        content = file.read(LONGEST + 1)
        if len(content) > LONGEST or len(text := importing.decoded(content)) > LONGEST:
            return self.page(form=form, refusal=Refusal(_("The file is larger than 3 MB; split it.")), status=409)
        try:
            reading = importing.read(kind, content, today=self.today)
        except ValueError as error:
            why = in_words(error.args[0], _)
            refusal = Refusal(_("%(file)s can't be read: %(why)s.") % {"file": file.name, "why": why})
            return self.page(form=form, refusal=refusal, status=409)
        plan = queries.plan(kind=kind, rows=reading.rows, importer=self.importer(unit))
        return self.page(form=form, **seen(kind, reading, plan), kind=kind, unit=unit, text=text, file=file.name)

    def take_in(self, request):
        """What the dry run showed, looked at once more inside the transaction."""
        kind, unit = request.POST.get("kind", ""), request.POST.get("unit", "")
        if kind not in importing.KINDS or not unit.isdecimal():
            raise Http404
        owner = get_object_or_404(Unit.objects.filter(pk__in=policies.kept_units(request)), pk=int(unit))
        try:
            rows = importing.read(kind, request.POST["text"].encode(), today=self.today).rows
            plan = actions.import_rows(kind=kind, rows=rows, importer=self.importer(owner), by=self.actor, now=self.now)
        except ValueError as error:
            return self.page(refusal=Refusal(in_words(error.args[0], _)), status=409)
        except Refusal as refusal:
            return self.page(refusal=refusal, status=409)
        counts = {"new": len(plan.of("new")), "changed": len(plan.of("changed")), "same": len(plan.of("same"))}
        said = _("%(new)s came in, %(changed)s changed, %(same)s stood as they are.")
        messages.success(request, said % counts)
        return HttpResponseRedirect(reverse(f"directory:{kind}"))


def seen(kind: str, reading: importing.Reading, plan: queries.Plan) -> dict:
    """What the page shows of a file: how many of each, the first of them, every bad row in the reader's language."""
    faults = sorted([*reading.faults, *plan.faults], key=lambda fault: fault.line)
    new, changed = plan.of("new"), plan.of("changed")
    names = {column.name: _column(column) for column in importing.KINDS[kind]}
    return {
        "reading": reading,
        "plan": plan,
        "faults": [(f.line, names.get(f.column, f.column), in_words(f.why, _, day=day)) for f in faults[:200]],
        "fault_count": len(faults),
        "bad_lines": len({fault.line for fault in faults}),
        "new": new[:SHOWN],
        "changed": [
            (planned, [(names[name], _shown(was), _shown(now)) for name, was, now in planned.changes])
            for planned in changed[:SHOWN]
        ],
        "tally": [
            {"label": _("New"), "value": len(new)},
            {"label": _("Changed"), "value": len(changed)},
            {"label": _("As they stand"), "value": len(plan.of("same"))},
            {"label": _("Bad rows"), "value": len({fault.line for fault in faults}), "late": bool(faults)},
        ],
    }


def _shown(value):
    """A day in words, anything else as it is."""
    return day(value) if isinstance(value, date) else value


def _column(column: importing.Column) -> str:
    """As it is called in a header of the reader's language; the file may say the other."""
    indonesian = (get_language() or "").startswith("id")
    return column.also[0] if column.also and indonesian else column.name


class Template(Kept, Screen):
    """A CSV with the right header and an example."""

    def crumbs(self):
        """Back to the import."""
        return [(_("Import a file"), reverse("directory:import")), (self.kwargs["kind"], "")]

    def get(self, request, *args, **kwargs):
        """The file."""
        kind = self.kwargs["kind"]
        if kind not in importing.KINDS:
            raise Http404
        headers = {"Content-Disposition": f'attachment; filename="{kind}.csv"'}
        return HttpResponse(importing.template(kind), content_type="text/csv; charset=utf-8", headers=headers)
