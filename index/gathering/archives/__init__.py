"""Archives, as if each were a bomb: their members become sources, and nothing is written to any disk."""
