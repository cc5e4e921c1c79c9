"""The Discord bot: answers, and the places they are asked and shown."""
