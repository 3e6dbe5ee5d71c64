"""The language engines: plain Python."""
