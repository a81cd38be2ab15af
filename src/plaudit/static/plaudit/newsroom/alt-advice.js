// Advice while an alternative text is typed, wherever an image's form is opened. It stops nobody.

const MOST = 150; // letters one listens to gladly

// How nobody needs to begin, in the languages of the newsroom.
const OPENING = new RegExp(
  "^(?:(?:an?|the|this is an?)\\s+)?(?:image|picture|photo(?:graph)?|graphic|illustration)\\s+(?:of|showing)(?!\\p{L})" +
  "|^(?:(?:ein|eine|das|die)\\s+)?(?:bild|foto|fotografie|grafik|illustration|aufnahme)\\s+(?:von|vom|mit|des|der|einer|eines)(?!\\p{L})" +
  "|^(?:صورة|رسم)(?:\\s+(?:ل|من|عن))?(?!\\p{L})",
  "iu",
);

const plain = (text) => text.replace(/\s+/g, " ").trim();

class AltAdvice extends HTMLElement {
  connectedCallback() {
    const form = this.closest("form");
    this.alt = form?.querySelector("[name$=alt]");
    this.caption = form?.querySelector("[name$=caption]");
    if (!this.alt) return;
    for (const field of [this.alt, this.caption]) {
      field?.addEventListener("input", () => this.show());
    }
    this.show();
  }

  show() {
    const said = this.advice(plain(this.alt.value), plain(this.caption?.value ?? "")).join(" ");
    this.hidden = !said;
    const shown = this.querySelector("[data-part=advice]");
    // Said anew only when it changes: a screen reader would repeat it with every letter.
    if (shown.textContent !== said) shown.textContent = said;
  }

  advice(alt, caption) {
    if (!alt) return [];
    const found = [];
    const opening = alt.match(OPENING);
    if (opening) found.push(this.say("opening", { words: opening[0] }));
    if (alt.toLocaleLowerCase() === caption.toLocaleLowerCase()) found.push(this.say("caption"));
    if (!alt.includes(" ")) found.push(this.say("short"));
    const count = [...alt].length;
    if (count > MOST) found.push(this.say("long", { n: count }));
    return found;
  }

  say(name, values = {}) {
    const words = this.querySelector(`template[data-say=${name}]`).content.textContent.trim();
    return Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), words);
  }
}

customElements.define("alt-advice", AltAdvice);
