"""Articles in parts: passages, the sentences within them, and the rules that part them."""
