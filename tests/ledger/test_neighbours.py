"""Witnesses are named and removed by commands, which say what to do next."""

import pytest

from plaudit import settings
from plaudit.__main__ import main
from plaudit.auditor import quorum
from plaudit.checkup.finding import Level
from plaudit.checkup.witnesses import witnessing
from plaudit.engine import sealer
from plaudit.ledger import cosigner, keys, posting, witnessed
from plaudit.ledger.models import Witness, WitnessedLog
from plaudit.tlog import notes
from plaudit.tlog.cosignatures import CosignerKey, CosigningKey
from plaudit.tlog.keys import SignerKey
from tests.ledger.logs import Log
from tests.ledger.strangers import Honest, serving

pytestmark = pytest.mark.django_db
NOWHERE = "http://127.0.0.1:1/w"


@pytest.fixture(autouse=True)
def folder(ledger_home, monkeypatch):
    monkeypatch.setattr(posting, "SECONDS", 0.5)
    return ledger_home / "ledger"


@pytest.fixture
def typed(capsys):
    """Types `plaudit ledger witness …`; answers with the status and what was said."""

    def typed(*words):
        status = main(["ledger", "witness", *map(str, words)])
        said = capsys.readouterr()
        return status, (said.out or said.err).strip()

    return typed


def vkey(name="library.example/w"):
    return str(CosigningKey.generate(name).verifier)


def published():
    return notes.parse((settings.load().home / "ledger/checkpoint").read_bytes())


def test_a_witness_that_is_added_cosigns_at_once(typed):
    sealer.catch_up()
    library = Honest()
    with serving(library) as address:
        status, said = typed("add", library.key.verifier, address)
        assert status == 0
        assert "library.example/w: last cosigned 1 entries" in said
        assert len(published().signatures) == 2
        assert address in typed("list")[1]


def test_one_that_cannot_be_asked_is_added_and_its_trouble_said(typed):
    sealer.catch_up()
    status, said = typed("add", vkey(), NOWHERE)
    assert status == 0
    assert "nothing cosigned" in said
    assert "cannot be asked" in said
    assert typed("remove", "library.example/w")[0] == 0
    assert typed("list")[1].startswith("Nobody is asked")


def test_before_the_log_begins_a_witness_waits_to_be_asked(typed):
    assert "not asked yet; it is with the next checkpoint" in typed("add", vkey(), NOWHERE)[1]


def test_a_witness_may_move(typed):
    key = vkey()
    typed("add", key, NOWHERE)
    Witness.objects.update(size=7)
    typed("add", key, "http://127.0.0.1:2/w/")
    (witness,) = Witness.objects.all()
    assert (witness.address, witness.size) == ("http://127.0.0.1:2/w", 7)


def test_who_cannot_be_a_witness_is_refused_with_a_sentence(typed):
    key = vkey()
    typed("add", key, NOWHERE)
    public = CosignerKey.parse(key).public
    own = cosigner.made().verifier
    for wrong, address, words in (
        (keys.signer().verifier, NOWHERE, "not the key of a witness"),
        ("hello", NOWHERE, "not the key of a witness"),
        (key, "http://rival.example/w", "by https:// only"),
        (vkey(), NOWHERE, "witness remove library.example/w` first"),
        (CosignerKey("another", public), NOWHERE, "counted twice"),
        (own, NOWHERE, "for themselves"),
        (vkey("x" * 256), NOWHERE, "at most 255 characters"),
    ):
        status, said = typed("add", wrong, address)
        assert status == 1
        assert words in said
        assert said.count("\n") == 0
    assert Witness.objects.count() == 1
    assert "There are: library.example/w" in typed("remove", "nobody")[1]


def test_more_than_32_are_not_asked(typed):
    Witness.objects.bulk_create(Witness(name=f"w{n}", key=vkey(f"w{n}")) for n in range(32))
    assert "There are 32 witnesses" in typed("add", vkey(), NOWHERE)[1]


def test_accepting_a_log_says_what_its_operator_has_to_type(typed):
    log = Log(size=3)
    status, said = typed("accept", log.vkey)
    assert status == 0
    own = cosigner.public()
    assert f"plaudit ledger witness add {own} http://127.0.0.1:8000/ledger/witness" in said
    assert typed("key")[1].splitlines() == [str(own), "http://127.0.0.1:8000/ledger/witness"]
    assert witnessed.add_checkpoint(log.adds(0, 3).encoded()).status == 200
    assert "rival.example" in typed("list")[1]
    assert "last cosigned 3 entries" in typed("list")[1]


def test_a_log_may_have_two_keys_or_another_name(typed):
    log, other = Log(), SignerKey.generate("key.example").verifier
    typed("accept", log.vkey)
    typed("accept", log.vkey)
    typed("accept", other, "--origin", log.key.name)
    assert WitnessedLog.objects.get().keys == f"{log.vkey}\n{other}\n"


def test_a_log_that_was_refused_has_to_go_on_from_where_it_was(typed):
    log = Log(size=9)
    typed("accept", log.vkey)
    witnessed.add_checkpoint(log.adds(0, 5).encoded())
    assert typed("refuse", log.key.name)[0] == 0
    assert witnessed.add_checkpoint(log.adds(5, 9).encoded()).status == 404
    assert "refused" in typed("list")[1]
    typed("accept", log.vkey)
    assert witnessed.add_checkpoint(log.forked(at=2).adds(0, 9).encoded()).status == 409
    assert witnessed.add_checkpoint(log.adds(5, 9).encoded()).status == 200


def test_whose_log_cannot_be_accepted_is_said(typed):
    for wrong, words in (
        (vkey(), "not the key of a log"),
        ("hello", "not the key of a log"),
        (keys.signer().verifier, "for themselves"),
    ):
        status, said = typed("accept", wrong)
        assert (status, words in said) == (1, True), said
    assert "cannot be the origin" in typed("accept", Log().vkey, "--origin", "a\nb")[1]
    assert "no witness for 'nobody'" in typed("refuse", "nobody")[1]
    assert not WitnessedLog.objects.exists()


def test_the_proof_of_a_second_history_is_two_signed_checkpoints(typed):
    log = Log(size=5)
    typed("accept", log.vkey)
    witnessed.add_checkpoint(log.adds(0, 5).encoded())
    assert "has not shown" in typed("proof", log.key.name)[1]
    fork = log.forked(at=0)
    witnessed.add_checkpoint(fork.adds(5, 5).encoded())
    assert "two histories" in typed("list")[1]
    both = [log.note(5).encoded().decode(), fork.note(5).encoded().decode()]
    assert typed("proof", log.key.name)[1] == "\n".join(both).strip()


@pytest.mark.parametrize("needed", [0, 1, 2])
def test_the_policy_is_one_that_auditors_can_read(typed, needed, monkeypatch):
    sealer.catch_up()
    library, rival = Honest(), Honest("rival.example/w")
    with serving(library) as one, serving(rival) as other:
        typed("add", library.key.verifier, one)
        typed("add", rival.key.verifier, other)
    site = settings.load().model_copy(update={"witnesses_needed": needed})
    monkeypatch.setattr(settings, "load", lambda: site)
    found = quorum.parse(typed("policy")[1].encode())
    assert found.logs == [keys.signer().verifier]
    assert found.check(published()) == ["library.example/w", "rival.example/w"]
    assert found.quorum == ("witnesses" if needed else "none")


def test_the_doctor_knows_what_is_configured_and_how_it_goes(typed, monkeypatch):
    def said():
        return [(found.level, found.words) for found in witnessing()]

    assert said() == [(Level.OK, "none are asked to cosign the ledger")]
    sealer.catch_up()
    library, log = Honest(), Log(size=2)
    with serving(library) as address:
        typed("add", library.key.verifier, address)
    typed("add", vkey("rival.example/w"), NOWHERE)
    typed("accept", log.vkey)
    fine, troubled, mine = said()
    assert (fine[0], "library.example/w last cosigned 1 entries on 20" in fine[1]) == (
        Level.OK,
        True,
    )
    assert (troubled[0], "cannot be asked" in troubled[1]) == (Level.WARN, True)
    assert mine == (Level.OK, "this site has cosigned nothing yet of rival.example")
    for size in (0, 2):
        witnessed.add_checkpoint(log.adds(size, 2).encoded())
    witnessed.add_checkpoint(log.forked(at=0).adds(2, 2).encoded())
    assert (Level.BAD, "rival.example has signed two histories") in said()
    (keys.folder() / cosigner.FILE).unlink()
    assert any(level is Level.BAD and "witness.key is missing" in words for level, words in said())


def test_the_help_teaches(capsys):
    with pytest.raises(SystemExit):
        main(["ledger", "witness", "--help"])
    said = capsys.readouterr().out
    for verb in ("add KEY URL", "accept KEY", "refuse ORIGIN", "ledger-witnesses.md"):
        assert verb in said
