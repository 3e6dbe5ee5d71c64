"""Charts and words of the screen."""
