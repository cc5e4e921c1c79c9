"""What names pages and other listings: feeds, sitemaps, and lists of addresses."""
