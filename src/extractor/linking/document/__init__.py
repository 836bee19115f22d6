"""What the whole document tells of figures that were read sentence by sentence: which fit together, their kinds and years."""
