"""Addresses of the worklist under /kantor/pekerjaan/."""

from django.urls import path

from kentongan.ground.worklist import office

app_name = "worklist"
prefix = "pekerjaan"
urlpatterns = [path("", office.Mine.as_view(), name="mine")]
