"""Who must be written to, once, and what a letter to a newsroom says."""
