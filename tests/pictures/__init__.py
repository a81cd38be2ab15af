"""Makes the pictures of the newsroom guide: `make pictures`, so that none goes stale by hand."""
