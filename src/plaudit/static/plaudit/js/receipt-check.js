// <receipt-check>: the page /ledger/check. Takes a receipt that is on this device, a file or text,
// and says in plain words what was checked.

import { check } from "./checking.js";
import { all, download, fileOf, onChange, remove, removeAll } from "./receipt-shelf.js";
import { parseLeaf } from "./leaf.js";
import { Words } from "./words.js";

const LARGEST_FILE = 100_000;

class ReceiptCheck extends HTMLElement {
  #latest = 0;

  connectedCallback() {
    this.words = new Words(this.querySelector("template.words"));
    this.form = this.querySelector("form");
    this.result = this.querySelector(".check-result");
    this.shelf = this.querySelector(".check-shelf");
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.form.elements.file.addEventListener("change", () => this.#read());
    this.shelf.querySelector("[data-action=clear]").addEventListener("click", () => this.#clear());
    onChange(() => this.#showShelf());
    this.#showShelf();
  }

  // The receipts on this device

  #showShelf() {
    const receipts = all();
    this.shelf.hidden = !receipts.length;
    this.shelf.querySelector("ul").replaceChildren(...receipts.map((one) => this.#entry(one)));
  }

  #entry(receipt) {
    const entry = this.words.copy("entry");
    const title = entry.querySelector(".receipt-title");
    title.textContent = receipt.story || this.words.say("untitled");
    if (receipt.page?.startsWith("/stories/")) title.href = receipt.page;
    entry.querySelector(".receipt-what").append(...this.#whatIn(receipt));
    for (const button of entry.querySelectorAll("button")) {
      button.setAttribute("aria-label", `${button.textContent}: ${title.textContent}`);
      button.addEventListener("click", () => this.#act(button.dataset.action, receipt));
    }
    return entry;
  }

  #whatIn(receipt) {
    const { value, rev } = parseLeaf(receipt.leaf);
    return this.words.tell(`value${value}`, { rev, when: new Date(receipt.kept_at) });
  }

  #act(action, receipt) {
    if (action === "check") this.#check(fileOf(receipt));
    if (action === "save") download(receipt);
    if (action === "remove" && confirm(this.words.say("confirm-one"))) this.#remove(receipt);
  }

  #remove(receipt) {
    remove(receipt.leaf);
    (this.shelf.hidden ? this.form : this.shelf).querySelector("button, textarea").focus();
  }

  #clear() {
    if (!confirm(this.words.say("confirm-all"))) return;
    removeAll();
    this.form.elements.text.focus();
  }

  // Another receipt

  async #read() {
    const [file] = this.form.elements.file.files;
    if (!file) return;
    if (file.size > LARGEST_FILE) return this.#complain("too-long");
    this.form.elements.text.value = await file.text();
    this.#check(this.form.elements.text.value);
  }

  #submit(event) {
    event.preventDefault();
    const text = this.form.elements.text.value.trim();
    if (text) this.#check(text);
    else this.#complain("nothing");
  }

  #complain(word) {
    this.#begin();
    this.#conclude("bad", word);
  }

  // The result

  async #check(text) {
    const turn = this.#begin();
    const steps = [];
    for await (const step of check(text, this.dataset.origin)) {
      if (turn !== this.#latest) return; // another check has begun
      steps.push(step);
      this.result.querySelector("ol").append(this.#step(step));
    }
    this.#conclude(...conclusionOf(steps));
  }

  #begin() {
    this.result.hidden = false;
    this.result.removeAttribute("data-verdict");
    this.result.querySelector("ol").replaceChildren();
    this.result.querySelector(".check-verdict").textContent = this.words.say("working");
    this.result.scrollIntoView({ block: "nearest" });
    return ++this.#latest;
  }

  #step({ step, verdict, word, facts, why }) {
    const item = this.words.copy("step");
    item.dataset.verdict = verdict;
    item.querySelector(".step-mark").textContent = this.words.say(`mark-${verdict}`);
    item.querySelector(".step-name").textContent = this.words.say(`name-${step}`);
    item.querySelector(".step-said").append(...this.words.tell(word, facts));
    if (facts.ballot) item.querySelector(".step-said").append(...this.#ballot(facts));
    item.querySelector(".step-why").textContent = why;
    return item;
  }

  #ballot({ ballot: { about, value, kind, rev }, nonceBy }) {
    const { words } = this;
    const facts = { what: words.say(`gave${value}`), who: words.say(`class-${kind}`), about, rev };
    return [" ", ...words.tell("ballot", facts), " ", words.say(`nonce-${nonceBy}`)];
  }

  #conclude(verdict, word, facts = {}) {
    this.result.dataset.verdict = verdict;
    this.result.querySelector(".check-verdict").replaceChildren(...this.words.tell(word, facts));
    this.result.focus();
  }
}

/** What all steps come to: a verdict, the sentence that says it, and its facts. */
function conclusionOf(steps) {
  const last = steps.at(-1);
  if (last.step === "proof" && last.verdict === "good") {
    const isWhole = steps.every(({ verdict }) => verdict === "good");
    return isWhole ? ["good", "all-good", last.facts] : ["unknown", "all-unsigned", last.facts];
  }
  if (last.word === "log-broken") return ["bad", "all-broken", last.facts];
  if (last.verdict === "bad" && isPromised(steps)) return ["bad", "all-denied", last.facts];
  return [last.verdict, `all-${last.verdict}`, last.facts];
}

/** Whether the receipt was found to be in order before: what is wrong then is the site's. */
function isPromised(steps) {
  return steps.some(({ step, verdict }) => step === "promise" && verdict === "good");
}

customElements.define("receipt-check", ReceiptCheck);
