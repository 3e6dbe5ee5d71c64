"""An approver without an account reads and decides: the link shows nothing before the code, and the code comes to him.

Path-scoped cookie, no-store, no referrer to another site; the answers lie in the thumb's reach.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_protect

from kentongan.faces.counter.counter.limits import too_many
from kentongan.ground.approval import actions, forms, queries, rules
from kentongan.ground.approval.choices import DecisionKind
from kentongan.ground.approval.models import ReviewLink
from kentongan.ground.directory.forms import PinForm
from kentongan.ground.record.registry import REVIEW
from kentongan.ground.ui.rules.refusal import Refusal

COOKIE = "tinjau"
PER_MINUTE = 60


class Door(View):
    """What every address behind a token shares: the limit, the link, the cookie, the headers."""

    need_pass = True

    @method_decorator(csrf_protect)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Limit, then find the link: an unknown token is 404, a closed one says why and shows nothing."""
        response = too_many(request, "review", per_minute=PER_MINUTE) or self.behind(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Cache-Control"] = "no-store, private"
        # The address holds the token: no other site may learn it, our own form check needs the origin.
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def behind(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page itself, once the link is known and, where it needs one, the pass."""
        link = queries.link_of(kwargs["token"])
        if link is None:
            raise Http404
        self.link, self.asked, self.now = link, link.request, request.now  # type: ignore[attr-defined]
        self.home = reverse("review", args=[kwargs["token"]])
        if why := queries.why_closed(link, now=self.now):
            return self.page("counter/review_closed.html", status=410, why=why)
        if self.need_pass and not self.passed:
            return HttpResponseRedirect(self.home)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    @property
    def passed(self) -> bool:
        """Whether this browser gave the right code."""
        return queries.passed(self.link, self.request.COOKIES.get(COOKIE, ""), now=self.now)

    def page(self, template: str, *, status: int = 200, **words: Any) -> HttpResponse:
        """A page of the counter's plain shell."""
        return render(self.request, template, {"link": self.link, "home": self.home, **words}, status=status)

    def gate(self, *, status: int = 200, **words: Any) -> HttpResponse:
        """The page before the code: it names the person and the masked address, and nothing of the text."""
        address = rules.masked(self.link.person.email) if self.link.person.email else ""
        has_pin = bool(self.link.person.pin)
        sent = self.link.code_sent_at is not None and self.now < self.link.code_sent_at + rules.CODE_HOLDS
        return self.page(
            "counter/review_gate.html", status=status, address=address, has_pin=has_pin, sent=sent, **words
        )

    def text(self, *, status: int = 200, **words: Any) -> HttpResponse:
        """The page with the text and the two answers."""
        self.request.looks.append(("approval.request", self.asked.pk, REVIEW.name))  # type: ignore[attr-defined]
        return self.page(
            "counter/review.html",
            status=status,
            title=self.asked.title,
            asked=self.asked,
            hash=rules.short_hash(self.asked.approval_hash),
            name=self.link.person.full_name,
            approve_url=f"{self.home}setujui/",
            return_url=f"{self.home}kembalikan/",
            pin_offered=not self.link.person.pin and self.link.proved_by == "code",
            **words,
        )


class Review(Door):
    """The code's page, or the text."""

    need_pass = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Which of the two, by the cookie."""
        return self.text() if self.passed else self.gate()


class SendCode(Door):
    """Have a code sent to the registered address."""

    need_pass = False

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One verb."""
        try:
            address = actions.send_code(link=self.link, by=request.actor, now=self.now)  # type: ignore[attr-defined]
        except Refusal as refusal:
            return self.gate(status=409, refusal=refusal)
        self.link = queries.link_of(kwargs["token"]) or self.link
        return self.gate(told=_("A code is on its way to %(address)s.") % {"address": address})

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Somebody reloaded the answer."""
        return HttpResponseRedirect(self.home)


class GiveCode(Door):
    """The code or the PIN; the right one lets this browser in."""

    need_pass = False

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One verb; the cookie goes to this link's addresses alone."""
        try:
            secret = actions.check_code(
                link=self.link,
                code_or_pin=request.POST.get("code", "")[:40],
                by=request.actor,  # type: ignore[attr-defined]
                now=self.now,
            )
        except Refusal as refusal:
            self.link = queries.link_of(kwargs["token"]) or self.link
            if queries.why_closed(self.link, now=self.now):
                return self.page("counter/review_closed.html", status=410, why=refusal.sentence)
            return self.gate(status=409, refusal=refusal)
        response = HttpResponseRedirect(self.home)
        response.set_cookie(
            COOKIE,
            secret,
            max_age=int(rules.PASS_HOLDS.total_seconds()),
            path=self.home,
            secure=settings.SECURE,
            httponly=True,
            samesite="Lax",  # the link is opened again from a messenger
        )
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Somebody reloaded the answer."""
        return HttpResponseRedirect(self.home)


class Approve(Door):
    """Agree to exactly what was read."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One verb."""
        try:
            decide(self.link, DecisionKind.APPROVED, request.POST.get("approval_hash", ""), "", request)
        except Refusal as refusal:
            return self.text(status=409, refusal=refusal)
        return self.page("counter/review_done.html", approved=True, title=self.asked.title)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The text must be read first."""
        return HttpResponseRedirect(self.home)


class SendBack(Door):
    """Return it with a reason; what was typed stays when it is refused."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the reason, bound to what was read."""
        given = request.GET.get("sidik") or self.asked.approval_hash
        return self.form(forms.ReturnForm(initial={"approval_hash": given}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One verb."""
        form = forms.ReturnForm(request.POST)
        if not form.is_valid():
            return self.form(form, status=422)
        clean = form.cleaned_data
        try:
            decide(self.link, DecisionKind.RETURNED, clean["approval_hash"], clean["reason"], request)
        except Refusal as refusal:
            return self.form(form, status=409, refusal=refusal)
        return self.page("counter/review_done.html", approved=False, title=self.asked.title)

    def form(self, form: Any, *, status: int = 200, **words: Any) -> HttpResponse:
        """The page with the reason."""
        return self.page("counter/review_return.html", status=status, form=form, asked=self.asked, **words)


class ChoosePin(Door):
    """A PIN for next time, after a code."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form."""
        return self.page("counter/review_pin.html", form=PinForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One verb."""
        form = PinForm(request.POST)
        if not form.is_valid():
            return self.page("counter/review_pin.html", form=form, status=422)
        try:
            actions.choose_pin_by_link(
                pin=form.cleaned_data["pin"],
                link=self.link,
                by=request.actor,  # type: ignore[attr-defined]
                now=self.now,
            )
        except Refusal as refusal:
            return self.page("counter/review_pin.html", form=form, refusal=refusal, status=409)
        self.link.person.refresh_from_db()
        return self.text(told=_("Your PIN is set."))


def decide(link: ReviewLink, kind: str, approval_hash: str, reason: str, request: HttpRequest) -> Any:
    """One call of the verb."""
    return actions.decide(
        request=link.request,
        step=link.step,
        kind=kind,
        reason=reason,
        approval_hash=approval_hash,
        link=link,
        by=request.actor,  # type: ignore[attr-defined]
        now=request.now,  # type: ignore[attr-defined]
    )
