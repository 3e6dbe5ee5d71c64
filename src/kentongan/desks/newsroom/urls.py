"""Addresses of the newsroom under /kantor/naskah/."""

from django.urls import path

from kentongan.desks.newsroom import office

app_name = "newsroom"
prefix = "naskah"
urlpatterns = [
    path("", office.Manuscripts.as_view(), name="manuscripts"),
    path("baru/", office.StartManuscript.as_view(), name="start"),
    path("versi/", office.Versions.as_view(), name="versions"),
    path("versi/<int:pk>/", office.ShowVersion.as_view(), name="version"),
    path("versi/<int:pk>/berkas/<slug:kind>/", office.VersionPaper.as_view(), name="file"),
    path("versi/<int:pk>/beda/", office.VersionDifference.as_view(), name="difference"),
    path("versi/<int:pk>/koreksi/", office.CorrectVersion.as_view(), name="correct"),
    path("versi/<int:pk>/biarkan/", office.LeaveAsItWas.as_view(), name="leave"),
    path("versi/<int:pk>/tarik/", office.WithdrawVersion.as_view(), name="withdraw"),
    path("versi/<int:pk>/ambil/", office.TakeBack.as_view(), name="take-back"),
    path("versi/<int:pk>/jadwal/", office.Reschedule.as_view(), name="reschedule"),
    path("versi/<int:pk>/tinjau/", office.LookAfter.as_view(), name="look-after"),
    path("<int:pk>/", office.Write.as_view(), name="write"),
    path("<int:pk>/periksa/", office.Examine.as_view(), name="examine"),
    path("<int:pk>/pratinjau/", office.Preview.as_view(), name="preview"),
    path("<int:pk>/riwayat/", office.History.as_view(), name="history"),
    path("<int:pk>/riwayat/<int:number>/", office.Compare.as_view(), name="compare"),
    path("<int:pk>/riwayat/<int:number>/pakai/", office.Revert.as_view(), name="revert"),
    path("<int:pk>/pengaturan/", office.ChangeSettings.as_view(), name="settings"),
    path("<int:pk>/kirim/", office.Submit.as_view(), name="submit"),
    path("<int:pk>/darurat/", office.OpenEmergency.as_view(), name="emergency"),
    path("<int:pk>/buang/", office.Drop.as_view(), name="drop"),
]
