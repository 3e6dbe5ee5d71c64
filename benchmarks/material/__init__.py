"""What several benchmarks are made of: real articles in two halves, and ways of changing them with fixed seeds."""
