// Signed notes and the keys that sign them, as in C2SP signed-note, with the browser's own Ed25519.

import {
  Malformed, NotProved, areEqual, bytesOf, checkText, fromBase64, linesOf, sha256, toHex,
} from "./bytes.js";

const DASH = "— ";
const NAME = /^[^\s+\x00-\x1f\ud800-\udfff]+$/u;
const ED25519 = 0x01;
const MOST_SIGNATURES = 100;
const MOST_CHARACTERS = 1_000_000;

/** `{ name, id, public }` of a verifier key: name+hash+base64. */
export async function parseKey(text) {
  const [, name, claimed, encoded] = /^([^+]*)\+([^+]*)\+(.*)$/su.exec(text) ?? [];
  if (!NAME.test(name ?? "") || text.length > 1000) throw new Malformed("This is no verifier key.");
  const data = fromBase64(encoded, "key");
  if (data[0] !== ED25519 || data.length !== 33) throw new Malformed("The key is no Ed25519 key.");
  const id = (await sha256(bytesOf(`${name}\n`), data)).slice(0, 4);
  if (toHex(id) !== claimed) throw new Malformed(`The key's ID is not ${claimed}.`);
  return { name, id, public: data.slice(1) };
}

/** `{ text, signatures }`; nothing is verified yet. */
export function parseNote(whole) {
  if (whole.length > MOST_CHARACTERS) throw new Malformed("The note is too long.");
  checkText(whole, "note");
  const blank = whole.lastIndexOf("\n\n");
  if (blank < 0) throw new Malformed("The note has no blank line before its signatures.");
  const lines = linesOf(whole.slice(blank + 2), "note");
  if (lines.length > MOST_SIGNATURES) throw new Malformed("The note has too many signatures.");
  const signatures = lines.map(parseSignature);
  const signers = new Set(signatures.map(signerOf));
  if (signers.size < lines.length) throw new Malformed("The note has two signatures by one key.");
  return { text: whole.slice(0, blank + 1), signatures };
}

function parseSignature(line) {
  if (!line.startsWith(DASH)) throw new Malformed("A signature begins with an em dash and a space.");
  const [, name, encoded] = /^([^ ]*) (.*)$/su.exec(line.slice(DASH.length)) ?? [];
  if (!NAME.test(name ?? "")) throw new Malformed("A signature has no name.");
  const data = fromBase64(encoded, "signature");
  if (data.length <= 4) throw new Malformed("A signature is no longer than a key ID.");
  return { name, id: data.slice(0, 4), value: data.slice(4) };
}

const signerOf = ({ name, id }) => `${name}+${toHex(id)}`;

/** Whether this browser knows Ed25519: some of 2025 do not. The key is that of RFC 8032's test 1. */
export async function canVerify() {
  try {
    await importedKey(fromBase64("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "key"));
    return true;
  } catch {
    return false;
  }
}

/** The keys, out of some, that have signed a note: at least one, and no signature of them is false. */
export async function signersOf(note, keys) {
  const found = [];
  for (const signature of note.signatures) {
    const key = keys.find((one) => one.name === signature.name && areEqual(one.id, signature.id));
    if (!key) continue;
    if (!(await hasSigned(key, signature.value, note.text))) {
      throw new NotProved(`The signature by ${signerOf(key)} does not verify.`);
    }
    found.push(key);
  }
  if (!found.length) throw new NotProved("The note has no signature by a known key.");
  return found;
}

async function hasSigned(key, signature, text) {
  return crypto.subtle.verify("Ed25519", await importedKey(key.public), signature, bytesOf(text));
}

const importedKey = (key) => crypto.subtle.importKey("raw", key, "Ed25519", false, ["verify"]);
