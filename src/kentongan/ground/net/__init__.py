"""The one door for outgoing HTTP: what may be reached, by pinned address, within size and time."""
