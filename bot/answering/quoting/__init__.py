"""Which sentences can be quoted as findings, and how they read as statements."""
