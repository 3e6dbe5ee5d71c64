"""Number patterns and one-time codes, in plain Python."""
