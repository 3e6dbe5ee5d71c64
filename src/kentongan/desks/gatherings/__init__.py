"""Events: guests, seating."""
