"""What an activity already says, and when a source is missing."""
