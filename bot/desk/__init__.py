"""Where questions and look-ups are handed in, and what is remembered between them."""
