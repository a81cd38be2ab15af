// Fills in what is the reader's own: the menu, and the points they gave.

import { mark, marked } from "./mark.js";
import { forget } from "./subject.js";

const page = document.body;

async function fillIn(kind) {
  const bars = [...document.querySelectorAll("point-bar[data-endpoint]")];
  if (kind === "guest" && !bars.length) return;
  const abouts = new Set(bars.map((bar) => bar.getAttribute("about")));
  const address = `${page.dataset.readerJson}?about=${[...abouts].join(",")}`;
  const reader = await (await fetch(address, { credentials: "same-origin" })).json();
  mark(reader.kind);
  showMenu(reader.menu);
  for (const bar of bars) replace(bar, reader.bars[bar.getAttribute("about")]);
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
  if (!html || bar.isInUse) return;
  const template = document.createElement("template");
  template.innerHTML = html;
  const own = template.content.firstElementChild;
  if (own.outerHTML === bar.outerHTML) return;
  forget(bar);
  bar.replaceWith(own);
}

if (page.dataset.reader) mark(page.dataset.reader);
else if (marked()) fillIn(marked()).catch(() => { /* the page is whole without it */ });
