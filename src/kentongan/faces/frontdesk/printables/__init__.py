"""The public site, printed: one file for each part of it."""

from kentongan.faces.frontdesk.printables import assets

__all__ = ["assets"]
