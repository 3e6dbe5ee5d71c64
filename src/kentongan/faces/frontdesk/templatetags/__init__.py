"""Words of days that only the public pages say."""
