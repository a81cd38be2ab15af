"""Search for readers and staff, over what is published and nothing else."""
