"""Buttons that work after a restart, and the layout they stand in."""
