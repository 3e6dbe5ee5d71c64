"""Addresses of the agenda under /kantor/agenda/."""

from django.urls import path

from kentongan.desks.agenda import office

app_name = "agenda"
prefix = "agenda"
urlpatterns = [
    path("", office.Board.as_view(), name="board"),
    path("lembar/", office.Sheet.as_view(), name="sheet"),
    path("lembar/pdf/", office.SheetPaper.as_view(), name="sheet-pdf"),
    path("kalender/", office.Calendars.as_view(), name="calendars"),
    path("kalender/baru/", office.RenewCalendar.as_view(), name="calendar-renew"),
    path("baru/", office.PlanActivity.as_view(), name="plan"),
    path("<int:pk>/", office.ShowActivity.as_view(), name="activity"),
    path("<int:pk>/ubah/", office.ChangeActivity.as_view(), name="change"),
    path("<int:pk>/batal/", office.CancelActivity.as_view(), name="cancel"),
    path("<int:pk>/foto/", office.OpenAlbum.as_view(), name="album"),
    path("<int:pk>/utus/", office.AssignPerson.as_view(), name="assign"),
    path("penugasan/<int:pk>/lepas/", office.ReleasePerson.as_view(), name="release"),
    path("penugasan/<int:pk>/pasti/", office.ConfirmAssignment.as_view(), name="confirm"),
]
