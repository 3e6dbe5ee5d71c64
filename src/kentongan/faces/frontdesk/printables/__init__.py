"""The public site, printed: one file for each part of it."""

from kentongan.faces.frontdesk.printables import agenda, assets, directory, lists, pages, releases

__all__ = ["agenda", "assets", "directory", "lists", "pages", "releases"]
