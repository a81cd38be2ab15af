// <knowledge-quiz>: says whether the answer that a reader chose is right once the right one is shown,
// and keeps count. Nothing of it leaves the page. Without this file the answers are there to unfold.

class KnowledgeQuiz extends HTMLElement {
  #right = 0;
  #answered = 0;

  connectedCallback() {
    // Of <details> this event does not bubble.
    this.addEventListener("toggle", (event) => this.#answer(event.target), { capture: true });
  }

  #answer(details) {
    const question = details.closest("li");
    const chosen = question.querySelector("input:checked");
    if (!details.open || !chosen || chosen.disabled) return;
    for (const one of question.querySelectorAll("input")) one.disabled = true;
    const isRight = chosen.closest("label").classList.contains("is-right");
    details.querySelector(".quiz-verdict").textContent = this.dataset[isRight ? "right" : "wrong"];
    this.#right += isRight;
    this.#answered += 1;
    if (this.#answered === this.querySelectorAll("details").length) this.#score();
  }

  #score() {
    const facts = { right: this.#right, all: this.#answered };
    const language = `${document.documentElement.lang || "en"}-u-nu-latn`;
    this.querySelector(".quiz-score").textContent = this.dataset.score.replace(
      /\{(\w+)\}/g,
      (_, name) => new Intl.NumberFormat(language).format(facts[name]),
    );
  }
}

customElements.define("knowledge-quiz", KnowledgeQuiz);
