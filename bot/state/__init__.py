"""What the bot remembers, in a database: answers, servers' choices, feedback, alerts and how far its chores have come."""
