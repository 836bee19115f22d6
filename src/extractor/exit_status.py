"""What the command ends with: 1 some inputs were quarantined, 2 wrong usage, 3 stopped but resumable, 130 interrupted."""

OK, SOME_QUARANTINED, USAGE, STOPPED, INTERRUPTED = 0, 1, 2, 3, 130
