"""Commands of an operator: they parse arguments, call and print, and have no logic of their own."""
