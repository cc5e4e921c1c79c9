"""What a whole installation is examined for, and what to do about each thing that is found.

Nothing here imports more than Python's own library at its top: it runs where half of what it looks at
is missing. Each check runs in a process of its own, so that none can hang or crash the others.
"""
