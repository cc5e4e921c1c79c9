"""Question in, hits out."""
