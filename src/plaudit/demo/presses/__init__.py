"""A paper's archive, printed in bulk: more stories and ballots than anybody writes or casts.

What happened (stories, events, numbered ballots) is written many rows at a time. Everything that
follows from it (tallies, scores, places) is left to the verbs of the tick.
"""
