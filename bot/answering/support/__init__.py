"""Whether the words a statement cites bear it out: rules, floors, and a judge where there is one."""
