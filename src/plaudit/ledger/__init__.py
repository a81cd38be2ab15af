"""The public log of what counted: leaves, tiles, checkpoints, and the keys that sign them."""
