"""Bytes in, articles out: one module a format, and one that tells the formats apart."""
