"""Briefs on the tickets of an editorial desk, whichever system it keeps them in."""
