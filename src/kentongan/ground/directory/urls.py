"""Addresses of the directory under /kantor/direktori/."""

from django.urls import path

from kentongan.ground.directory import office

app_name = "directory"
prefix = "direktori"
urlpatterns = [
    path("", office.Persons.as_view(), name="persons"),
    path("orang/baru/", office.ShapePerson.as_view(), name="person-new"),
    path("orang/<int:pk>/", office.ShowPerson.as_view(), name="person"),
    path("orang/<int:pk>/ubah/", office.ShapePerson.as_view(), name="person-change"),
    path("orang/<int:pk>/data.json", office.PersonData.as_view(), name="person-data"),
    path("orang/<int:pk>/pin/", office.ChoosePin.as_view(), name="pin"),
    path("jabatan/", office.Posts.as_view(), name="posts"),
    path("jabatan/baru/", office.ShapePost.as_view(), name="post-new"),
    path("jabatan/<int:pk>/", office.ShowPost.as_view(), name="post"),
    path("jabatan/<int:pk>/ubah/", office.ShapePost.as_view(), name="post-change"),
    path("jabatan/<int:pk>/serah/", office.HandOver.as_view(), name="handover"),
    path("masa-jabatan/<int:pk>/akhiri/", office.EndTenure.as_view(), name="tenure-end"),
    path("dinas/", office.Agencies.as_view(), name="agencies"),
    path("dinas/siapa/", office.WhoHandles.as_view(), name="who"),
    path("dinas/baru/", office.ShapeAgency.as_view(), name="agency-new"),
    path("dinas/<int:pk>/", office.ShowAgency.as_view(), name="agency"),
    path("dinas/<int:pk>/ubah/", office.ShapeAgency.as_view(), name="agency-change"),
    path("media/", office.Outlets.as_view(), name="outlets"),
    path("media/baru/", office.ShapeOutlet.as_view(), name="outlet-new"),
    path("media/<int:pk>/", office.ShowOutlet.as_view(), name="outlet"),
    path("media/<int:pk>/ubah/", office.ShapeOutlet.as_view(), name="outlet-change"),
    path("topik/", office.Beats.as_view(), name="beats"),
    path("topik/baru/", office.ShapeBeat.as_view(), name="beat-new"),
    path("topik/<int:pk>/", office.ShapeBeat.as_view(), name="beat"),
    path("wartawan/", office.Journalists.as_view(), name="journalists"),
    path("wartawan/baru/", office.ShapeJournalist.as_view(), name="journalist-new"),
    path("wartawan/<int:pk>/", office.ShowJournalist.as_view(), name="journalist"),
    path("wartawan/<int:pk>/ubah/", office.ShapeJournalist.as_view(), name="journalist-change"),
    path("wartawan/<int:pk>/setuju/", office.NoteConsent.as_view(), name="consent"),
    path("wartawan/<int:pk>/tolak/", office.WithdrawConsent.as_view(), name="consent-withdraw"),
    path("wartawan/<int:pk>/data.json", office.JournalistData.as_view(), name="journalist-data"),
    path("wartawan/<int:pk>/hapus/", office.EraseJournalist.as_view(), name="journalist-erase"),
    path("impor/", office.Import.as_view(), name="import"),
    path("impor/<slug:kind>.csv", office.Template.as_view(), name="template"),
]
