"""What kind of work an article is: its design, whether it is a preprint, whether it tells of the world."""
