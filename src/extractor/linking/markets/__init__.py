"""Which market a document is about, and how markets are named."""
