"""Addresses of the counter."""

from django.urls import path

from kentongan.faces.counter.counter import health

urlpatterns = [path("healthz", health.health, name="health")]
