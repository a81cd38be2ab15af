"""Recounts a site's log from outside and compares it with what the site shows.

It needs nothing of the site but its public addresses, or a folder with the log's files; it knows
no database and no Django. What it finds it says in findings (`findings`), never in silence.
"""
