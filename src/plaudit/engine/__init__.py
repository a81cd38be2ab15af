"""What `plaudit run` keeps running: a supervisor, a server, and what goes on backstage."""
