"""Feeds and sitemaps written out: plain values in, bytes out, the same every time."""
