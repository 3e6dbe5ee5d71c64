"""Seating by the law of protocol."""
