"""Paths, requests, decisions, review links."""
