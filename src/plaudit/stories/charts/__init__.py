"""Charts of an editor's small table, drawn by the server: figures in, SVG out, no database."""
