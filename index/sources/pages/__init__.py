"""Web pages as saved: their main text, and what they say of themselves."""
