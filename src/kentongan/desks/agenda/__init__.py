"""Who goes where, when and for whom."""
