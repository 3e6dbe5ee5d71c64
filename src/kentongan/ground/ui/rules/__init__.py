"""What the screen says and draws, as plain functions: words, charts, cells, the refusal."""
