// <before-after>: two pictures of the same place, one over the other, and where the one ends and
// the other begins is the reader's to move. Without this file, or scripts, both stand side by side.

class BeforeAfter extends HTMLElement {
  connectedCallback() {
    if (this.range || !matchMedia("(scripting: enabled)").matches) return;
    this.range = document.createElement("input");
    this.range.type = "range";
    this.range.ariaLabel = this.dataset.label;
    this.range.addEventListener("input", () => this.#show());
    this.append(this.range);
    this.addEventListener("pointerdown", (event) => this.#follow(event));
    this.addEventListener("pointermove", (event) => event.buttons && this.#follow(event));
    this.#show();
  }

  #show() {
    const [before, after] = this.querySelectorAll(".name");
    const share = Number(this.range.value);
    this.style.setProperty("--at", `${share}%`);
    this.range.ariaValueText =
      `${before.textContent} ${share} %, ${after.textContent} ${100 - share} %`;
  }

  // To press or drag on the picture does the same.
  #follow(event) {
    if (!event.target.closest("picture")) return;
    const box = this.getBoundingClientRect();
    const share = ((event.clientX - box.left) / box.width) * 100;
    this.range.value = this.matches(":dir(rtl)") ? 100 - share : share;
    this.#show();
  }
}

customElements.define("before-after", BeforeAfter);
