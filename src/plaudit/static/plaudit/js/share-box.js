// <share-box>: the system's share sheet, copying, printing, the reader's own Mastodon
// server, and one count per page view. Without this file the plain links remain.

import { phraseOf } from "./figures.js";

const SERVER_KEY = "plaudit.mastodon-server";

class ShareBox extends HTMLElement {
  #isCounted = false;

  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.status = this.querySelector(".share-status");
    this.serverForm = this.querySelector(".share-server");
    for (const item of this.querySelectorAll("[data-needs]")) {
      item.hidden = item.dataset.needs === "share" && !navigator.share;
    }
    this.addEventListener("click", (event) => this.#act(event));
    this.serverForm.addEventListener("submit", (event) => this.#continueToServer(event));
  }

  #act(event) {
    const action = event.target.closest("[data-action]")?.dataset.action;
    const link = event.target.closest("a[data-network]");
    if (action === "share") this.#shareSheet();
    if (action === "copy") this.#copy();
    if (action === "print") window.print();
    if (link?.dataset.network === "mastodon") this.#askForServer(event);
    else if (link) this.#count(link.dataset.network);
  }

  async #shareSheet() {
    const { url, title } = this.dataset;
    try {
      await navigator.share({ url, title });
      this.#count("system");
    } catch (problem) {
      // Closed by the reader, the sheet shared nothing, and there is nothing to say.
      if (problem.name !== "AbortError") this.#giveAddress(this.words.no_sheet);
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.dataset.url);
      this.status.textContent = this.words.copied;
      this.#count("copy");
    } catch {
      this.#giveAddress(this.words.not_copied);
    }
  }

  #giveAddress(why) {
    this.status.textContent = `${why} ${this.dataset.url}`;
  }

  #askForServer(event) {
    event.preventDefault();
    const field = this.serverForm.elements.server;
    this.serverForm.hidden = false;
    field.value ||= recall() ?? "";
    field.focus();
  }

  #continueToServer(event) {
    event.preventDefault();
    const server = hostOf(this.serverForm.elements.server.value);
    this.status.textContent = server ? "" : this.words.no_server;
    if (!server) return;
    remember(server);
    this.#count("mastodon");
    const text = encodeURIComponent(`${this.dataset.title} ${this.dataset.url}`);
    window.open(`https://${server}/share?text=${text}`, "_blank", "noopener");
  }

  async #count(network) {
    if (this.#isCounted) return;
    this.#isCounted = true;
    try {
      this.#show(await countShare(this.dataset.endpoint, network));
    } catch {
      this.#isCounted = false; // the next way to share tries again
    }
  }

  /** The story's own figure, which stands at its top. */
  #show(shares) {
    const shown = document.querySelector(".share-count");
    shown.textContent = phraseOf(shares, this.words.shares);
    shown.hidden = false;
  }
}

async function countShare(endpoint, network) {
  const body = new URLSearchParams({ network });
  const asked = { method: "POST", body, keepalive: true, credentials: "same-origin" };
  const response = await fetch(endpoint, asked);
  if (!response.ok) throw new Error(response.status);
  return (await response.json()).shares;
}

/**
 * "https://example.social/@ann" and "@ann@example.social" both mean example.social.
 * A browser takes almost anything for a host; a server that is on the web has a dot in its name.
 */
function hostOf(typed) {
  const name = typed.trim().replace(/^[a-z]+:\/\//i, "").split("/")[0].split("@").pop();
  const host = URL.canParse(`https://${name}`) ? new URL(`https://${name}`).host : "";
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/.test(host) ? host : "";
}

// A browser may refuse storage; then the server is asked for again next time.
function recall() {
  try { return localStorage.getItem(SERVER_KEY); } catch { return null; }
}

function remember(server) {
  try { localStorage.setItem(SERVER_KEY, server); } catch { /* asked for again next time */ }
}

customElements.define("share-box", ShareBox);
