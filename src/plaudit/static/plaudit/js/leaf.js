// The leaf of a ballot, and what a receipt is called: all that a story's page needs of receipts.

import { Malformed } from "./bytes.js";

export const KIND = "receipt/v1";
const LEAF = new RegExp(
  "^plaudit/ballot/v1\n"
  + "about (?<about>[sci]/[0-7][0-9A-HJKMNP-TV-Z]{25})\n"
  + "tag (?<tag>[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])\n"
  + "rev (?<rev>[1-9][0-9]{0,8})\n"
  + "value (?<value>\\+1|-1|0)\n"
  + "class (?<kind>[mgf])\n"
  + "nonce (?<nonce>[A-Za-z0-9_-]{21}[AQgw])\n$",
);

/** The fields of a ballot's leaf, as text. */
export function parseLeaf(leaf) {
  const found = LEAF.exec(leaf);
  if (!found) throw new Malformed("The leaf is not that of a ballot.");
  return { ...found.groups };
}
