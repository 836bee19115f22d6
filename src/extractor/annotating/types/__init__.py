"""Entity types, one folder each; the registry lists this folder and the installed entry points."""
