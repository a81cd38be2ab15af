"""What the log's entries say, and what they amount to: leaves, the replay rule, the points map.

Bytes in, figures out. It knows no database, no file and no network, so that the auditor, the site
and a stranger's program reckon alike. What it does not accept it refuses as `plaudit.tlog` does.
The specification is `docs/spec/ledger.md`.
"""
