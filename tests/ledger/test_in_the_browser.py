"""The browser's own proofs: they hold where plaudit.tlog's do, and refuse what it refuses."""

import json
import random
from base64 import b64encode

import pytest

from plaudit.tlog import notes, proof_files
from plaudit.tlog.hashes import leaf_hash
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.refused import Refused
from tests.ledger.signed import SignedLog, ballot

pytestmark = pytest.mark.browser

# Everything that /ledger/check does with a proof, on bytes: the words "held" or "refused".
VERDICTS = """async ([leaf, origin, keys, proofs]) => {
  const { src } = document.querySelector("[src*=receipt-check]");
  const from = (name) => import(new URL(`${name}.js`, src));
  const { Malformed, NotProved, fromBase64, textOf } = await from("bytes");
  const { parseKey, signersOf } = await from("notes");
  const { parseProof, verifyInclusion } = await from("tlog");
  const known = await Promise.all(keys.map(parseKey));
  const hash = fromBase64(leaf, "leaf");
  const check = async (bytes) => {
    const text = textOf(fromBase64(bytes, "bytes"), "proof");
    const { index, hashes, note, checkpoint } = parseProof(text);
    await signersOf(note, known);
    if (checkpoint.origin !== origin) throw new NotProved("another origin");
    await verifyInclusion(hash, index, checkpoint.size, hashes, checkpoint.root);
  };
  const verdicts = [];
  for (const proof of proofs) {
    try {
      await check(proof);
      verdicts.push("held");
    } catch (problem) {
      if (!(problem instanceof Malformed || problem instanceof NotProved)) throw problem;
      verdicts.push("refused");
    }
  }
  return verdicts;
}"""


@pytest.fixture(scope="module")
def page(browser, running_site):
    context = browser.new_context(base_url=running_site.url)
    page = context.new_page()
    page.goto("/ledger/check")
    yield page
    context.close()


def text64(data):
    return b64encode(data).decode()


def in_browser(page, log, leaf, proofs):
    keys = [str(log.key.verifier)]
    return page.evaluate(
        VERDICTS, [text64(leaf), log.origin, keys, [text64(proof) for proof in proofs]]
    )


def in_python(log, leaf, proofs):
    def verdict(data):
        try:
            proof_files.parse(data).verified(leaf, log.origin, [log.key.verifier])
        except Refused:
            return "refused"
        return "held"

    return [verdict(data) for data in proofs]


@pytest.mark.parametrize("size", [*range(1, 18), 63, 64, 65, 255, 256, 257])
def test_every_proof_holds_and_none_of_another_entry(page, size):
    log = SignedLog()
    log.fill(size)
    wanted = range(size) if size < 20 else random.Random(size).sample(range(size), 12)
    for index in wanted:
        proofs = [log.proof(index).encoded(), log.proof((index + 1) % size).encoded()]
        verdicts = in_browser(page, log, leaf_hash(log.leaves[index]), proofs)
        assert verdicts == ["held", "held" if size == 1 else "refused"]


def test_whatever_bit_is_flipped_both_refuse_it(page):
    log = SignedLog()
    log.fill(11)
    whole, leaf = log.proof(6, b"extra").encoded(), leaf_hash(log.leaves[6])
    bent = [
        whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]
        for at in range(len(whole))
        for bit in (0, 5, 7)
    ]
    there, here = in_browser(page, log, leaf, bent), in_python(log, leaf, bent)
    assert there == here
    beyond = whole.index(b"index ")  # the extra data before it is not signed by anybody
    assert set(here[beyond * 3 :]) == {"refused"}
    assert in_browser(page, log, leaf, [whole]) == ["held"]


def odd_proofs(log):
    """What reads almost like a proof."""
    whole = log.proof(2).encoded()
    head, _, note = whole.partition(b"\n\n")
    text = notes.parse(note).text
    twice = note + note[note.rindex("— ".encode()) :]
    stranger = notes.sign(text, SignerKey("stranger.example", bytes(32))).line().encode()
    return [
        whole.replace(b"\n", b"\r\n"),
        whole + b"\n",
        whole[:-1],
        b"\n" + whole,
        b"\xef\xbb\xbf" + whole,
        whole.replace(b"index 2", b"index 02"),
        whole.replace(b"index 2", b"index +2"),
        whole.replace(b"index 2", b"index 9223372036854775808"),
        whole.replace("— ".encode(), "– ".encode()),
        whole.replace("— ".encode(), b"- "),
        whole.replace(b"@v1", b"@v2"),
        head + b"\n\n" + twice,
        head + b"\n\n" + note.replace(text.encode(), text.encode() + b"\n"),
        head.replace(b"=", b"", 1) + b"\n\n" + note,
        head + b"\n" + b"A" * 43 + b"=\n\n" + note,
        head + b"\n\n" + note.replace(b"gazette.example\n", b"gazette.example \n", 1),
        head + b"\n\n" + text.encode(),
        note,
        b"",
        head + b"\n\n" + note + stranger,  # somebody else may sign it as well: this one holds
    ]


def test_what_is_written_oddly_both_refuse(page):
    log = SignedLog()
    log.fill(5)
    leaf, odd = leaf_hash(log.leaves[2]), odd_proofs(log)
    verdicts = in_browser(page, log, leaf, odd)
    assert verdicts == in_python(log, leaf, odd)
    assert verdicts == ["refused"] * (len(odd) - 1) + ["held"]


READ = """async (texts) => {
  const { src } = document.querySelector("[src*=receipt-check]");
  const from = (name) => import(new URL(`${name}.js`, src));
  const { parseReceipt, isOfItsLeaf } = await from("receipt");
  const { signersOf } = await from("notes");
  const { Malformed, NotProved } = await from("bytes");
  const verdicts = [];
  for (const text of texts) {
    try {
      const receipt = await parseReceipt(text);
      await signersOf(receipt.note, receipt.keys);
      verdicts.push(isOfItsLeaf(receipt) ? "held" : "refused");
    } catch (problem) {
      if (!(problem instanceof Malformed || problem instanceof NotProved)) throw problem;
      verdicts.push("refused");
    }
  }
  return verdicts;
}"""


def test_a_receipt_is_read_and_a_bent_one_refused(page):
    log = SignedLog()
    good = log.receipt()
    other = log.receipt(2)
    bent = [
        good | {"leaf": other["leaf"]},
        good | {"ack": other["ack"]},
        good | {"leaf": good["leaf"].replace("+1", "1")},
        good | {"leaf": good["leaf"].replace("value +1", "value -1")},
        good | {"leaf": good["leaf"] + "\n"},
        good | {"leaf": good["leaf"].replace("rev 1", "rev 01")},
        good | {"leaf": good["leaf"].replace("class g", "class x")},
        good | {"leaf": good["leaf"].replace("ODw", "ODx")},
        good | {"origin": "elsewhere.example"},
        good | {"ack": good["ack"].replace("ack/v1", "ack/v2")},
        good | {"plaudit": "receipt/v2"},
        good | {"nonce_by": "me"},
        good | {"more": 1},
        {name: said for name, said in good.items() if name != "keys"},
        good | {"keys": "none"},
        good | {"keys": [1]},
        good | {"keys": ["x"]},
        good | {"keys": []},
        good | {"leaf": None},
    ]
    texts = [json.dumps(one) for one in [good, *bent]]
    texts += [
        "",
        "null",
        "[]",
        "1",
        "{",
        '"receipt"',
        "\ud83d\ude00",
        json.dumps(good)[:-1],
        "[" * 9000,
    ]
    verdicts = page.evaluate(READ, texts)
    assert verdicts == ["held"] + ["refused"] * (len(texts) - 1)


def test_the_leaf_that_python_writes_is_the_one_that_the_browser_reads(page):
    log = SignedLog()
    for number in (1, 9, 10, 999_999_999):
        leaf = log.receipt(number)["leaf"]
        read = page.evaluate(
            """async (leaf) => {
              const src = document.querySelector("[src*=receipt-check]").src;
              return (await import(new URL("leaf.js", src))).parseLeaf(leaf);
            }""",
            leaf,
        )
        written = ballot(number)
        assert list(read.values()) == [
            *(written.about, written.tag, str(number), "+1", written.kind, written.nonce)
        ]
