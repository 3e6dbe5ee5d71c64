"""What machines read: feeds, calendars, sitemaps."""
