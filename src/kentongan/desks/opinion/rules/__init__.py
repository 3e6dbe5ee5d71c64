"""Satisfaction index, sample sizes and design-based estimates."""
