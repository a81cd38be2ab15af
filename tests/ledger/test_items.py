"""Points for the items of a story, from a vote at a real site to a stranger's recount."""

from django.db import transaction

from plaudit.points import ballots, decisions
from plaudit.points.models import Ballot, Tally
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


def test_an_audit_agrees_with_what_is_set_aside_of_an_item(own_site):
    own_site.start()
    with own_site.database():
        story = making.story(body=[ranked("Hope", "Faith")])
        hope, _faith = items_of(story).values()
        where = story.get_absolute_url()
        with transaction.atomic():  # as many as are sealed at once, here and below
            for _ in range(600):
                ballots.cast(hope.about, guest(), 1, ballots.new_nonce(), NOON)

    def counted():
        (found, _other) = own_site.json(f"{where}.json")["items"]
        points = found["points"]
        return points["total"], points["set_aside"], found["unsealed"]

    soon(lambda: counted() == (600, 0, 0))
    reader = Caller(own_site)
    assert "arranged voting" not in reader.get(f"{where}/points").text  # now both are stored
    reader.get(where)
    with own_site.database():
        numbers = Ballot.objects.filter(about=hope.about).values_list("number", flat=True)
        chosen = list(numbers.order_by("number")[:300])
        decisions.set_aside(hope.about, chosen, "ring", "moderator", NOON)
    soon(lambda: counted() == (300, 300, 0))
    soon(lambda: '<data class="points" value="300">' in reader.get(where).text)
    soon(lambda: "arranged voting: 300" in reader.get(f"{where}/points").text)
    found = audit(own_site)
    assert found.returncode == 0, found.stdout
    with own_site.database():
        decisions.let_count(hope.about, chosen[:280], "moderator", NOON)
    soon(lambda: counted() == (580, 20, 0))
    found = audit(own_site)
    assert found.returncode == 0, found.stdout

    with own_site.database():  # somebody lets them count again without saying so
        Tally.objects.filter(about=hope.about).update(up=600, guests=600, set_aside=0)
    found = audit(own_site)
    assert found.returncode == 1
    assert f"{hope.about} shows total 600 for 580" in found.stdout


def audit(site):
    return site.plaudit("audit", site.url, "--pages", "5")
