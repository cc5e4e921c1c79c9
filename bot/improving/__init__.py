"""What members' feedback teaches: the questions the library should answer and does not."""
