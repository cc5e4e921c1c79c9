"""Articles as a bibliography cites them: one description each, written out in the styles people use."""
