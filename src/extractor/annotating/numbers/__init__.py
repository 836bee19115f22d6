"""One number read from the tokens: digits, words, fractions and scales."""
