// <view-beacon>: tells the site that the page was read, not merely opened: once it has
// been visible for some seconds, once per tab session, without a cookie.

const SECONDS_SEEN = 5;

class ViewBeacon extends HTMLElement {
  #seen = 0;

  connectedCallback() {
    if (this.#isSent()) return;
    this.timer = setInterval(() => this.#look(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  #look() {
    if (document.visibilityState !== "visible" || ++this.#seen < SECONDS_SEEN) return;
    clearInterval(this.timer);
    if (navigator.sendBeacon(this.dataset.endpoint)) this.#remember();
  }

  // Without storage a reload counts again; the site's own limits then apply.
  #isSent() {
    try { return sessionStorage.getItem(this.#key) !== null; } catch { return false; }
  }

  #remember() {
    try { sessionStorage.setItem(this.#key, "1"); } catch { /* see above */ }
  }

  get #key() {
    return `plaudit.view ${this.dataset.endpoint}`;
  }
}

customElements.define("view-beacon", ViewBeacon);
