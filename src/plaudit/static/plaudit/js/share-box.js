// <share-box>: the system's share sheet, copying, printing, the reader's own Mastodon
// server, and one count per page view. Without this file the plain links remain.

const SERVER_KEY = "plaudit.mastodon-server";

class ShareBox extends HTMLElement {
  #isCounted = false;

  connectedCallback() {
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
    } catch {
      // The reader closed the sheet: nothing was shared, nothing to say.
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.dataset.url);
      this.status.textContent = this.dataset.copied;
      this.#count("copy");
    } catch {
      this.status.textContent = `${this.dataset.notCopied} ${this.dataset.url}`;
    }
  }

  #askForServer(event) {
    event.preventDefault();
    const field = this.serverForm.elements.server;
    this.serverForm.hidden = false;
    field.value = recall() ?? "";
    field.focus();
  }

  #continueToServer(event) {
    event.preventDefault();
    const server = hostOf(this.serverForm.elements.server.value);
    if (!server) return;
    remember(server);
    this.#count("mastodon");
    const text = encodeURIComponent(`${this.dataset.title} ${this.dataset.url}`);
    window.open(`https://${server}/share?text=${text}`, "_blank", "noopener");
  }

  #count(network) {
    if (this.#isCounted) return;
    this.#isCounted = true;
    const body = new URLSearchParams({ network });
    fetch(this.dataset.endpoint, { method: "POST", body, keepalive: true, credentials: "same-origin" })
      .catch(() => { this.#isCounted = false; });
  }
}

/** "https://example.social/@ann" and "@ann@example.social" both mean example.social. */
function hostOf(typed) {
  const name = typed.trim().replace(/^[a-z]+:\/\//i, "").split("/")[0].split("@").pop();
  return URL.canParse(`https://${name}`) ? new URL(`https://${name}`).host : "";
}

// A browser may refuse storage; then the server is asked for again next time.
function recall() {
  try { return localStorage.getItem(SERVER_KEY); } catch { return null; }
}

function remember(server) {
  try { localStorage.setItem(SERVER_KEY, server); } catch { /* asked for again next time */ }
}

customElements.define("share-box", ShareBox);
