"""One vector a span: engines that find the nearest, and the store that never embeds a text twice."""
