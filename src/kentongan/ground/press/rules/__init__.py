"""What a print is, and how a printed file is answered for: plain values, no disk."""
