"""Broken, hostile and merely odd files by the thousand, through every reader."""
