"""Where the bot speaks, to whom and how often: what administrators and the operator allow."""
