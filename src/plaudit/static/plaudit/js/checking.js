// Checks a receipt step by step, in the reader's own browser. Nothing of the receipt leaves it but
// the hash of its ballot, by which the site is asked where in the log the ballot is.

import { Malformed, NotProved, areEqual, decimal, textOf, toBase64, toHex } from "./bytes.js";
import { canVerify, parseKey, signersOf } from "./notes.js";
import { isOfItsLeaf, parseReceipt } from "./receipt.js";
import { parseProof, verifyInclusion } from "./tlog.js";

const FOLDER = "/ledger/";
const LARGEST = 2_000_000;

/** The site could not be asked, which says nothing about the receipt. */
class Unreached extends Error {}

/** Ends the steps: `outcome` says how, `why` in English what was found. */
class End extends Error {
  constructor(outcome, facts = {}, why = "") {
    super(why);
    Object.assign(this, { outcome, facts, why });
  }
}

/**
 * Yields `{ step, verdict, word, facts, why }`, one for each step that was come to. `verdict` is
 * good, bad, unknown (could not be checked here) or wait; `word` names the sentence that says it.
 */
export async function* check(text, origin, now = () => Date.now()) {
  if (!globalThis.crypto?.subtle) return yield { ...told("receipt", "unknown", ""), word: "insecure" };
  const known = { origin, canVerify: await canVerify(), isDue: (deadline) => now() > deadline };
  for (const [step, take] of Object.entries(STEPS)) {
    try {
      const { verdict = "good", word = verdict, ...facts } = await take(known, text);
      yield told(step, verdict, word, facts);
    } catch (problem) {
      return yield ended(step, problem);
    }
  }
}

const told = (step, verdict, word, facts = {}, why = "") => ({ step, verdict, word: `${step}-${word}`, facts, why });

function ended(step, problem) {
  if (problem instanceof End) {
    const verdict = ["wait", "unknown"].includes(problem.outcome) ? problem.outcome : "bad";
    return told(step, verdict, problem.outcome, problem.facts, problem.why);
  }
  if (problem instanceof Unreached) {
    return { ...told(step, "unknown", "", {}, problem.message), word: "unreached" };
  }
  if (problem instanceof Malformed || problem instanceof NotProved) {
    return told(step, "bad", "bad", {}, problem.message);
  }
  throw problem;
}

const STEPS = {
  async receipt(known, text) {
    known.receipt = await parseReceipt(text);
    const { origin, ballot, nonceBy } = known.receipt;
    if (origin !== known.origin) throw new End("elsewhere", { origin });
    return { ballot, nonceBy };
  },

  async promise(known) {
    const { receipt } = known;
    const { deadline } = receipt.promise;
    if (!isOfItsLeaf(receipt)) throw new NotProved("The promise is of another ballot.");
    known.keys = await siteKeys();
    if (!known.canVerify) return { verdict: "unknown", word: "unsigned", deadline };
    const mine = receipt.keys.filter(({ name }) => name === `${known.origin}/ack`);
    const theirs = known.keys.filter(({ name }) => name === `${known.origin}/ack`);
    const [signer] = await signersOf(receipt.note, [...theirs, ...mine.filter((key) => !isAmong(key, theirs))]);
    if (!isAmong(signer, theirs)) throw new End("denied", { deadline });
    return { deadline };
  },

  async log(known) {
    const { hash, promise: { deadline } } = known.receipt;
    const answer = await ask(`leaf/${toHex(hash)}`);
    if (answer.status === 404) throw new End(known.isDue(deadline) ? "broken" : "wait", { deadline });
    known.index = indexIn(await readable(answer, "answer"));
    return { index: known.index };
  },

  async checkpoint(known) {
    const proof = parseProof(await readable(await ask(`proof/${known.index}`), "proof"));
    known.proof = proof;
    const { origin, size, root } = proof.checkpoint;
    if (origin !== known.origin) throw new NotProved(`The checkpoint is of ${origin}.`);
    const facts = { size, root: toBase64(root) };
    if (!known.canVerify) return { verdict: "unknown", word: "unsigned", ...facts };
    await signersOf(proof.note, known.keys.filter(({ name }) => name === origin));
    return facts;
  },

  async proof({ proof, receipt, index }) {
    const { hashes, checkpoint: { size, root } } = proof;
    if (proof.index !== index) throw new NotProved("The proof is of another entry.");
    await verifyInclusion(receipt.hash, index, size, hashes, root);
    return { index, size, hashes: hashes.length };
  },
};

export const STEP_NAMES = Object.keys(STEPS);

const isAmong = (key, keys) => keys.some((one) => areEqual(one.id, key.id) && areEqual(one.public, key.public));

async function siteKeys() {
  const lines = (await readable(await ask("keys"), "list of keys")).split("\n").filter(Boolean);
  return Promise.all(lines.map(parseKey));
}

async function ask(path) {
  try {
    return await fetch(FOLDER + path, { credentials: "omit", cache: "no-store" });
  } catch {
    throw new Unreached("The site could not be reached.");
  }
}

async function readable(answer, what) {
  if (!answer.ok) throw new Unreached(`The site answered ${answer.status}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > LARGEST) throw new Malformed(`The ${what} is too long.`);
  return textOf(bytes, what);
}

function indexIn(text) {
  let index;
  try {
    ({ index } = JSON.parse(text));
  } catch {
    throw new Malformed("The answer is no JSON.");
  }
  if (!Number.isSafeInteger(index)) throw new Malformed("The answer names no index.");
  return decimal(String(index), "index");
}
