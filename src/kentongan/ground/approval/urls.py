"""Addresses of approval under /kantor/persetujuan/."""

from django.urls import path

from kentongan.ground.approval import office

app_name = "approval"
prefix = "persetujuan"
urlpatterns = [
    path("", office.Waiting.as_view(), name="waiting"),
    path("pintu/", office.Ways.as_view(), name="ways"),
    path("pintu/<int:pk>/", office.ConfirmWay.as_view(), name="way"),
    path("jalur/", office.Paths.as_view(), name="paths"),
    path("jalur/baru/", office.NewPath.as_view(), name="path-new"),
    path("jalur/<int:pk>/", office.ChangePath.as_view(), name="path-change"),
    path("<int:pk>/", office.Review.as_view(), name="review"),
    path("<int:pk>/setujui/", office.Approve.as_view(), name="approve"),
    path("<int:pk>/kembalikan/", office.SendBack.as_view(), name="return"),
    path("<int:pk>/tautan/", office.MakeLink.as_view(), name="link"),
]
