"""The words and marks that quantities, dates and currencies are made of."""
