"""Seating by protocol and the order of greeting."""

from kentongan.desks.gatherings.rules.greeting import Salutation, greeting
from kentongan.desks.gatherings.rules.seating import EmptySeat, Guest, Seat, Seating, UnclearGuest, seat

__all__ = ["EmptySeat", "Guest", "Salutation", "Seat", "Seating", "UnclearGuest", "greeting", "seat"]
