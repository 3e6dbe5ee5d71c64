"""Addresses of the facts under /kantor/fakta/."""

from django.urls import path

from kentongan.desks.facts import office

app_name = "facts"
prefix = "fakta"
urlpatterns = [
    path("", office.Facts.as_view(), name="facts"),
    path("baru/", office.RecordFact.as_view(), name="record"),
    path("<int:pk>/", office.ShowFact.as_view(), name="fact"),
    path("<int:pk>/ralat/", office.ChangeFact.as_view(), name="change"),
    path("<int:pk>/tarik/", office.WithdrawFact.as_view(), name="withdraw"),
]
