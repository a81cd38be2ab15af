// A quotation's source is chosen from the story's own, as they stand in the form at the moment.
// Each is known by its key, which stays with it wherever it is moved; a new one is given its own.

const LIST = "#id_sources-FORMS";
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // as in the site's own ids
const LENGTH = 26;

class SourceChoice extends HTMLElement {
  connectedCallback() {
    // The editor has yet to fill in the field, and to read from it what its label is for.
    if (!this.select) queueMicrotask(() => this.begin());
  }

  begin() {
    this.input = this.querySelector("input");
    this.select = document.createElement("select");
    const { id } = this.input;
    this.input.type = "hidden";
    this.input.removeAttribute("id");
    this.select.id = id;
    this.append(this.select);
    this.fill();
    this.select.addEventListener("focus", () => this.fill());
    this.select.addEventListener("pointerdown", () => this.fill());
    this.select.addEventListener("change", () => { this.input.value = this.select.value; });
  }

  fill() {
    const { none, gone, untitled } = this.dataset;
    const options = sources().map(({ key, words }, at) => new Option(`${at + 1}. ${words || untitled}`, key));
    const { value } = this.input;
    if (value && !options.some((option) => option.value === value)) options.push(new Option(gone, value));
    const all = [new Option(none, ""), ...options];
    if (all.map(said).join() === [...this.select.options].map(said).join()) return; // may be open
    this.select.replaceChildren(...all);
    this.select.value = value;
  }
}

function said(option) {
  return JSON.stringify([option.value, option.text]);
}

function sources() {
  return [...document.querySelectorAll(`${LIST} > *`)].map(source).filter(Boolean);
}

function source(row) {
  const field = (name) => row.querySelector(`[name^="sources-"][name$="-${name}"]`)?.value.trim() ?? "";
  if (field("DELETE") || !field("key")) return null;
  return { key: field("key"), words: [field("title"), field("publisher")].filter(Boolean).join(" – ") };
}

function freshKey() {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  return [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

function onAdded({ target }) {
  const key = target.matches(`${LIST} > *`) && target.querySelector("[name$='-key']");
  if (key) key.value = freshKey(); // what came with the empty form is the same in each
  refill();
}

function onInput({ target }) {
  if (target.closest?.(LIST)) refill();
}

function refill() {
  for (const choice of document.querySelectorAll("source-choice")) choice.select && choice.fill();
}

customElements.define("source-choice", SourceChoice);
document.addEventListener("w-formset:added", onAdded);
document.addEventListener("w-formset:removed", refill);
document.addEventListener("input", onInput);
