"""One address becomes bytes: asked in its host's turn, of strangers in public only, within bounds."""
