"""Where members ask: one cog a file."""
