"""Addresses of the counter."""

from django.urls import path

from kentongan.faces.counter import counter

urlpatterns = [path("healthz", counter.health, name="health")]
