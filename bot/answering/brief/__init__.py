"""The short answer within a statement: the number, date, name or thing that was asked for."""
