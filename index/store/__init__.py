"""What stands on disk: the library, its generations, and what is in them."""
