"""What may be tuned to one library, judged on questions made of it."""
