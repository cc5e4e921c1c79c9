"""Where words stand on a page, and in which order they are read: words, lines, columns, blocks."""
