"""What answers: one generation at a time, in a bounded pool, swapped while members ask."""
