"""Question and hits to an answer; knows nothing of Discord."""
