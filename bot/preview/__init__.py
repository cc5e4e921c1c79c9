"""The real bot on a simulated Discord, with a page to look at: every command and button, no token."""
