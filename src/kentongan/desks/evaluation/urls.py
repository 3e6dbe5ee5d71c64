"""Addresses of reports under /kantor/laporan/."""

from django.urls import path

from kentongan.desks.evaluation import office

app_name = "evaluation"
prefix = "laporan"
urlpatterns = [
    path("", office.Report.as_view(), name="report"),
    path("cerita/<int:pk>/", office.Thread.as_view(), name="thread"),
    path("<str:month>/", office.Report.as_view(), name="month"),
    path("<str:month>/<slug:key>/", office.Rows.as_view(), name="rows"),
]
