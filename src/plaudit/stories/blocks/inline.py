"""What a block's running text may hold besides letters."""

INLINE = ["bold", "italic", "link", "superscript"]
