"""Text as unit vectors: the model that makes them, engines that find the nearest, and the store that never embeds a text twice."""
