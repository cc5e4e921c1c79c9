"""Articles from the web, gathered politely and as if every server were hostile."""
