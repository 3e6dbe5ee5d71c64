"""Addresses of what is made for one reader; public feeds are printed."""

from django.urls import path

from kentongan.faces.wire import feeds

urlpatterns = [path("kalender/<str:token>.ics", feeds.private_calendar, name="calendar")]
