"""Renders pages into the page store, and knows which of them a change touches."""
