// Fills in what is the reader's own: the menu, the points they gave, what they are told of.

import { mark, marked } from "./mark.js";
import { forget } from "./subject.js";

const page = document.body;

async function fillIn(kind) {
  const bars = [...document.querySelectorAll("point-bar[data-endpoint]")];
  if (kind === "guest" && !bars.length) return;
  const abouts = [...new Set(bars.map((bar) => bar.getAttribute("about")))];
  const stories = abouts.filter((about) => !about.startsWith("i/"));
  const polls = [...document.querySelectorAll("poll-box[data-about]")];
  const items = polls.length || stories.length < abouts.length ? "&items=1" : "";
  const watch = kind === "member" ? document.querySelector("form.watch") : null;
  const watched = watch ? `&watch=${watch.dataset.about}` : "";
  const address = `${page.dataset.readerJson}?about=${stories.join(",")}${items}${watched}`;
  const reader = await (await fetch(address, { credentials: "same-origin" })).json();
  mark(reader.kind);
  showMenu(reader.menu);
  for (const bar of bars) replace(bar, reader.bars[bar.getAttribute("about")]);
  for (const poll of polls) if (!poll.isInUse) swap(poll, reader.polls[poll.id]);
  if (watch) swap(watch, reader.watch);
}

function showMenu(entries) {
  const items = entries.map(({ name, url }) => {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    link.href = url;
    link.textContent = name;
    return item;
  });
  document.querySelector(".dateline > ul").replaceChildren(...items);
}

// A bar that looks the same stays, with the focus that may be in it; so does one in use.
function replace(bar, html) {
  if (bar.isInUse) return;
  swap(bar, html, () => forget(bar));
}

function swap(shown, html, before = () => {}) {
  if (!html) return;
  const template = document.createElement("template");
  template.innerHTML = html;
  const own = template.content.firstElementChild;
  if (own.outerHTML === shown.outerHTML) return;
  before();
  shown.replaceWith(own);
}

if (page.dataset.reader) mark(page.dataset.reader);
else if (marked()) fillIn(marked()).catch(() => { /* the page is whole without it */ });
