"""What is asked of a study itself: who wrote it, when and where it appeared, what kind it is, on whom."""
