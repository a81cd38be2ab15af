// Advice while a headline is typed, and how search engines and shared cards will show it. It stops
// nobody: what it goes by is in stories/newsroom/headlines.py.

const MOST_WORDS = 4; // that `…` in a phrase stands for

const letters = (text) => [...text];

function shortened(text, most) {
  const all = letters(text);
  if (all.length <= most) return text;
  const cut = all.slice(0, most).join("");
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))} …`;
}

// The same letters with whatever apostrophes, without case.
const plain = (text) => text.toLocaleLowerCase().replaceAll("’", "'");

function pattern(phrase) {
  const escaped = plain(phrase).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const gap = `(?:\\S+\\s+){1,${MOST_WORDS}}`;
  const words = escaped.split("…").map((part) => part.trim().replace(/\s+/g, "\\s+"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join(`\\s+${gap}`)}(?![\\p{L}\\p{N}])`, "u");
}

class HeadlineHelp extends HTMLElement {
  connectedCallback() {
    this.headline = document.getElementById(this.dataset.headline);
    this.dek = document.getElementById(this.dataset.dek);
    this.picture = document.getElementById(this.dataset.image);
    if (!this.headline || !this.dek) return;
    this.given = JSON.parse(this.querySelector("script").textContent);
    this.phrases = this.given.withholding.map((phrase) => [phrase, pattern(phrase)]);
    for (const field of [this.headline, this.dek]) {
      field.addEventListener("input", () => this.show());
    }
    this.querySelector("details").addEventListener("toggle", () => this.show());
    this.hidden = false;
    this.show();
  }

  show() {
    const headline = this.headline.value.replace(/\s+/g, " ").trim();
    const dek = this.dek.value.replace(/\s+/g, " ").trim();
    this.part("length").textContent = this.say("length", { n: letters(headline).length });
    const advice = this.advice(headline, dek);
    // Said anew only when it changes: a screen reader would repeat it with every letter.
    if (advice.join("\n") !== this.said) {
      this.said = advice.join("\n");
      this.part("advice").replaceChildren(...advice.map((text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      }));
    }
    this.views(headline, dek);
  }

  advice(headline, dek) {
    if (!headline) return [this.say("empty")];
    const { search, card, long } = this.given;
    const count = letters(headline).length;
    const found = [];
    if (count > search[0]) found.push(this.say("cut-search", { n: search[0] }));
    if (count > card[0]) found.push(this.say("cut-card", { n: card[0] }));
    if (count > long) found.push(this.say("smaller"));
    const text = plain(headline);
    for (const [phrase, asked] of this.phrases) {
      if (asked.test(text)) found.push(this.say("withholds", { phrase }));
    }
    const hasCase = headline.toLocaleLowerCase() !== headline.toLocaleUpperCase();
    const isLoud = hasCase && headline === headline.toLocaleUpperCase();
    if (isLoud && /\p{L}{4}/u.test(headline)) found.push(this.say("capitals"));
    if (/[?!؟‽]\s*[?!؟‽]/u.test(headline)) found.push(this.say("marks"));
    else if (/[?؟]$/u.test(headline)) found.push(this.say("question"));
    if (!dek) found.push(this.say("no-dek"));
    return found.length ? found : [this.say("fits")];
  }

  views(headline, dek) {
    const { search, card } = this.given;
    this.part("search-title").textContent = shortened(headline, search[0]);
    this.part("search-text").textContent = shortened(dek, search[1]);
    this.part("card-title").textContent = shortened(headline, card[0]);
    this.part("card-text").textContent = shortened(dek, card[1]);
    const chosen = this.picture?.querySelector("img[data-chooser-image]")?.getAttribute("src");
    const image = this.part("card-image");
    image.hidden = !chosen;
    if (chosen && image.getAttribute("src") !== chosen) image.src = chosen;
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  say(name, values = {}) {
    const text = this.querySelector(`template[data-say="${name}"]`).content.textContent;
    return text.replace(/\{(\w+)\}/g, (_all, key) => values[key]);
  }
}

customElements.define("headline-help", HeadlineHelp);
