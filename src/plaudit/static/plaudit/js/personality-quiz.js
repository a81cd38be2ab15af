// <personality-quiz>: shows the outcome once a reader has answered every question, and another when
// an answer is changed. Nothing of it leaves the page. Without this file readers count their letters.

class PersonalityQuiz extends HTMLElement {
  #shown = null;

  connectedCallback() {
    this.addEventListener("change", () => this.#tell());
    // A browser that comes back to a page remembers what was chosen on it.
    window.addEventListener("pageshow", () => this.#tell());
  }

  #tell() {
    const all = this.querySelectorAll("fieldset").length;
    const letters = [...this.querySelectorAll("input:checked")].map((one) => one.value);
    const outcome = letters.length === all ? this.#most(letters) : null;
    if (outcome) this.#show(outcome);
    else if (letters.length) this.#say(this.dataset.answered, { answered: letters.length, all });
  }

  // Of outcomes that are chosen equally often it is the first.
  #most(letters) {
    const times = (outcome) => letters.filter((one) => one === outcome.dataset.letter).length;
    const outcomes = [...this.querySelectorAll(".quiz-outcomes > li")];
    return outcomes.reduce((found, one) => (times(one) > times(found) ? one : found), outcomes[0]);
  }

  #show(outcome) {
    if (outcome === this.#shown) return;
    this.#shown = outcome;
    const whole = outcome.querySelector(".quiz-outcome").cloneNode(true);
    const title = whole.querySelector(".quiz-outcome-title");
    title.remove(); // it is in what is said
    this.#say(this.dataset.yours, { title: title.textContent });
    this.querySelector(".quiz-yours").replaceChildren(whole);
  }

  // Aloud too; what was said already is not said again.
  #say(sentence, facts) {
    const figures = new Intl.NumberFormat(`${document.documentElement.lang || "en"}-u-nu-latn`);
    const worded = (one) => (typeof one === "number" ? figures.format(one) : one);
    const text = sentence.replace(/\{(\w+)\}/g, (_, name) => worded(facts[name]));
    const status = this.querySelector(".quiz-score");
    if (status.textContent !== text) status.textContent = text;
  }
}

customElements.define("personality-quiz", PersonalityQuiz);
