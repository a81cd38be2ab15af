"""What travels in a picture's file and is no picture: pages, programs, archives.

A file can be a sound picture to one reader and a page or an archive to another, who begins at the
end or looks for a sign. Sites serve pictures as pictures, and tell browsers to guess nothing; this
is for whoever takes the file further.
"""

# Long enough to be no chance among twenty million bytes, but for the two of ZIP: a picture in which
# they are by chance is written anew, and no harm done.
SIGNS = (b"<script", b"<html", b"<!doctype", b"<svg", b"<iframe", b"<?php", b"%pdf-")
ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")


def are_in(data: bytes) -> bool:
    """Whether there are signs of them anywhere in a file."""
    small = data.lower()
    return any(sign in data for sign in ARCHIVES) or any(sign in small for sign in SIGNS)
