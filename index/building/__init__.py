"""Sources in, a published generation out."""
