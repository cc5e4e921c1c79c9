"""pdfium, at arm's length: every touch of it, and the process that it may crash without harm."""
