// <embed-player>: opens a provider's player when a reader asks for it, and not before: until then
// nothing is fetched from there. The player may not touch the page. Without this file, a link.

class EmbedPlayer extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => this.#open(), { once: true });
  }

  #open() {
    const frame = document.createElement("iframe");
    frame.title = this.dataset.title;
    frame.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin"; // some play nowhere without it
    if (this.dataset.height) frame.style.blockSize = `${this.dataset.height}px`;
    else frame.style.aspectRatio = this.dataset.ratio;
    frame.src = this.dataset.source;
    this.querySelector(".embed-offer").replaceWith(frame);
    frame.focus();
  }
}

customElements.define("embed-player", EmbedPlayer);
