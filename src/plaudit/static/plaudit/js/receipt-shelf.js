// The receipts that this browser keeps on the device: the latest ones, newest first. They are
// sent to nobody. Where a browser refuses storage, they last as long as the page.

import { KIND, parseLeaf } from "./leaf.js";

const KEY = "plaudit.receipts";
const MOST = 100;
const KEYS = "/ledger/keys";
const CHANGED = "receipts-changed";

let unstored = [];

export function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]").filter(isWhole);
  } catch {
    return unstored;
  }
}

/** The newest about a subject, or undefined. */
export const latest = (about) => all().find(({ leaf }) => leaf.includes(`\nabout ${about}\n`));

/**
 * Keep the receipt in the answer to a vote. `nonce` is the one that this browser sent: only if it
 * is in the leaf did the voter choose it.
 */
export async function keep({ leaf, ack }, { nonce, story, page }) {
  if (!leaf || !ack) return;
  const known = all().find((one) => one.leaf === leaf);
  const isOwn = leaf.endsWith(`\nnonce ${nonce}\n`);
  const nonceBy = isOwn ? "voter" : known?.nonce_by ?? "server";
  const keptAt = new Date().toISOString();
  put({ leaf, ack, keys: known?.keys ?? [], nonce_by: nonceBy, story, page, kept_at: keptAt });
  const keys = await siteKeys();
  const kept = all().find((one) => one.leaf === leaf);
  if (kept && keys.length) put({ ...kept, keys });
}

export const remove = (leaf) => save(all().filter((one) => one.leaf !== leaf));
export const removeAll = () => save([]);

/** The receipt as the text of a file. */
export function fileOf({ leaf, ack, keys, nonce_by: nonceBy }) {
  const origin = ack.split("\n")[1];
  return `${JSON.stringify({ plaudit: KIND, origin, leaf, ack, keys, nonce_by: nonceBy }, null, 2)}\n`;
}

/** Hand the receipt to the reader as a file. */
export function download(receipt) {
  const link = document.createElement("a");
  const name = receipt.page?.split("/").pop() || "vote";
  link.href = URL.createObjectURL(new Blob([fileOf(receipt)], { type: "application/json" }));
  link.download = `receipt-${name}-${/\nrev (\d+)\n/.exec(receipt.leaf)?.[1] ?? 1}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export const onChange = (listen) => document.addEventListener(CHANGED, listen);
export const offChange = (listen) => document.removeEventListener(CHANGED, listen);

// What is on the device may have been changed there.
function isWhole(receipt) {
  try {
    parseLeaf(receipt.leaf);
    return Array.isArray(receipt.keys) && receipt.ack.includes("\n") && Date.parse(receipt.kept_at) > 0;
  } catch {
    return false;
  }
}

function put(receipt) {
  save([receipt, ...all().filter((one) => one.leaf !== receipt.leaf)].slice(0, MOST));
}

function save(receipts) {
  unstored = receipts;
  try {
    if (receipts.length) localStorage.setItem(KEY, JSON.stringify(receipts));
    else localStorage.removeItem(KEY);
  } catch { /* they last as long as the page */ }
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/** The keys that the site names today; kept with the receipt, it cannot deny them later. */
async function siteKeys() {
  try {
    const answer = await fetch(KEYS, { credentials: "omit" });
    return answer.ok ? (await answer.text()).split("\n").filter(Boolean) : [];
  } catch {
    return [];
  }
}

window.addEventListener("storage", ({ key }) => {
  if (key === KEY) document.dispatchEvent(new CustomEvent(CHANGED));
});
