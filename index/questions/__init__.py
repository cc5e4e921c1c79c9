"""What a question says of the articles it wants, and in which language it says it."""
