// <vote-receipt>: beside a vote, its receipt. Where this browser kept one on the device, the link
// hands that out; else it leads to the site's own copy, as it does without this file.

import { download, latest, offChange, onChange } from "./receipt-shelf.js";
import { parseLeaf } from "./leaf.js";

class VoteReceipt extends HTMLElement {
  connectedCallback() {
    this.isAtSite = !this.inert;
    this.addEventListener("click", this.#handOut);
    onChange(this.#show);
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this.#handOut);
    offChange(this.#show);
  }

  /** None where the point that stands was given on another device. */
  get #receipt() {
    const bar = this.closest("point-bar");
    const receipt = latest(bar.getAttribute("about"));
    const own = Number(bar.querySelector("[aria-pressed=true]")?.dataset.value ?? 0);
    return receipt && this.isAtSite && Number(parseLeaf(receipt.leaf).value) !== own ? undefined : receipt;
  }

  #show = () => {
    if (this.#receipt) this.inert = false;
  };

  #handOut = (event) => {
    const receipt = event.target.closest("a") && this.#receipt;
    if (!receipt) return;
    event.preventDefault();
    download(receipt);
  };
}

customElements.define("vote-receipt", VoteReceipt);
