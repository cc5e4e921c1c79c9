"""Whether a sentence says what a claim says, or the opposite, or neither."""
