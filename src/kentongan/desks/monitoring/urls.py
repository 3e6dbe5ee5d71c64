"""Addresses of the coverage under /kantor/liputan/."""

from django.urls import path

from kentongan.desks.monitoring import office

app_name = "monitoring"
prefix = "liputan"
urlpatterns = [
    path("", office.Coverage.as_view(), name="coverage"),
    path("tautan/", office.AddByLink.as_view(), name="link"),
    path("teks/", office.PasteText.as_view(), name="text"),
    path("impor/", office.ImportClips.as_view(), name="import"),
    path("cerita/", office.Stories.as_view(), name="stories"),
    path("cerita/<int:pk>/", office.ShowStory.as_view(), name="story"),
    path("<int:pk>/", office.ShowClip.as_view(), name="clip"),
    path("<int:pk>/nada/", office.JudgeTone.as_view(), name="tone"),
    path("<int:pk>/ikut/", office.SayVersion.as_view(), name="follows"),
]
