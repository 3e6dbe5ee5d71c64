"""Addresses of the office that belong to no desk."""

from django.urls import path

from kentongan.faces.office import office
from kentongan.ground.ui.office import components

app_name = "office"
urlpatterns = [
    path("kantor/", office.Today.as_view(), name="today"),
    path("kantor/buku-harian/", office.Diary.as_view(), name="diary"),
    path("kantor/buku-harian/unduh/", office.DiaryExport.as_view(), name="diary-export"),
    path("kantor/buku-harian/verifier.py", office.Verifier.as_view(), name="verifier"),
    path("kantor/ui/", components, name="components"),
]
