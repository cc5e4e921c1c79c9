"""What answers are worth on judged questions: asked of a library as it is, and without what answers them."""
