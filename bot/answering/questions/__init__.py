"""What is asked: the question within what people type, the form its answer takes, and what it goes on from."""
