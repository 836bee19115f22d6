"""Words around and in names of firms."""
