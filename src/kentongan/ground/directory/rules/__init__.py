"""Order of precedence."""
