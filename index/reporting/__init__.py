"""What a build did, as a page that people open."""
