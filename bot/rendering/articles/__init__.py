"""Articles as pages: one, several, a topic's, or counted by time."""
