"""What moderators do about ballots: find arranged ones, set them aside and undo it, on record."""
