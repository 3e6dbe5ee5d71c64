"""Law about time, as dated rows."""
