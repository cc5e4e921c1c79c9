"""An answer as a page, and what stands beside it: limits, notes, records, its passages, further looks."""
