"""Photographs and files."""
