"""Public pages that compute: one file for each."""
