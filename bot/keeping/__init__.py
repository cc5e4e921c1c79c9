"""What the bot does by itself, a little at a time: alerts, answers that stay true, forgetting."""
