"""A site whose database is older than its ledger is not served until that is put right."""

from plaudit.ledger.models import Checkpoint, Leaf, LogState
from plaudit.points import ballots
from tests.rankings.making import give, stories
from tests.support.shell import refusal


def test_an_older_database_is_not_served_before_it_has_caught_up(own_site):
    with own_site.database():
        (story,) = stories(1)
        give(story, 5)
        ballots.draw()
    assert own_site.plaudit("ledger", "seal").stdout == "Sealed 5 entries.\n"
    with own_site.database():
        Leaf.objects.all().delete()
        Checkpoint.objects.all().delete()
        LogState.objects.all().delete()
    port = f"--port={own_site.port}"
    assert "0 entries of the ledger, but 6" in refusal(own_site.plaudit("run", port))
    assert own_site.plaudit("ledger", "recover").returncode == 0
    own_site.start()
