// A mark that scripts run here, for readers the site knows: their pages are then the same as
// everybody's, and reader.js fills in the rest. Readers the site does not know get no cookie.

const NAME = "script";

/** Whom the site knew this reader as when it was set: "guest", "member", or "" for nobody. */
export function marked() {
  return document.cookie.match(/(?:^|; )script=(guest|member)/)?.[1] ?? "";
}

export function mark(kind) {
  const ends = kind ? "" : "; max-age=0";
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${NAME}=${kind}; path=/; samesite=lax${secure}${ends}`;
}
