"""Jobs: what is sent to whom, and when. Nothing of ours keeps running: the system's own clock calls `schedule run`."""
