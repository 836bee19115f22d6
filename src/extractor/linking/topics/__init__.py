"""What a figure speaks of: the whole market, a part of it, or another market."""
