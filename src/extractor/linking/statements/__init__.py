"""The figures of a document, each in its statement: what is read there before anything is decided."""
