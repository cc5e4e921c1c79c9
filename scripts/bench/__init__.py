"""Measurements that take minutes: run by hand, quoted in the docs, never timed in tests."""
