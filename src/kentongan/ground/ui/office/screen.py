"""What every office screen promises, and the screen of one thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views import View

from kentongan.ground.ui.rules.refusal import Refusal


@dataclass(frozen=True)
class Tool:
    """A button beside the title; at most one per screen is `main`."""

    label: str
    url: str
    main: bool = False


@dataclass(frozen=True)
class Empty:
    """What belongs here while nothing is here yet, and the first action."""

    title: str
    sentence: str = ""
    action: str = ""
    url: str = ""
    second: str = ""
    second_url: str = ""


# What pages find in their context besides a screen's attributes: ours, the request's, the context processors'.
SHELL_WORDS = frozenset(
    {
        *("cancel", "form", "refusal", "result", "screen", "shell", "institution"),
        *("args", "csrf_token", "htmx", "kwargs", "messages", "perms", "request", "user"),
    }
)


class Screen(View):
    """One office page. A subclass names its title and template and says who may, in a sentence.

    The order of checks is a promise: nobody signed in → the sign-in page; the thing isn't visible → 404,
    as if it weren't there; it is visible but `may` gives a sentence → that sentence, 403.
    """

    title: ClassVar[Any] = ""
    intro: ClassVar[Any] = ""
    template: ClassVar[str] = "ui/office.html"
    model: ClassVar[type[Model] | None] = None
    thing_name: ClassVar[str] = ""

    def __init_subclass__(cls, **more: Any) -> None:
        """Refuse a `thing_name` that a screen, or the page's shell, calls something else."""
        super().__init_subclass__(**more)
        name = cls.thing_name
        if name and (hasattr(cls, name) or name in SHELL_WORDS):
            raise ImproperlyConfigured(
                f"{cls.__module__}.{cls.__qualname__}: thing_name '{name}' would hide what every screen means by "
                f"'{name}'; call the thing something else."
            )

    # ---- What a subclass may say ----

    def may(self) -> str | Refusal | None:
        """None where this person may; else the sentence that says who can and what to do."""
        return None

    def rows(self) -> QuerySet[Any]:
        """The rows this person sees. The default asks the model's own `visible_to(reader)`, and fails without one."""
        rows: Any = getattr(self.model, "objects", None)
        if not hasattr(rows, "visible_to"):
            raise ImproperlyConfigured(f"{type(self).__name__} needs a model with visible_to(reader) or its own rows()")
        return rows.visible_to(self.reader)

    def context(self) -> dict[str, Any]:
        """What this page shows besides the shell."""
        return {}

    def heading(self) -> str:
        return str(self.title)

    def crumbs(self) -> Sequence[tuple[str, str]]:
        """(label, address) from the desk down to here; the last has no address."""
        return [(self.heading(), "")]

    def tools(self) -> Sequence[Tool]:
        return ()

    # ---- What it has ----

    @property
    def actor(self) -> Any:
        """Who acts, for `by=`."""
        return self.request.actor  # type: ignore[attr-defined]

    @property
    def reader(self) -> Any:
        """The same person as the gate and the row policy see him."""
        return self.request.reader  # type: ignore[attr-defined]

    @property
    def account(self) -> Any:
        return self.request.user

    @property
    def roles(self) -> set[tuple[int, str]]:
        """(unit id, role) pairs that hold today."""
        return self.request.roles  # type: ignore[attr-defined]

    @property
    def now(self) -> Any:
        """The moment of this request, read once at its arrival."""
        return self.request.now  # type: ignore[attr-defined]

    @cached_property
    def thing(self) -> Any:
        """The one row this address names, 404 where it isn't visible."""
        return get_object_or_404(self.rows(), pk=self.kwargs["pk"])

    # ---- How it runs ----

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.actor.is_person:  # type: ignore[attr-defined]
            return redirect_to_login(request.get_full_path())
        if "pk" in self.kwargs:
            thing = self.thing
            if self.thing_name:
                setattr(self, self.thing_name, thing)
        barred = self.may()
        if barred is not None:
            return refused(request, barred, title=self.heading(), back=self.back())
        return super().dispatch(request, *args, **kwargs)

    def back(self) -> str:
        """The nearest crumb with an address: where a refusal leads back to."""
        return next((url for _label, url in reversed(self.crumbs()) if url), "")

    def page(self, *, status: int = 200, **more: Any) -> HttpResponse:
        """The template with the shell's words, the subclass' context and `more`."""
        base: dict[str, Any] = {
            "title": self.heading(),
            "intro": self.intro,
            "crumbs": self.crumbs(),
            "tools": self.tools(),
            "screen": self,
        }
        if "pk" in self.kwargs:
            base["thing"] = self.thing
            if self.thing_name:
                base[self.thing_name] = self.thing
        return render(self.request, self.template, {**base, **more, **self.context()}, status=status)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.page()


def refused(request: HttpRequest, sentence: str | Refusal, *, title: str = "", back: str = "") -> HttpResponse:
    """A page that says the rule, in the office's shell; never "you have no permission"."""
    refusal = sentence if isinstance(sentence, Refusal) else Refusal(sentence)
    words = {"refusal": refusal, "title": title or _("Not from here"), "back": back}
    return render(request, "ui/refused.html", words, status=403)


class DetailScreen(Screen):
    """One thing: its facts, its state, and what higher rooms hang beside it (`slot_name`, `side_slot`)."""

    template = "ui/detail.html"
    slot_name: ClassVar[str] = ""
    side_slot: ClassVar[str] = ""

    def heading(self) -> str:
        return str(self.title or self.thing)

    def facts(self) -> Sequence[tuple[str, Any]]:
        """(name, value) in the order in which an officer asks."""
        return ()

    def state(self) -> Any:
        """What `tag_state` shows over the title: text, or anything with `.label` and `.tone`."""
        return None

    def page(self, *, status: int = 200, **more: Any) -> HttpResponse:
        mine = {
            "facts": self.facts(),
            "state": self.state(),
            "slot_name": self.slot_name,
            "side_slot": self.side_slot,
        }
        return super().page(status=status, **{**mine, **more})
