"""What a generation holds, article by article, and which of it a search may look into."""
