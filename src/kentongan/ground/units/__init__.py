"""The institution, its units, who logs in and as what, and the numbers that are given once."""
