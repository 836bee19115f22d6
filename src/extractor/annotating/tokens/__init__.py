"""How a text is cut into tokens and sentences, and what is known of each distinct word."""
