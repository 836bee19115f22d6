"""Enumerations, lists of lines and tables of firms."""
