"""Addresses of the mailroom under /kantor/surel/."""

from django.urls import path

from kentongan.ground.mailroom import office

app_name = "mailroom"
prefix = "surel"
urlpatterns = [
    path("", office.Ledger.as_view(), name="ledger"),
    path("<int:pk>/", office.ShowOutgoing.as_view(), name="outgoing"),
    path("<int:pk>/kirim-lagi/", office.SendAgain.as_view(), name="again"),
    path("<int:pk>/biarkan/", office.LetBe.as_view(), name="let-be"),
]
