"""What became of each article: retractions, corrections, concerns, reinstatements."""
