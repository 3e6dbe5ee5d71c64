"""The printed public site."""
