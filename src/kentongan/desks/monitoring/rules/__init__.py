"""Reuse and extraction."""
