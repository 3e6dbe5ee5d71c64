"""What the office does, in the order of its work."""
