"""Plain text: articles by themselves, and scrapes of whole pages."""
