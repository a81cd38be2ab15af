// Solves an ALTCHA challenge (version 2, PBKDF2) with the browser's own cryptography.
// Only loaded when the site asks for it.

const BATCH = 32;
const MOST_TRIES = 100_000;

/** The payload to send back: challenge and solution, as base64 of JSON. */
export async function solve(challenge) {
  const parameters = challenge.parameters;
  const derive = deriver(parameters);
  const prefix = parameters.keyPrefix.toLowerCase();
  for (let first = 0; first < MOST_TRIES; first += BATCH) {
    const counters = Array.from({ length: BATCH }, (_, offset) => first + offset);
    const keys = await Promise.all(counters.map(derive));
    const found = keys.findIndex((key) => key.startsWith(prefix));
    if (found >= 0) {
      const solution = { counter: first + found, derivedKey: keys[found] };
      return btoa(JSON.stringify({ challenge, solution }));
    }
  }
  throw new Error("no solution found");
}

function deriver({ algorithm, nonce, salt, cost, keyLength }) {
  const hash = algorithm.slice("PBKDF2/".length);
  const derivation = { name: "PBKDF2", hash, salt: bytesOf(salt), iterations: cost };
  const start = bytesOf(nonce);
  return async (counter) => {
    const password = withCounter(start, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    return hexOf(await crypto.subtle.deriveBits(derivation, key, keyLength * 8));
  };
}

function withCounter(start, counter) {
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  new DataView(password.buffer).setUint32(start.length, counter);
  return password;
}

function bytesOf(hex) {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(buffer) {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
