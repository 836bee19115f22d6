"""Whether a name is a firm's, and a firm a player: each by itself, then over the whole document."""
