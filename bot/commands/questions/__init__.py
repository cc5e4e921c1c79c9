"""Where members ask a question: a command, a mention, a post in a forum."""
