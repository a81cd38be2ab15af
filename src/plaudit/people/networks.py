"""The networks a story can be passed on to, by plain links (addresses of November 2026)."""

from typing import NamedTuple
from urllib.parse import quote

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Network(NamedTuple):
    name: str | Promise
    pattern: str  # {url} and {text} are filled in, percent-encoded

    def link(self, url: str, text: str) -> str:
        return self.pattern.format(url=quote(url, safe=""), text=quote(text, safe=""))


NETWORKS = {
    "mastodon": Network("Mastodon", "https://share.joinmastodon.org/#text={text}%20{url}"),
    "bluesky": Network("Bluesky", "https://bsky.app/intent/compose?text={text}%20{url}"),
    "threads": Network("Threads", "https://www.threads.com/intent/post?text={text}&url={url}"),
    "x": Network("X", "https://x.com/intent/post?text={text}&url={url}"),
    "facebook": Network("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    "whatsapp": Network("WhatsApp", "https://wa.me/?text={text}%20{url}"),
    "telegram": Network("Telegram", "https://t.me/share/url?url={url}&text={text}"),
    "reddit": Network("Reddit", "https://www.reddit.com/submit?url={url}&title={text}"),
    "linkedin": Network("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    "hackernews": Network(
        "Hacker News", "https://news.ycombinator.com/submitlink?u={url}&t={text}"
    ),
    "mail": Network(_("E-mail"), "mailto:?subject={text}&body={text}%0D%0A%0D%0A{url}"),
}
DEFAULT_NETWORKS = (
    "mastodon", "bluesky", "facebook", "whatsapp", "telegram", "reddit", "linkedin", "x", "mail",
)  # fmt: skip
