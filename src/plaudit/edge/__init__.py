"""The page store and the server in front. It knows HTTP and files, never Django."""
