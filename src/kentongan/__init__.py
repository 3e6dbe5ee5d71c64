"""Kentongan: the communication system of a public-relations office."""

__version__ = "0.1.0"
