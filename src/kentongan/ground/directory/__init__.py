"""Agencies, persons, posts and tenures; outlets and journalists."""
