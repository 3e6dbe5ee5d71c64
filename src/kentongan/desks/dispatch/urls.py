"""Addresses of dispatch under /kantor/pengiriman/."""

from django.urls import path

from kentongan.desks.dispatch import office

app_name = "dispatch"
prefix = "pengiriman"
urlpatterns = [
    path("", office.Deliveries.as_view(), name="deliveries"),
    path("<int:pk>/bagikan/", office.TickGroup.as_view(), name="tick"),
    path("<int:pk>/urus/", office.LookAfter.as_view(), name="look-after"),
    path("daftar/", office.Lists.as_view(), name="lists"),
    path("daftar/baru/", office.NewList.as_view(), name="list-new"),
    path("daftar/<int:pk>/", office.ShowList.as_view(), name="list"),
    path("daftar/<int:pk>/ubah/", office.ChangeList.as_view(), name="list-change"),
    path("daftar/<int:pk>/penerima/", office.NewRecipient.as_view(), name="recipient-new"),
    path("penerima/<int:pk>/lepas/", office.DropRecipient.as_view(), name="recipient-drop"),
]
