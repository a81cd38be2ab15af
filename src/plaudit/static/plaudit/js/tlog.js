// A transparency log as its reader sees it: hashes (RFC 6962), inclusion (RFC 9162, section
// 2.1.3.2), checkpoints and proofs as files (C2SP tlog-checkpoint, tlog-proof).

import {
  Malformed, NotProved, areEqual, bytesOf, checkText, decimal, fromBase64, hashFrom, linesOf, sha256,
} from "./bytes.js";
import { parseNote } from "./notes.js";

const HEADER = "c2sp.org/tlog-proof@v1";
const MOST_HASHES = 63;
const MOST_ORIGIN_BYTES = 255;
const EMPTY_ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (data) => sha256(LEAF, data);
export const nodeHash = (left, right) => sha256(NODE, left, right);

/** That the tree of this size and root has this leaf hash at the index; throws NotProved. */
export async function verifyInclusion(leaf, index, size, proof, root) {
  if (index >= size) throw new NotProved(`A tree of size ${size} has no leaf ${index}.`);
  let [at, last, found] = [index, size - 1n, leaf];
  for (const sibling of proof) {
    if (last === 0n) throw new NotProved("The proof has more hashes than the tree has levels.");
    if (at & 1n || at === last) {
      found = await nodeHash(sibling, found);
      // The levels at which the last node of the row has no neighbour.
      while (!(at & 1n) && at) [at, last] = [at >> 1n, last >> 1n];
    } else {
      found = await nodeHash(found, sibling);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  if (last !== 0n) throw new NotProved("The proof has fewer hashes than the tree has levels.");
  if (!areEqual(found, root)) throw new NotProved("The proof leads to another root.");
}

/** `{ origin, size, root }` out of the text of a checkpoint's note. */
export function parseCheckpoint(text) {
  const lines = linesOf(checkText(text, "checkpoint"), "checkpoint");
  if (lines.length < 3 || lines.includes("")) throw new Malformed("This is no checkpoint.");
  const [origin, size, root] = lines;
  if (bytesOf(origin).length > MOST_ORIGIN_BYTES) throw new Malformed("The origin is too long.");
  const found = { origin, size: decimal(size, "size"), root: hashFrom(root, "root") };
  if (found.size === 0n && root !== EMPTY_ROOT) {
    throw new Malformed("The checkpoint gives an empty tree another root than it has.");
  }
  return found;
}

/** `{ index, hashes, note, checkpoint }` out of the text of a .tlog-proof; nothing is verified. */
export function parseProof(text) {
  const blank = text.indexOf("\n\n");
  if (blank < 0) throw new Malformed("The proof has no blank line before its checkpoint.");
  const [header, ...lines] = checkText(text.slice(0, blank), "proof").split("\n");
  if (header !== HEADER) throw new Malformed(`A proof begins with ${HEADER}.`);
  if (lines[0]?.startsWith("extra ")) checkExtra(lines.shift().slice("extra ".length));
  if (!lines[0]?.startsWith("index ")) throw new Malformed("The proof names no index.");
  const index = decimal(lines.shift().slice("index ".length), "index");
  if (lines.length > MOST_HASHES) throw new Malformed("The proof has too many hashes.");
  const hashes = lines.map((line) => hashFrom(line, "hash"));
  const note = parseNote(text.slice(blank + 2));
  return { index, hashes, note, checkpoint: parseCheckpoint(note.text) };
}

function checkExtra(encoded) {
  if (!fromBase64(encoded, "extra data").length) throw new Malformed("There is no extra data.");
}
