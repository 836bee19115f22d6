"""Runs of numbers, currencies and percent signs, as money and rates have them."""
