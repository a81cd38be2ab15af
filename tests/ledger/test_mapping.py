"""The points of everything stand in the log once a day, and each of them can be proved alone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plaudit.engine import jobs, sealer
from plaudit.ledger import keys, mapping, maps, recovering, sealing, tree
from plaudit.ledger.models import Leaf
from plaudit.points import ballots, carrying, decisions, tallies
from plaudit.points.models import Ballot, Tally
from plaudit.recount import leaves, map_proof
from plaudit.recount.leaves import PointsRoot
from plaudit.recount.points import Points
from plaudit.recount.replay import Replay
from plaudit.tlog import bundles, tiles
from plaudit.tlog.refused import Refused
from tests.ledger import reading
from tests.ledger.backups import Backup
from tests.ledger.test_recovering import Site, tell
from tests.points import voting
from tests.points.voting import subject
from tests.rankings.making import NOON, cast
from tests.tlog import reference

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def site(ledger_home):
    found = Site(ledger_home)
    found.seals(0, 20)
    return found


def recounted(site):
    entries = reading.entries(site.folder)
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    return entries, replay


def asked(guest, about):
    """What the proof of a subject's points says, once it is verified."""
    answer = guest.get(f"/ledger/points/{about}")
    assert answer.status_code == 200, answer.content
    proof = map_proof.parse(answer.content)
    assert proof.encoded() == answer.content
    key = keys.signer().verifier
    return proof.verified(key.name, [key])


def test_the_log_gets_a_leaf_with_the_root_of_all_points_and_still_counts(site):
    before, replay = recounted(site)
    wanted = reference.root([points.entry(about) for about, points in replay.all_points()])
    assert mapping.add() == maps.Map(len(before), 3)
    entries, _ = recounted(site)
    assert entries == [*before, PointsRoot(wanted).encoded()]


def test_the_points_of_each_story_are_proved_by_the_site(site, guest):
    mapping.add()
    index = len(reading.entries(site.folder)) - 1
    for about, figures in site.figures().items():
        proved, points, leaf, checkpoint = asked(guest, about)
        assert (proved, points.as_json()) == (about, figures)
        assert (leaf, checkpoint) == (index, reading.published(site.folder))


def test_a_proof_says_what_was_so_then_and_is_of_the_checkpoint_of_now(site, guest):
    mapping.add()
    before = site.figures()
    site.seals(20, 40)
    about = site.stories[0].about
    _, points, _, checkpoint = asked(guest, about)
    assert points.as_json() == before[about] != site.figures()[about]
    assert checkpoint == reading.published(site.folder)


def test_what_was_set_aside_and_carried_over_is_in_it(site, guest):
    story = site.stories[0]
    twice = Ballot.objects.filter(about=story.about, rev=2).values("tag")
    once = Ballot.objects.filter(about=story.about).exclude(tag__in=twice)
    numbers = list(once.values_list("number", flat=True)[:2])
    decisions.set_aside(story.about, numbers, "ring", "editor", NOON)
    carrying.carry({story.about: 583}, "wordpress", NOON)
    site.settle()
    mapping.add()
    assert asked(guest, story.about)[1].as_json() == site.figures()[story.about]
    points = asked(guest, story.about)[1]
    assert (points.set_aside, points.carried) == (2, 583)


def test_without_a_new_leaf_there_is_nothing_to_sum_up(site):
    assert mapping.add()
    size = len(reading.entries(site.folder))
    assert mapping.add() is None
    assert len(reading.entries(site.folder)) == size
    site.seals(20, 30)
    assert mapping.add()


def test_a_log_about_nothing_gets_none(ledger_home):
    sealing.seal()
    assert not mapping.is_due(timezone.now())
    assert mapping.add() is None
    assert len(reading.entries(ledger_home / "ledger")) == 1


def test_a_site_without_a_ledger_has_nothing_to_sum_up(ledger_home, guest):
    assert not mapping.is_due(timezone.now())
    assert mapping.add() is None
    assert guest.get(f"/ledger/points/{subject()}").status_code == 404


def test_it_comes_round_once_a_day(site):
    now = timezone.now()
    assert mapping.is_due(now)
    assert "sum_up_ledger" in jobs.run_due()
    task = DBTaskResult.objects.get(task_path=mapping.add_soon.module_path)
    assert mapping.add_soon.func(*task.args_kwargs["args"])
    assert isinstance(leaves.parse(reading.entries(site.folder)[-1]), PointsRoot)
    assert not mapping.is_due(now + DAY * 2)  # nothing has come
    site.seals(20, 30)
    assert not mapping.is_due(now + DAY / 2)
    assert mapping.is_due(timezone.now() + DAY)


@pytest.mark.parametrize("count", [1, 2, 255, 256, 257, 600])
def test_maps_of_every_size_are_whole_and_prove_each_of_theirs(ledger_home, guest, count):
    abouts = sorted(subject() for _ in range(count))
    for about in abouts:
        ballots.cast(about, voting.guest(), 1, ballots.new_nonce(), NOON)
    ballots.draw()
    tallies.add()
    sealer.catch_up()
    made = mapping.add()
    folder = ledger_home / "ledger" / made.path
    found = []
    for tile in tiles.bundles_between(0, count):
        found += bundles.decode((folder / tile.path).read_bytes(), tile.width)
    assert found == [Points(up=1, guests=1).entry(about) for about in abouts]
    for about in {abouts[0], abouts[count // 2], abouts[-1]}:
        assert asked(guest, about)[1] == Points(up=1, guests=1)
    assert guest.get(f"/ledger/points/{subject()}").status_code == 404
    assert guest.get("/ledger/points/s/0").status_code == 404


def test_the_map_s_files_are_served_like_the_log_s(site, guest):
    made = mapping.add()
    tile = guest.get(f"/ledger/{made.path}/tile/entries/000.p/3")
    assert tile["Cache-Control"] == "public, max-age=31536000, immutable"
    assert bundles.decode(tile.content, 3)
    assert guest.get("/ledger/points/latest").content == f"index {made.index}\nsize 3\n".encode()
    for path in (f"{made.path}/checkpoint", f"{made.path}/tile/0/../0/000", "points/x/tile/0/000"):
        assert guest.get(f"/ledger/{path}").status_code == 404


def test_the_map_before_the_latest_stays_and_no_other(site):
    made = []
    for first in (20, 30, 40):
        made.append(mapping.add())
        site.seals(first, first + 10)
    kept = {path.name for path in (site.folder / "points").iterdir()}
    assert kept == {"latest", *(str(one.index) for one in made[-2:])}


def test_a_try_that_was_broken_off_before_it_was_shown_is_made_good_by_the_next(site, guest):
    mapping.add()
    (site.folder / "points" / "latest").unlink()
    assert guest.get(f"/ledger/points/{site.stories[0].about}").status_code == 404
    site.seals(20, 30)
    mapping.add()
    assert asked(guest, site.stories[0].about)[1].as_json() == site.figures()[site.stories[0].about]


def test_an_edited_tally_does_not_come_into_the_log(site, guest):
    about = site.stories[1].about
    before = site.figures()[about]
    Tally.objects.filter(about=about).update(members=1_000)
    mapping.add()
    assert asked(guest, about)[1].as_json() == before
    recounted(site)


def test_an_edited_leaf_is_named_and_nothing_is_added(site):
    first = Leaf.objects.filter(number__isnull=False).order_by("index").first()
    edited = bytes(first.data).replace(b"value +1", b"value -1")
    Leaf.objects.filter(index=first.index).update(data=edited)
    size = len(reading.entries(site.folder))
    with pytest.raises(tree.Changed):
        mapping.add()
    assert len(reading.entries(site.folder)) == size


def test_a_database_that_is_behind_gets_the_points_leaf_back(site, guest):
    backup = Backup()
    mapping.add()
    cast(site.stories[0], 5, -1)
    site.settle()
    wanted = reading.entries(site.folder)
    backup.restore()
    recovering.recover(tell)
    site.settle()
    assert reading.entries(site.folder) == wanted
    assert asked(guest, site.stories[1].about)[1].as_json() == site.figures()[site.stories[1].about]


def test_a_map_whose_files_were_changed_proves_nothing(site, guest):
    made = mapping.add()
    path = site.folder / made.path / "tile/entries/000.p/3"
    path.write_bytes(re.sub(rb"down \d", b"down 9", path.read_bytes(), count=1))
    abouts = sorted(story.about for story in site.stories)
    proof = map_proof.parse(guest.get(f"/ledger/points/{abouts[0]}").content)
    key = keys.signer().verifier
    with pytest.raises(Refused):
        proof.verified(key.name, [key])
