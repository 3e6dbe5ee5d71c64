"""Time: the office's zone, working days, holidays, the law's periods, the heartbeat."""
