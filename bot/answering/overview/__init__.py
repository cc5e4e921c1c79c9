"""A one-page brief on a topic: what each study of it found, in its own words."""
