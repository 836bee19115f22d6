"""Rates: their kind and the years that their own statement gives them."""
