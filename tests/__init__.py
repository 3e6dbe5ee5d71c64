"""Tests mirror the house; `journeys/` cross it, `house/` holds its contracts."""
