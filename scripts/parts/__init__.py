"""What several commands are made of: their options, how they open a library, and how they tell what they found."""
