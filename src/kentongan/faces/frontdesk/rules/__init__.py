"""Addresses of the public site, its weeks, and how a release's body is set: plain values."""
