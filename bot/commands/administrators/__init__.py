"""What administrators choose for their server, and may know of it."""
