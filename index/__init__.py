"""Articles in, hits out: everything about the library, nothing about Discord."""
