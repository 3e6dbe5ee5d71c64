"""What neighbours can't join: who got it and who printed it."""
