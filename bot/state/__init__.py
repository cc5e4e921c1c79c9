"""What the bot remembers: the answers it gave, in a database."""
