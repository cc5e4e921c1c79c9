"""Answers as Discord shows them: pure functions that can never write more than Discord takes."""
