"""What somebody typed to be checked or found, read in plain Python."""
