"""Commands that look something up and ask nothing."""
