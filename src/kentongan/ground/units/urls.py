"""Addresses of accounts and units under /kantor/pengaturan/."""

from django.urls import path

from kentongan.ground.units import office

app_name = "units"
prefix = "pengaturan"
urlpatterns = [
    path("bahasa/", office.language, name="language"),
    path("akun/", office.Accounts.as_view(), name="accounts"),
    path("akun/baru/", office.OpenAccount.as_view(), name="open"),
    path("akun/<int:pk>/", office.ShowAccount.as_view(), name="account"),
    path("akun/<int:pk>/peran/", office.GiveRole.as_view(), name="role"),
    path("akun/<int:pk>/status/", office.TurnAccount.as_view(), name="turn"),
    path("unit/", office.Units.as_view(), name="units"),
    path("unit/baru/", office.FoundUnit.as_view(), name="found"),
    path("unit/<int:pk>/", office.ChangeUnit.as_view(), name="unit"),
    path("instansi/", office.ChangeInstitution.as_view(), name="institution"),
]
