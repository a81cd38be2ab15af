"""Sound and film of the paper's own: which files are taken, and as what they are served."""
