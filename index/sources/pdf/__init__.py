"""PDF: words and their places become an article's title, sections and captions."""
