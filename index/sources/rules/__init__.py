"""What holds in every format: how dates, names, plain text, prose and page furniture look."""
