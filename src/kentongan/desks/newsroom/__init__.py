"""Manuscripts and the versions frozen from them."""
