"""Who looks at us: the public, the staff, machines."""
