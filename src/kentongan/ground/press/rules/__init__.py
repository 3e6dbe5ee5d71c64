"""What a print is."""
