"""The diary of the house, the gate every exit asks, and the seals that show whether either was touched."""
