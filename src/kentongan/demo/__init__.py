"""The fictional office of Tirta Kencana: a week of work for a first look."""
