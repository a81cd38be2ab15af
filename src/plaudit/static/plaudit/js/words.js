// Sentences that a page brings along in its language, in a <template>: each has a data-word, and
// {name} where a fact belongs.

const LANGUAGE = `${document.documentElement.lang || "en"}-u-nu-latn`;
const MOMENT = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeStyle: "short" });
const NUMBER = new Intl.NumberFormat(LANGUAGE);

export class Words {
  #all = new Map();

  constructor(template) {
    for (const one of template.content.querySelectorAll("[data-word]")) this.#all.set(one.dataset.word, one);
  }

  /** The sentence with its facts filled in: dates and numbers as the page's language writes them. */
  say(word, facts = {}) {
    return this.tell(word, facts).map((part) => part.textContent ?? part).join("");
  }

  /** The same as parts to append: whatever direction a fact has, it leaves the sentence's alone. */
  tell(word, facts = {}) {
    const parts = this.#all.get(word).textContent.split(/\{(\w+)\}/);
    return parts.map((part, place) => (place % 2 ? isolated(facts[part]) : part));
  }

  /** A copy of what the word stands for. */
  copy(word) {
    return this.#all.get(word).firstElementChild.cloneNode(true);
  }
}

function isolated(fact) {
  const element = document.createElement("bdi");
  element.textContent = written(fact);
  return element;
}

function written(fact) {
  if (fact instanceof Date) return MOMENT.format(fact);
  return ["number", "bigint"].includes(typeof fact) ? NUMBER.format(fact) : String(fact ?? "");
}
