"""What the letters of a name alone say."""
