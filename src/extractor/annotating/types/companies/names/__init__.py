"""The grammar of one name: where it starts and ends, its parts, what it is called for short."""
