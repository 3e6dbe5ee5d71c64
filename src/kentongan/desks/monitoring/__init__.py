"""What others say of us: clips, stories, who printed what and what was changed."""
