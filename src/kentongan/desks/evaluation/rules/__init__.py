"""Months, and what a number of the report is made of."""
