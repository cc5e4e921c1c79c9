"""Answers in a language model's words, each sentence checked against the passage it cites."""
