// Bytes, text, base64 and numbers, each in the one way in which they may be written. What is
// written otherwise is refused, as plaudit.tlog refuses it.

/** These are not the canonical form of anything. The message says why, in English. */
export class Malformed extends Error {}

/** Well formed, but it does not follow: a proof, a signature. */
export class NotProved extends Error {}

const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const MOST_NUMBER = 2n ** 62n; // as many leaves as a log may have
// Controls but the newline, and halves of characters.
const REFUSED = /[\x00-\x09\x0b-\x1f\ud800-\udfff]/u;

export const bytesOf = (text) => utf8.encode(text);

/** Text out of bytes that must be UTF-8, without controls but newlines. */
export function textOf(bytes, what) {
  let text;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw new Malformed(`The ${what} is not UTF-8.`);
  }
  return checkText(text, what);
}

export function checkText(text, what) {
  if (REFUSED.test(text)) throw new Malformed(`The ${what} has a control character.`);
  return text;
}

/** The lines of a text, each without the newline that ends it. */
export function linesOf(text, what) {
  if (!text.endsWith("\n")) throw new Malformed(`The ${what} does not end with a newline.`);
  return text.slice(0, -1).split("\n");
}

export function fromBase64(text, what) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  } catch {
    throw new Malformed(`The ${what} is not base64.`);
  }
  if (toBase64(bytes) !== text) throw new Malformed(`The ${what} is not canonical base64.`);
  return bytes;
}

export const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

export function hashFrom(text, what) {
  const bytes = fromBase64(text, what);
  if (bytes.length !== 32) throw new Malformed(`The ${what} has ${bytes.length} bytes, not 32.`);
  return bytes;
}

export const toHex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");

/** A BigInt, since a log may have more leaves than a double can count. */
export function decimal(text, what) {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text) || BigInt(text) > MOST_NUMBER) {
    throw new Malformed(`The ${what} is not a plain number.`);
  }
  return BigInt(text);
}

export const areEqual = (one, other) =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

export function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}
