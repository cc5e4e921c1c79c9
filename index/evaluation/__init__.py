"""Judged questions in, figures out."""
