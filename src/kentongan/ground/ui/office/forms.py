"""Screens that write: one form or one verb, one action, the refusal where the hand is."""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from kentongan.ground.ui.office.screen import Screen
from kentongan.ground.ui.rules.refusal import Refusal


class FormScreen(Screen):
    """GET shows the form, POST calls one action by `write` and goes on with a sentence in the past tense.

    What was typed is never lost: it comes back with every refusal (422 the form's, 409 a rule's), and on the
    device itself while the answer hasn't come (`draft`).
    """

    template = "ui/form.html"
    form_class: ClassVar[type[forms.BaseForm] | None] = None
    submit: ClassVar[Any] = _("Save")
    stop: ClassVar[bool] = False
    draft: ClassVar[bool] = True

    # ---- What a subclass says ----

    def write(self, form: Any) -> Any:
        """Call the one action; raise nothing but what it raises."""
        raise NotImplementedError

    def initial(self) -> dict[str, Any]:
        return {}

    def form_kwargs(self) -> dict[str, Any]:
        """Further arguments of the form's class, such as `actor` for its choices."""
        return {}

    def done(self, result: Any) -> str:
        """Where to go after the write: the thing's own page, else back."""
        own = getattr(result, "get_absolute_url", None)
        return own() if own else (self.back() or self.request.path)

    def message(self, result: Any) -> str:
        """What now holds, in the past tense; empty says nothing."""
        return ""

    # ---- How it runs ----

    def form(self, data: Any = None, files: Any = None) -> Any:
        if self.form_class is None:
            raise NotImplementedError(f"{type(self).__name__} names no form_class")
        return self.form_class(data, files, initial=self.initial(), **self.form_kwargs())

    def page(self, *, status: int = 200, **more: Any) -> HttpResponse:
        form = more.pop("form", None) or self.form()
        words = {
            "form": form,
            "submit": self.submit,
            "stop": self.stop,
            "cancel": self.back(),
            # One device may serve several people: a draft is offered only to who typed it.
            "draft": f"{self.account.pk}:{self.request.path}" if self.draft else "",
        }
        return super().page(status=status, **{**words, **more})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.page(form=form, status=422)
        try:
            result = self.write(form)
        except Refusal as refusal:
            return self.page(form=form, refusal=refusal, status=409)
        said = self.message(result)
        if said:
            messages.success(request, said)
        return HttpResponseRedirect(self.done(result))


class ActScreen(FormScreen):
    """One verb behind a button: POST does it, GET asks first, so that a link or a prefetch never does."""

    template = "ui/act.html"
    form_class = forms.Form
    draft = False
    question: ClassVar[Any] = ""

    def act(self) -> Any:
        """Call the one action."""
        raise NotImplementedError

    def write(self, form: Any) -> Any:
        return self.act()

    def page(self, *, status: int = 200, **more: Any) -> HttpResponse:
        return super().page(status=status, **{"question": self.question, **more})
