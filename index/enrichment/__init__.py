"""What is found out about an article beside what its source says: evidence cards, integrity, studies."""
