"""As a witness for others, a site cosigns what has only grown, and never two histories."""

import time
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise

import pytest

from plaudit.ledger import cosigner, keys, witnessed
from plaudit.ledger.models import WitnessedLog
from plaudit.ledger.witnessed import UNKNOWN
from plaudit.tlog import checkpoints, cosignatures, notes, witnessing
from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.keys import SignerKey
from tests.ledger.logs import Log
from tests.support.racing import at_once

ADDRESS = "/ledger/witness/add-checkpoint"


@pytest.fixture
def witness(db, ledger_home):
    return cosigner.made().verifier


@pytest.fixture
def rival(witness):
    """A log of 40 entries that this site is a witness for."""
    log = Log(size=40)
    WitnessedLog.objects.create(origin=log.key.name, keys=f"{log.vkey}\n")
    return log


@pytest.fixture
def post(client):
    def post(data, **headers):
        encoded = data if isinstance(data, bytes) else data.encoded()
        return client.post(ADDRESS, encoded, content_type="text/plain", headers=headers)

    return post


def cosigned(answer, note, key):
    """The cosignature of a note in an answer, verified."""
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert answer["Cache-Control"] == "no-store"
    (signature,) = witnessing.parse_cosignatures(answer.content)
    cosignatures.check(note.with_signatures([signature]), [key], 1)
    return signature


def is_conflict(answer, size):
    found = (answer.status_code, answer["Content-Type"], answer.content)
    return found == (409, "text/x.tlog.size", b"%d\n" % size)


def test_what_grows_is_cosigned_step_by_step_and_remembered(rival, witness, post):
    for old, size in pairwise([0, 1, 2, 7, 8, 8, 33, 40, 40]):
        before = int(time.time())
        request = rival.adds(old, size)
        signature = cosigned(post(request), request.note, witness)
        assert before <= cosignatures.time_of(signature) <= time.time()
        known = WitnessedLog.objects.get()
        assert (known.size, bytes(known.root)) == (size, request.checkpoint.root)
        assert known.text == request.note.encoded().decode()


def test_an_empty_log_is_cosigned_too(rival, witness, post):
    cosigned(post(rival.adds(0, 0)), rival.note(0), witness)
    cosigned(post(rival.adds(0, 3)), rival.note(3), witness)


def test_another_size_than_the_last_is_told_the_last(rival, post):
    assert is_conflict(post(rival.adds(5, 9)), 0)
    post(rival.adds(0, 9))
    for old, size in ((0, 9), (0, 12), (8, 12), (10, 12), (5, 7)):
        assert is_conflict(post(rival.adds(old, size)), 9)
    assert WitnessedLog.objects.get().size == 9


def test_a_second_history_is_refused_and_the_proof_of_it_kept(rival, post):
    post(rival.adds(0, 20))
    fork = rival.forked(at=10)
    assert post(fork.adds(20, 30)).status_code == 422
    assert post(replace(rival.adds(20, 30), note=fork.note(30))).status_code == 422
    assert WitnessedLog.objects.get().conflict == ""
    assert is_conflict(post(fork.adds(20, 20)), 20)
    known = WitnessedLog.objects.get()
    assert (known.size, bytes(known.root)) == (20, rival.adds(0, 20).checkpoint.root)
    roots = set()
    for text in (known.text, known.conflict):
        note = notes.parse(text.encode())
        found = checkpoints.opened(note, rival.key.name, [rival.key.verifier])
        roots.add((found.size, found.root))
    assert len(roots) == 2
    kept = known.conflict
    assert is_conflict(post(rival.forked(at=1).adds(20, 20)), 20)
    assert WitnessedLog.objects.get().conflict == kept


@pytest.mark.parametrize("wrong", ["none", "short", "long", "swapped", "of another size"])
def test_growth_that_is_not_proved_is_422(rival, post, wrong):
    post(rival.adds(0, 20))
    request = rival.adds(20, 37)
    proof = {
        "none": (),
        "short": request.proof[:-1],
        "long": (*request.proof, bytes(32)),
        "swapped": request.proof[::-1],
        "of another size": rival.adds(20, 38).proof,
    }[wrong]
    assert post(replace(request, proof=proof)).status_code == 422
    assert post(replace(rival.adds(20, 20), proof=(bytes(32),))).status_code == 422
    assert WitnessedLog.objects.get().size == 20


def test_from_nothing_there_is_nothing_to_prove(rival, post):
    assert post(replace(rival.adds(0, 20), proof=(bytes(32),))).status_code == 422


def test_an_unknown_log_is_refused_before_it_is_read(rival, post, django_assert_num_queries):
    stranger = Log("stranger.example", 3).adds(0, 3).encoded()
    with django_assert_num_queries(1):
        answer = post(stranger + b"and nothing that could be read")
    assert (answer.status_code, answer.content.decode()) == (404, f"{UNKNOWN}\n")


def test_a_log_that_is_refused_again_is_not_forgotten(rival, post):
    post(rival.adds(0, 20))
    WitnessedLog.objects.update(keys="")
    assert post(rival.adds(20, 30)).status_code == 404
    WitnessedLog.objects.update(keys=f"{rival.vkey}\n")
    assert is_conflict(post(rival.forked(at=3).adds(0, 30)), 20)


def test_only_the_logs_own_key_is_listened_to(rival, witness, post):
    other = SignerKey.generate(rival.key.name)
    request = rival.adds(0, 5)
    forged = replace(request, note=notes.signed(request.note.text, other))
    assert post(forged).status_code == 403
    both = replace(request, note=notes.signed(request.note.text, other, rival.key))
    cosigned(post(both), both.note, witness)
    WitnessedLog.objects.update(keys=f"{rival.vkey}\n{other.verifier}\n")
    later = rival.adds(5, 6)
    later = replace(later, note=notes.signed(later.note.text, other))
    cosigned(post(later), later.note, witness)


def test_extension_lines_are_cosigned_as_they_stand(rival, witness, post):
    request = replace(rival.adds(0, 5), note=rival.note(5, "more", "lines"))
    cosigned(post(request), request.note, witness)


def test_no_flipped_bit_is_cosigned(rival, post):
    """Wherever it is: a request that is another one is refused, and nothing is remembered."""
    post(rival.adds(0, 3))
    data = rival.adds(3, 4).encoded()
    for place in range(len(data)):
        for bit in (0, 5):
            wrong = bytearray(data)
            wrong[place] ^= 1 << bit
            answer = post(bytes(wrong))
            assert answer.status_code in {400, 403, 404, 409, 422}, (place, bit)
    assert WitnessedLog.objects.get().size == 3


@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"old 0\n\n", b"old 0\n\nrival.example", b"old 0\n\nrival.example\n",
     b"old 0\n\n\xff\n", b"old 0\n\n\0\n", b"x" * 5000, b"old 0\n\n" + b"x" * 300 + b"\n"],
)  # fmt: skip
def test_what_is_no_request_is_400(rival, post, data):
    answer = post(data)
    assert answer.status_code == 400
    assert answer.content.decode().rstrip().endswith(".")


def test_an_old_size_beyond_the_checkpoint_is_400(rival, post):
    post(rival.adds(0, 20))
    data = rival.adds(0, 10).encoded().replace(b"old 0", b"old 20")
    assert post(data).status_code == 400


def test_a_body_without_bounds_is_not_read(rival, post):
    assert post(b"x" * (witnessing.MOST_BYTES + 1)).status_code == 413


def test_it_takes_posts_of_programs_wherever_they_come_from(rival, witness, client, post):
    request = rival.adds(0, 5)
    answer = post(request, Origin="https://elsewhere.example", Sec_Fetch_Site="cross-site")
    cosigned(answer, request.note, witness)
    assert not answer.cookies
    assert client.get(ADDRESS).status_code == 405


def test_the_key_is_shown_and_is_a_cosigners(witness, client):
    answer = client.get("/ledger/witness/key")
    assert CosignerKey.parse(answer.content.decode().strip()) == witness
    assert witness.name == "127.0.0.1:8000/witness"
    path = keys.folder() / "witness.key"
    assert (path.stat().st_mode & 0o777, keys.folder().stat().st_mode & 0o777) == (0o600, 0o700)


def test_off_there_is_neither_key_nor_witness(db, ledger_home, client, post):
    assert post(Log(size=3).adds(0, 3)).status_code == 404
    assert client.get("/ledger/witness/key").status_code == 404
    assert not keys.folder().exists()


def test_a_key_that_is_lost_or_open_signs_nothing_and_remembers_nothing(rival, post):
    path = keys.folder() / "witness.key"
    path.chmod(0o644)
    assert post(rival.adds(0, 5)).status_code == 503
    path.unlink()
    assert post(rival.adds(0, 5)).status_code == 503
    assert WitnessedLog.objects.get().size == 0
    assert not path.exists()


def raced(requests):
    """Asks for all of them at once; the requests that were cosigned."""
    replies = at_once([lambda one=one: witnessed.add_checkpoint(one.encoded()) for one in requests])
    assert {reply.status for reply in replies} <= {200, 409}
    return [one for one, reply in zip(requests, replies, strict=True) if reply.status == 200]


def test_of_two_histories_at_once_one_is_cosigned(racing_db, ledger_home):
    cosigner.made()
    for number in range(15):
        log = Log(f"log{number}.example", size=9)
        WitnessedLog.objects.create(origin=log.key.name, keys=f"{log.vkey}\n")
        witnessed.add_checkpoint(log.adds(0, 3).encoded())
        histories = [log, *(log.forked(at=at) for at in (3, 4, 5))]
        signed = raced([one.adds(3, 9) for one in histories])
        assert len(signed) == 1
        assert (
            bytes(WitnessedLog.objects.get(origin=log.key.name).root) == signed[0].checkpoint.root
        )


def test_of_many_sizes_at_once_one_is_cosigned_and_none_rolls_back(racing_db, ledger_home):
    cosigner.made()
    log = Log(size=60)
    WitnessedLog.objects.create(origin=log.key.name, keys=f"{log.vkey}\n")
    size = 0
    while size < 60:
        sizes = range(size + 1, min(size + 7, 61))
        (signed,) = raced([log.adds(size, to) for to in sizes])
        size = WitnessedLog.objects.get().size
        assert size == signed.checkpoint.size


def test_what_is_not_canonical_base64_is_400(rival, post):
    data = rival.adds(0, 5).encoded()
    root = b64encode(rival.adds(0, 5).checkpoint.root)
    assert post(data.replace(root, root[:-1])).status_code == 400
