"""Whom or what a study was made on, and how many took part."""
