// A receipt as a file: what it says, read strictly. docs/spec/ballots.md, "The answer".

import { Malformed, bytesOf, decimal, hashFrom, linesOf, areEqual } from "./bytes.js";
import { KIND, parseLeaf } from "./leaf.js";
import { parseKey, parseNote } from "./notes.js";
import { leafHash } from "./tlog.js";

const PROMISE = "plaudit/ack/v1";
const FIELDS = ["plaudit", "origin", "leaf", "ack", "keys", "nonce_by"];
const LONGEST = 100_000;
const MOST_KEYS = 100;

/** `{ origin, leaf, ballot, note, promise, keys, nonceBy, hash }`; no signature is verified. */
export async function parseReceipt(text) {
  const fields = fieldsOf(text);
  const ballot = parseLeaf(fields.leaf);
  const note = parseNote(fields.ack);
  const promise = parsePromise(note.text);
  if (promise.origin !== fields.origin) throw new Malformed("The promise is of another origin.");
  const keys = await Promise.all(fields.keys.map(parseKey));
  const hash = await leafHash(bytesOf(fields.leaf));
  return { origin: fields.origin, leaf: fields.leaf, ballot, note, promise, keys, nonceBy: fields.nonce_by, hash };
}

export const isOfItsLeaf = ({ promise, hash }) => areEqual(promise.hash, hash);

function fieldsOf(text) {
  if (text.length > LONGEST) throw new Malformed("A receipt is not that long.");
  let fields;
  try {
    fields = JSON.parse(text);
  } catch {
    throw new Malformed("This is not JSON.");
  }
  const names = fields && typeof fields === "object" ? Object.keys(fields) : [];
  if (names.length !== FIELDS.length || !FIELDS.every((name) => names.includes(name))) {
    throw new Malformed(`A receipt has these fields: ${FIELDS.join(", ")}.`);
  }
  if (fields.plaudit !== KIND) throw new Malformed(`This is not a ${KIND}.`);
  if (!["voter", "server"].includes(fields.nonce_by)) throw new Malformed("nonce_by is voter or server.");
  const texts = [fields.origin, fields.leaf, fields.ack];
  if (!Array.isArray(fields.keys) || fields.keys.length > MOST_KEYS) throw new Malformed("keys is a short list.");
  if (![...texts, ...fields.keys].every((one) => typeof one === "string")) {
    throw new Malformed("A field of the receipt is no text.");
  }
  return fields;
}

function parsePromise(text) {
  const [kind, origin, hash, deadline, ...more] = linesOf(text, "promise");
  if (kind !== PROMISE || deadline === undefined || more.length) throw new Malformed(`This is no ${PROMISE}.`);
  return { origin, hash: hashFrom(hash, "leaf hash"), deadline: new Date(Number(decimal(deadline, "deadline")) * 1000) };
}
