// <point-bar>: gives, changes and withdraws a point without leaving the page.
// Without this file the buttons are those of an ordinary form.

import { castBallot, explained } from "./ballot.js";
import { figureOf, patternOf, phraseOf } from "./figures.js";
import { mark, marked } from "./mark.js";
import { keep } from "./receipt-shelf.js";
import { subjectOf } from "./subject.js";

class PointBar extends HTMLElement {
  connectedCallback() {
    // Those of an item within a story are said once, at the story's own.
    const said = this.dataset.words ?? document.querySelector("point-bar[data-words]").dataset.words;
    this.words = JSON.parse(said);
    this.status = this.querySelector(".points-status");
    this.subject = subjectOf(this);
    this.subject.bars.add(this);
    this.querySelector("form")?.addEventListener("submit", (event) => this.#choose(event));
  }

  disconnectedCallback() {
    this.subject.bars.delete(this);
  }

  get isInUse() {
    return this.subject.isInUse;
  }

  async #choose(event) {
    event.preventDefault();
    const given = Number(event.submitter.dataset.value);
    const value = this.subject.value === given ? 0 : given;
    for (const bar of this.subject.bars) bar.say("");
    try {
      const isSettled = await this.subject.choose(value, (chosen) => this.#send(chosen));
      if (isSettled) this.#confirm();
    } catch (problem) {
      this.#explain(problem);
    }
  }

  async #send(value) {
    const answer = await castBallot(this.dataset.endpoint, value, {
      solverAddress: this.dataset.proof,
      onWork: () => this.say(this.words.working),
    });
    if (!marked()) mark("guest");
    const { story, page } = this.querySelector("vote-receipt").dataset;
    keep(answer, { nonce: answer.nonce, story, page });
    return answer;
  }

  show(value, total) {
    for (const button of this.querySelectorAll("button[data-value]")) {
      const isGiven = Number(button.dataset.value) === value;
      button.setAttribute("aria-pressed", String(isGiven));
      button.value = isGiven ? "0" : button.dataset.value;
    }
    if (total === null) return;
    this.querySelector(".points-hidden")?.remove();
    const points = this.querySelector(".points");
    points.hidden = false;
    points.value = total;
    const figure = document.createElement("b");
    const [before, after] = patternOf(total, this.words.points).split("{}");
    const isInWords = after === undefined;
    figure.textContent = isInWords ? before : figureOf(total, this.words.points);
    points.replaceChildren(isInWords ? "" : before, figure, after ?? "");
  }

  // The button and the figure show it already; in words it would only push the page down.
  #confirm() {
    this.say(this.#confirmation(this.subject.value));
    this.status.classList.add("visually-hidden");
  }

  #confirmation(value) {
    const said = { 1: this.words.given, 0: this.words.withdrawn, [-1]: this.words.down }[value];
    const total = this.subject.total;
    if (total === null) return said;
    return `${said} ${phraseOf(total, this.words.points)}`;
  }

  #explain(problem) {
    this.say(explained(problem, this.words));
    this.status.classList.add("is-problem");
    if (problem.signIn) this.status.append(" ", this.#link(problem.signIn));
  }

  #link(address) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = this.words.sign_in;
    return link;
  }

  say(text) {
    this.status.classList.remove("is-problem", "visually-hidden");
    this.status.textContent = text;
  }
}

customElements.define("point-bar", PointBar);
