"""`make bench`: how fast Plaudit is, each figure measured beside something known, in turns."""
