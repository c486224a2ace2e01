"""Delivery: briefs on their way out."""
