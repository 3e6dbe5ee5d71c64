"""Addresses of the counter."""

from django.urls import path

from kentongan.faces.counter.counter import address, checking, health, review, searching, unsubscribe

urlpatterns = [
    path("healthz", health.health, name="health"),
    path("verifikasi/", checking.verify, name="verify"),
    path("cari/", searching.search, name="search"),
    path("tinjau/<str:token>/", review.Review.as_view(), name="review"),
    path("tinjau/<str:token>/kirim/", review.SendCode.as_view(), name="review-send"),
    path("tinjau/<str:token>/kode/", review.GiveCode.as_view(), name="review-code"),
    path("tinjau/<str:token>/setujui/", review.Approve.as_view(), name="review-approve"),
    path("tinjau/<str:token>/kembalikan/", review.SendBack.as_view(), name="review-return"),
    path("tinjau/<str:token>/pin/", review.ChoosePin.as_view(), name="review-pin"),
    path("alamat/<str:token>/", address.address, name="address"),
    path("berhenti/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
]
