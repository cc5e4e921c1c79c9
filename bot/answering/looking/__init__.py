"""Looking things up in one generation, where nobody wants an answer."""
