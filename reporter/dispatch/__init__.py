"""From a brief to whoever waits for it: letters and tickets made of it, jobs by the clock, what waits in the outbox."""
