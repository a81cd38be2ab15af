"""When a vote counts as seen: once the page shows all that may have been counted before it."""

from bench.watching import Seen, Watcher


def seen(votes, shown):
    """`votes`: when each was sent and acknowledged; `shown`: figures, and when each came."""
    watcher = Watcher("127.0.0.1:1", "/stories/x", ["/stories/y"], 1.0, 1)
    watcher._votes, watcher._shown = votes, shown
    return watcher._seen()


def test_a_vote_is_seen_when_the_figure_has_moved():
    found = seen([(1.0, 1.25)], [(7, 0.0), (8, 2.0)])
    assert found == Seen([0.75], 0)


def test_a_figure_that_may_be_another_votes_does_not_count():
    """Both were under way at once: the first point shown may be either's."""
    found = seen([(1.0, 1.5), (1.0, 1.5)], [(0, 0.0), (1, 2.0), (2, 3.0)])
    assert found == Seen([1.5, 1.5], 0)


def test_a_vote_that_was_sent_later_is_not_waited_for():
    found = seen([(1.0, 1.5), (1.5, 2.0)], [(0, 0.0), (1, 2.0), (2, 4.0)])
    assert found == Seen([0.5, 2.0], 0)


def test_who_was_never_seen_took_longest():
    found = seen([(1.0, 1.5)] * 4, [(0, 0.0), (3, 2.0)])
    assert found == Seen([], 4)
    assert found.p99 == float("inf")
    assert Seen([0.1] * 99, 1).p99 == float("inf")
    assert Seen([0.1] * 100, 0).p99 == 0.1


def test_half_of_the_votes_are_for_the_page_that_is_watched():
    watcher = Watcher("127.0.0.1:1", "/x", ["/y", "/z"], 1.0, 1)
    assert watcher._paths == ["/x", "/x", "/y", "/z"]
