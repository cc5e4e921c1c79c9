"""Words: those of a question and of a library, how they are spelled, and how often passages say them."""
