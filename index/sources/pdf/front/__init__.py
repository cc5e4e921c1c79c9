"""What a paper says of itself: its title, authors and imprint, on its first pages and in its file."""
