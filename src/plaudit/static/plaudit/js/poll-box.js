// <poll-box>: chooses an option without leaving the page, then shows the poll as the site now shows it
// to this reader. Without this file the options are the buttons of an ordinary form.

import { castBallot, explained } from "./ballot.js";
import { mark, marked } from "./mark.js";
import { keep } from "./receipt-shelf.js";

class PollBox extends HTMLElement {
  #isBusy = false;

  connectedCallback() {
    this.querySelector("form").addEventListener("submit", (event) => this.#choose(event));
  }

  get isInUse() {
    return this.#isBusy;
  }

  get #words() {
    return JSON.parse(document.querySelector("point-bar[data-words]").dataset.words);
  }

  async #choose(event) {
    event.preventDefault();
    if (this.#isBusy) return; // what follows from the click before is not known yet
    this.#isBusy = true;
    this.setAttribute("aria-busy", "true");
    const { formAction, value } = event.submitter;
    try {
      await this.#send(formAction, Number(value));
      const renewed = await this.#renewed();
      renewed.say(this.#words[value === "1" ? "given" : "withdrawn"]);
      renewed.querySelector(`[formaction="${new URL(formAction).pathname}"]`)?.focus();
    } catch (problem) {
      this.#explain(problem);
    } finally {
      this.#isBusy = false;
      this.removeAttribute("aria-busy");
    }
  }

  async #send(address, value) {
    const { proof } = document.querySelector("point-bar[data-proof]").dataset;
    const onWork = () => this.say(this.#words.working);
    const answer = await castBallot(address, value, { solverAddress: proof, onWork });
    if (!marked()) mark("guest");
    const { story, page } = this.dataset;
    await keep(answer, { nonce: answer.nonce, story, page });
    // What the site took back for the reader, with nonces of its own.
    for (const one of answer.withdrawn ?? []) await keep(one, { nonce: "", story, page });
  }

  /** The poll as it is now, in place of this one. */
  async #renewed() {
    const address = `${document.body.dataset.readerJson}?about=${this.dataset.about}&items=1`;
    const reader = await (await fetch(address, { credentials: "same-origin" })).json();
    return replace(this, reader.polls[this.id]);
  }

  #explain(problem) {
    this.say(explained(problem, this.#words));
    this.querySelector(".points-status").classList.add("is-problem");
  }

  say(text) {
    const status = this.querySelector(".points-status");
    status.classList.remove("is-problem");
    status.textContent = text;
  }
}

function replace(poll, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const own = template.content.firstElementChild;
  const [was, is] = [poll, own].map((one) => one.querySelector("details"));
  if (was && is) is.open = was.open;
  poll.replaceWith(own);
  return own;
}

customElements.define("poll-box", PollBox);
