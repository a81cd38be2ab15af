"""/ledger/check: what a reader's own browser says of a receipt, and of a site that lies."""

import json
import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from plaudit.tlog import checkpoints, notes
from plaudit.tlog.keys import SignerKey
from tests.ledger.signed import SignedLog
from tests.support import home
from tests.support.calling import soon

pytestmark = pytest.mark.browser

PAGE = "/ledger/check"
NO_ED25519 = """
const imported = SubtleCrypto.prototype.importKey;
SubtleCrypto.prototype.importKey = function (form, key, kind, ...more) {
  if (kind === "Ed25519" || kind?.name === "Ed25519") {
    return Promise.reject(new DOMException("no", "NotSupportedError"));
  }
  return imported.call(this, form, key, kind, ...more);
};
"""
IN_ORDER = ["In order"] * 5


class Checker:
    """A reader at the page, in front of a site whose log is what a test makes of it."""

    def __init__(self, reader, log):
        self.page, self.log, self.asked = reader.page, log, []
        self.answers = log.answer
        for path in ("keys", "leaf/*", "proof/*"):
            self.page.route(f"**/ledger/{path}", self._answer)
        self.page.goto(PAGE)

    def _answer(self, route):
        path = route.request.url.partition("/ledger/")[2]
        self.asked.append(path)
        status, body = self.answers(path)
        route.fulfill(status=status, body=body, content_type="text/plain; charset=utf-8")

    def lies(self, kind, change):
        """The site's answers of a kind are changed on their way."""

        def answers(path):
            status, body = self.log.answer(path)
            return (status, change(body)) if path.startswith(kind) else (status, body)

        self.answers = answers

    def pastes(self, receipt):
        text = receipt if isinstance(receipt, str) else json.dumps(receipt)
        self.page.get_by_label("Or its text").fill(text)
        self.page.get_by_role("button", name="Check this receipt").click()

    @property
    def result(self):
        return self.page.get_by_role("region", name="What the check found")

    def says(self, verdict, marks=None):
        """The sentence at the top, and how each step came out."""
        expect(self.result.get_by_role("status")).to_contain_text(verdict)
        if marks is not None:
            assert self.result.locator(".step-mark").all_inner_texts() == marks


@pytest.fixture
def log(running_site):
    made = SignedLog(urlsplit(running_site.url).netloc)
    made.fill(9)
    return made


@pytest.fixture
def checker(reader, log):
    return Checker(reader(), log)


def test_a_ballot_that_is_in_the_log_is_proved_step_by_step(checker, log):
    receipt = log.receipt()
    log.seal(receipt)
    checker.pastes(receipt)
    checker.says("Your ballot is in the public log: entry 9, counted from 0, of 10.", IN_ORDER)
    expect(checker.result).to_contain_text("a point, given by a guest")
    expect(checker.result).to_be_focused()


def test_only_the_hash_of_the_ballot_leaves_the_browser(checker, log):
    receipt = log.receipt()
    log.seal(receipt)
    checker.pastes(receipt)
    checker.says("Your ballot is in the public log")
    kinds = [path.partition("/")[0] for path in checker.asked]
    assert kinds == ["keys", "leaf", "proof"]
    assert all(len(path) < 80 for path in checker.asked)


def test_before_it_is_sealed_the_reader_is_asked_to_come_back(checker, log):
    checker.pastes(log.due(300))
    checker.says("not in the log yet", ["In order", "In order", "Not yet"])


def test_a_promise_that_was_not_kept_is_said_out_loud(checker, log):
    checker.pastes(log.due(-1))
    checker.says("The site has broken its promise", ["In order", "In order", "Not in order"])


def test_a_file_is_checked_as_soon_as_it_is_chosen(checker, log, tmp_path):
    receipt = log.receipt()
    log.seal(receipt)
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(receipt, indent=2))
    checker.page.get_by_label("The file of a receipt").set_input_files(file)
    checker.says("Your ballot is in the public log", IN_ORDER)
    large = tmp_path / "large.json"
    large.write_bytes(b"x" * 200_000)
    checker.page.get_by_label("The file of a receipt").set_input_files(large)
    checker.says("This file is too large for a receipt.", [])


@pytest.mark.parametrize("text", ["hello", "{}", "null", '{"plaudit": "receipt/v1"}', "🧾"])
def test_what_is_no_receipt_gets_a_clear_sentence(checker, text):
    checker.pastes(text)
    checker.says("This receipt does not hold.", ["Not in order"])
    expect(checker.result).to_contain_text("This is not a receipt, or something in it was changed")
    assert checker.asked == []


def test_with_nothing_to_check_it_says_what_is_wanted(checker):
    checker.pastes("  ")
    checker.says("Choose the file of a receipt, or paste its text.", [])


def test_another_sites_receipt_is_checked_there(checker):
    checker.pastes(SignedLog("elsewhere.example").receipt())
    checker.says("This receipt does not hold.", ["Not in order"])
    expect(checker.result).to_contain_text("from another site, elsewhere.example")


def test_a_promise_by_nobody_known_or_for_another_ballot_does_not_hold(checker, log):
    forged = SignedLog(log.origin)
    forged.ack_key = SignerKey(f"{log.origin}/ack", bytes(32))
    for receipt in (
        forged.receipt(keys=log.keys),
        log.receipt() | {"leaf": log.receipt(2)["leaf"]},
    ):
        checker.pastes(receipt)
        checker.says("This receipt does not hold.", ["In order", "Not in order"])
        expect(checker.result).to_contain_text("not for this ballot, or the site did not sign it")
    checker.pastes(forged.receipt())
    checker.says("This receipt does not hold.", ["In order", "Not in order"])
    expect(checker.result).to_contain_text("or the site denies its key")


def another_root(log):
    """The same size, another tree: signed by the site all the same."""

    def change(body):
        proof, _, _ = body.partition("\n\n")
        size = len(log.leaves)
        text = checkpoints.Checkpoint(log.origin, size, bytes(32)).text()
        return f"{proof}\n\n{notes.signed(text, log.key).encoded().decode()}"

    return change


def unsigned(log):
    stranger = SignedLog(log.origin)
    stranger.key = SignerKey(log.origin, bytes(32))
    stranger.leaves = log.leaves
    return lambda _body: stranger.proof(9).encoded().decode()


@pytest.mark.parametrize(
    ("lie", "steps"),
    [
        (another_root, 4),
        (unsigned, 3),
        (lambda log: lambda _body: log.proof(8).encoded().decode(), 4),
        (lambda _log: lambda body: body.replace("index 9", "index 09"), 3),
        (lambda _log: lambda body: body.replace("\n", "\r\n"), 3),
        (lambda _log: lambda _body: "", 3),
    ],
)
def test_a_site_that_lies_about_the_proof_is_found_out(checker, log, lie, steps):
    receipt = log.receipt()
    log.seal(receipt)
    checker.lies("proof", lie(log))
    checker.pastes(receipt)
    marks = ["In order"] * steps + ["Not in order"]
    checker.says("The receipt is in order: the fault is in what this site shows of its log.", marks)


def test_a_site_that_does_not_answer_says_nothing_about_the_receipt(checker, log):
    checker.answers = lambda _path: (503, "")
    checker.pastes(log.receipt())
    checker.says("The check could not be finished.", ["In order", "Not checked"])
    expect(checker.result).to_contain_text("That says nothing about the receipt")


def test_a_browser_without_ed25519_says_so_and_checks_the_hashes(reader, log):
    ann = reader()
    ann.page.add_init_script(NO_ED25519)
    checker = Checker(ann, log)
    receipt = log.receipt()
    log.seal(receipt)
    checker.pastes(receipt)
    marks = ["In order", "Not checked", "In order", "Not checked", "In order"]
    checker.says("Whether the site signed all of it, this browser could not check.", marks)
    expect(checker.result).to_contain_text("it does not know Ed25519 signatures")
    checker.lies("proof", another_root(log))
    checker.pastes(receipt)
    checker.says("This receipt does not hold.", [*marks[:4], "Not in order"])


def test_without_scripts_the_page_names_the_program(reader, running_site):
    ann = reader(has_scripts=False)
    ann.page.goto(PAGE)
    expect(ann.page.get_by_role("main")).to_contain_text(
        f"needs JavaScript. Without it, a program does the same: "
        f"plaudit audit {running_site.url} --receipt FILE"
    )
    expect(ann.page.get_by_role("button", name="Check this receipt")).to_be_hidden()


def test_every_sentence_that_the_scripts_say_is_there(checker):
    """And none that they never say."""
    scripts = home.ROOT / "src/plaudit/static/plaudit/js"
    source = (scripts / "checking.js").read_text() + (scripts / "receipt-check.js").read_text()
    words = checker.page.evaluate(
        """() => [...document.querySelector("template.words").content
          .querySelectorAll("[data-word]")].map((one) => one.dataset.word)"""
    )
    assert len(words) == len(set(words))
    steps = ("receipt", "promise", "log", "checkpoint", "proof")
    assert {f"name-{step}" for step in steps} | {f"{step}-good" for step in steps} <= set(words)
    assert {f"{step}-bad" for step in steps} <= set(words)
    whole = {"entry", "step", "untitled", "working", "nothing", "too-long", "insecure", "unreached"}
    made = {"value", "gave", "confirm", "mark", "all", "name", "ballot", "class", "nonce", *steps}
    assert {re.split(r"[-+0]", word)[0] for word in words if word not in whole} == made
    ends = {word.partition("-")[2] for word in words if word.split("-")[0] in ("all", *steps)}
    assert [end for end in ends if f'"{end}"' not in source and f'"all-{end}"' not in source] == []


def test_the_result_is_readable_for_everybody_and_on_the_smallest_screen(reader, log):
    ann = reader(width="phone", theme="dark")
    checker = Checker(ann, log)
    receipt = log.receipt()
    log.seal(receipt)
    checker.pastes(receipt)
    checker.says("Your ballot is in the public log", IN_ORDER)
    assert Axe().run(ann.page, options={"resultTypes": ["violations"]}).violations_count == 0
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert ann.page.evaluate(wide) == 0


# The receipts on this device


@pytest.fixture
def voted(reader, story):
    ann = reader()
    ann.opens(story)
    for act in (ann.top.up, ann.top.down):
        ann.answered("/point", act.click)
    ann.page.goto(PAGE)
    return ann


def shelf(ann):
    return ann.page.get_by_role("region", name="Receipts on this device")


def test_the_receipts_on_the_device_are_listed_newest_first(voted, story):
    entries = shelf(voted).get_by_role("listitem")
    expect(entries).to_have_count(2)
    expect(entries.first).to_contain_text("A point down, kept on")
    link = entries.first.get_by_role("link", name=story.headline)
    expect(link).to_have_attribute("href", story.get_absolute_url())
    with voted.page.expect_download() as download:
        entries.last.get_by_role("button", name="Keep as a file").click()
    assert json.loads(download.value.path().read_text())["nonce_by"] == "voter"


def test_they_are_removed_one_by_one_or_all_after_a_question(voted):
    voted.page.once("dialog", lambda dialog: dialog.dismiss())
    shelf(voted).get_by_role("button", name="Remove them all").click()
    entries = shelf(voted).get_by_role("listitem")
    expect(entries).to_have_count(2)
    voted.page.on("dialog", lambda dialog: dialog.accept())
    entries.first.get_by_role("button", name="Remove").click()
    expect(entries).to_have_count(1)
    expect(shelf(voted).get_by_role("button", name="Check")).to_be_focused()
    shelf(voted).get_by_role("button", name="Remove them all").click()
    expect(shelf(voted)).to_be_hidden()
    assert voted.page.evaluate("localStorage.length") == 0


def test_a_vote_is_acknowledged_sealed_proved_on_the_page_and_audited(
    voted, running_site, tmp_path, monkeypatch
):
    """The whole way, with the site's own log."""
    entries = shelf(voted).get_by_role("listitem")
    entries.last.get_by_role("button", name="Check").click()
    said = voted.page.get_by_role("region", name="What the check found").get_by_role("status")
    expect(said).to_contain_text("log")

    def is_proved():
        running_site.plaudit("ledger", "seal")
        entries.last.get_by_role("button", name="Check").click()
        expect(said).not_to_have_text("Checking …")
        return "Your ballot is in the public log" in said.inner_text()

    soon(is_proved, 40)
    marks = voted.page.locator(".step-mark").all_inner_texts()
    assert marks == IN_ORDER
    with voted.page.expect_download() as download:
        entries.first.get_by_role("button", name="Keep as a file").click()
    receipt = tmp_path / "receipt.json"
    download.value.save_as(receipt)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # Of the folder: other tests make up figures on this site, which an audit of it finds.
    audited = running_site.plaudit("audit", str(running_site.home), "--receipt", str(receipt))
    assert audited.returncode == 0, audited.stdout
    assert re.search(r"receipt +receipt.json: The ballot .* is leaf \d+ and counts", audited.stdout)
