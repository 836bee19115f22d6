"""Legal forms: their table and their grammar."""
