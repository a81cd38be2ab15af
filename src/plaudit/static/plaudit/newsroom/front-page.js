// The front-page desk without a new page for each step: what the buttons ask the site is asked in
// the background, and dragging asks the same. Without this file the buttons work as they are.

class FrontPageDesk extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => this.onSubmit(event));
    for (const kind of ["dragstart", "dragover", "dragleave", "drop", "dragend"]) {
      this.addEventListener(kind, (event) => this[kind](event));
    }
    this.addEventListener("input", () => { this.board.dataset.changed = ""; });
    window.addEventListener("beforeunload", (event) => {
      if (!this.isLeaving && "changed" in this.board.dataset) event.preventDefault();
    });
    this.addEventListener("click", ({ target }) => { if (target.closest("a[href]")) this.isLeaving = true; });
  }

  get board() { return this.querySelector("[data-part=board]"); }

  get said() { return this.querySelector("[data-part=said]"); }

  onSubmit(event) {
    const { submitter } = event;
    if (submitter?.value === "save") {
      this.isLeaving = true;
      return;
    }
    event.preventDefault();
    this.ask(submitter?.value ?? "show", submitter?.id);
  }

  async ask(what, focus = "") {
    if (this.isAsking) return;
    this.isAsking = true;
    const form = new FormData(this.board);
    form.set("do", what);
    try {
      const answer = await fetch(location.pathname, { method: "POST", body: form });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const desk = page.querySelector("front-page-desk");
      if (!desk) throw new Error(answer.status);
      this.board.replaceWith(document.adoptNode(desk.querySelector("[data-part=board]")));
      this.say(desk.querySelector("[data-part=said]").textContent);
      this.focusOn(focus);
    } catch {
      this.say(this.dataset.failed);
    } finally {
      this.isAsking = false;
    }
  }

  say(words) {
    this.said.classList.remove("error-message");
    this.said.textContent = words;
  }

  // The same button again, which has moved with its story; at an end of the list, the other one.
  focusOn(id) {
    const [verb, key] = id.split("-");
    const other = { up: "down", down: "up" }[verb];
    const found = [id, other && `${other}-${key}`, "board"].map((one) => one && document.getElementById(one));
    found.find((one) => one && !one.disabled)?.focus();
  }

  dragstart({ target, dataTransfer }) {
    const row = target.closest?.("[data-slot], [data-put]");
    if (!row) return;
    this.dragged = row;
    dataTransfer.effectAllowed = "move";
    dataTransfer.setData("text/plain", row.querySelector(".desk-headline").textContent);
  }

  dragover(event) {
    const slot = slotAt(event.target);
    if (!this.dragged || !slot) return;
    event.preventDefault();
    slot.classList.add("is-over");
  }

  dragleave({ target }) { slotAt(target)?.classList.remove("is-over"); }

  drop(event) {
    const slot = slotAt(event.target);
    if (!this.dragged || !slot) return;
    event.preventDefault();
    const { put, slot: from } = this.dragged.dataset;
    this.ask(put ? `put-${put}-${slot.dataset.slot}` : `move-${from}-${slot.dataset.slot}`);
  }

  dragend() {
    this.dragged = null;
    for (const one of this.querySelectorAll(".is-over")) one.classList.remove("is-over");
  }
}

// What is dragged over may be a text, which has no `closest`.
function slotAt(node) {
  return (node.closest ? node : node.parentElement)?.closest("[data-slot]");
}

customElements.define("front-page-desk", FrontPageDesk);
