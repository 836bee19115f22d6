"""Annotating: a text becomes tokens with typed mentions.

A folder imports only from those before it.

    lexicon/     words and marks of quantities, dates and currencies
    tokens/      how a text is cut, and what is known of each distinct word
    numbers/     one number: digits, words, fractions, scales
    quantities/  runs of numbers, currencies and percent signs
    types/       the finders, one folder a kind of mention
"""
