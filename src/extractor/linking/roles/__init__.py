"""Companies, regions and the publisher: who plays which part."""
