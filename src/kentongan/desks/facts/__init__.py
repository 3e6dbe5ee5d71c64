"""Claims with their sources."""
