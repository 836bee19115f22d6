"""Container formats: one module a format, each defining FORMAT."""
