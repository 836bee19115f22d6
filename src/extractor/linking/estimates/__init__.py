"""Market values: which amounts are one, and the years and the tense that their own statement gives them."""
