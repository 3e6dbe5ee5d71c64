"""Clashes, and the day's sheet in words."""
