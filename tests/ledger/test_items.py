"""Points for the items of a story, from a vote at a real site to a stranger's recount."""

from django.db import transaction

from plaudit.points import ballots
from plaudit.points.models import Tally
from tests.points.voting import guest
from tests.rankings.making import NOON
from tests.stories.items import items_of, ranked
from tests.support import making
from tests.support.calling import Caller, soon


def test_an_audit_counts_what_the_page_shows_of_each_item(own_site):
    own_site.start()
    with own_site.database():
        story = making.story(body=[ranked("Hope", "Faith", order="points")])
        hope, faith = items_of(story).values()
        where = story.get_absolute_url()
    assert Caller(own_site).gives(f"{where}/items/{faith.ulid}").status == 200
    with own_site.database(), transaction.atomic():  # enough for a checkpoint at once
        for _ in range(300):
            ballots.cast(hope.about, guest(), 1, ballots.new_nonce(), NOON)
    items = {}

    def all_are_sealed():
        items.update((one["title"], one) for one in own_site.json(f"{where}.json")["items"])
        return [items[name]["unsealed"] for name in ("Hope", "Faith")] == [0, 0]

    soon(all_are_sealed)
    assert [items[name]["points"]["total"] for name in ("Hope", "Faith")] == [300, 1]
    shown = '<data class="points" value="300">'
    soon(lambda: shown in Caller(own_site).get(where).text)
    assert audit(own_site).returncode == 0

    with own_site.database():  # somebody helps an item along
        Tally.objects.filter(about=faith.about).update(up=500, guests=500)
    found = audit(own_site)
    assert found.returncode == 1
    assert f"{faith.about} shows total 500 for 1" in found.stdout


def audit(site):
    return site.plaudit("audit", site.url, "--pages", "5")
