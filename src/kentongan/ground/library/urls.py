"""Addresses of the library under /kantor/foto/."""

from django.urls import path

from kentongan.ground.library import office

app_name = "library"
prefix = "foto"
urlpatterns = [
    path("", office.Albums.as_view(), name="albums"),
    path("album/baru/", office.NewAlbum.as_view(), name="album-new"),
    path("album/<int:pk>/", office.ShowAlbum.as_view(), name="album"),
    path("album/<int:pk>/ambil/", office.TakeIn.as_view(), name="take-in"),
    path("<int:pk>/", office.ShowPhotograph.as_view(), name="photograph"),
    path("<int:pk>/tampak/", office.NoteAppearance.as_view(), name="appearance"),
    path("<int:pk>/<int:width>.webp", office.SmallPhotograph.as_view(), name="small"),
    path("dokumen/", office.Documents.as_view(), name="documents"),
    path("dokumen/baru/", office.NewDocument.as_view(), name="document-new"),
    path("dokumen/<int:pk>/", office.DownloadDocument.as_view(), name="document"),
]
