"""What is kept of a published story so that it can be found, and shown when it is."""

from django.db import models

PLACE_BITS = 31  # of a place, for the story; the higher ones are the second it was published in


class Entry(models.Model):
    """A published story as it is searched. Only `following` writes it.

    A place orders stories by time and names one: so the newest stories of an answer are a range of
    an index, and those between two dates as well. `headline` and `dek` are folded words with a
    space before and behind each (`ranks`); `rules` are those of its language (`stems`); `text` is
    the body in plain words, for snippets. The words themselves are in the table `search_words`,
    which each database has of its own kind.
    """

    place = models.BigIntegerField(primary_key=True)
    ulid = models.CharField(max_length=26, unique=True)
    headline = models.TextField()
    dek = models.TextField(blank=True)
    rules = models.CharField(max_length=20, blank=True, db_index=True)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.ulid} at {self.place}"
