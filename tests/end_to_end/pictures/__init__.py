"""The pictures of the guides: each view that members and administrators meet, taken in the preview."""
