"""Lines that belong to the page a story was copied from, not to the story."""

import re

NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|telegram|reddit|pinterest|linkedin|messenger|instagram|tumblr"
    r"|threads|bluesky|mastodon|tiktok|flipboard|snapchat|vk|e-?mail|hacker news)"
)
THIS = r"(?: (?:it|this|the|on)\b)*(?: (?:story|article|post|page|news))?"

# Each is matched against a whole line, in lower case, without the marks around it.
_LINES = [
    # Figures
    r"\d[\d.,' ]*[km]?\+? ?(?:points?|shares?|views?|comments?|likes?|votes?|upvotes?|downvotes?"
    r"|reactions?|claps?|retweets?|reposts?|replies|followers?|reads?)",
    r"\d[\d.,' ]*[km]? ?(?:punkte?|kommentare?|partages?|commentaires?|puntos?|comentarios?)",
    r"(?:points|shares|views|comments|likes|votes)[: ]+\(?\d[\d.,]*[km]?\)?",
    r"\d+ min(?:ute)?s?(?: to)? read|reading time:? \d+ min(?:ute)?s?",
    # Sharing
    r"like (?:it|this)" + THIS + r" ?\? ?share (?:it|this)?.{0,40}",
    r"(?:please )?(?:share|tweet|pin|print|e-?mail|bookmark|save)" + THIS,
    r"(?:share|tweet|post|pin|send|like|follow)" + THIS + r"(?: us)?(?: (?:on|via|with|to|by))? "
    + NETWORKS,
    r"share" + THIS + r" with (?:your|a) friends?",
    r"sharing is caring|share (?:via|on|to|with)|share buttons?|share options?|copy link",
    r"upvote|downvote|vote (?:up|down)|up ?vote down ?vote|what'?s your reaction\s*\??",
    NETWORKS,
    # Advertising
    r"ads?|advertisements?|advertising|advert|adverts|sponsored links?|paid content",
    r"(?:story|article|post|content)? ?continues? (?:reading )?(?:below|after)"
    r"(?: th(?:e|is))? ?(?:ad|advert|advertisement)?",
    r"(?:scroll|keep scrolling|scroll down)(?: (?:for|to) .{1,30})?",
    # Elsewhere on the site
    r"(?:click (?:here )?to )?(?:read|see|show|view|load)(?: the)?(?: full)? (?:more|less|article|story)",
    r"continue reading|keep reading|full story|related(?: (?:articles?|stories|posts?|news|topics?))?",
    r"you (?:may|might) also (?:like|enjoy)|more from (?:this|our) (?:section|site|author)",
    r"recommended(?: for you)?|most (?:read|popular|shared)|(?:next|previous|prev) (?:article|story|post)",
    r"back to (?:top|home|homepage)|skip to (?:main )?content|skip (?:ad|advertisement)",
    r"(?:subscribe|sign up)(?: now)?(?: (?:to|for) (?:our|the) (?:\w+ )?newsletter)?|follow us",
    r"(?:we use cookies|accept (?:all )?cookies|cookie (?:policy|settings))",
    # Comments
    r"(?:no|leave a|post a|add a|write a|view all|show|hide|see all)(?: \d+)? (?:comments?|reply)(?: yet)?",
    r"comments? ?\(\d+\)|be the first to (?:comment|reply|like this)|join the (?:conversation|discussion)",
    r"log ?in to (?:comment|reply|vote)|sign in to (?:comment|reply|vote)",
    # German, French, Spanish
    r"anzeige|werbung|(?:artikel )?teilen|(?:auf|bei|per) " + NETWORKS + r" teilen|weiterlesen"
    r"|mehr lesen|jetzt teilen|nach oben",
    r"publicité|partager|partager (?:sur|par) " + NETWORKS + r"|lire la suite|lire plus",
    r"publicidad|anuncio|compartir|compartir en " + NETWORKS + r"|leer más|seguir leyendo",
]  # fmt: skip
_LINE = re.compile("|".join(f"(?:{line})" for line in _LINES))
_APART = re.compile(r"\s*[|·•/]\s*|\s{2,}|\t")
_AROUND = " \t\u00a0!:…*_~|·•<>«»‹›→←↓↑➔►▶▼▲–—-"
LONGEST = 120


def is_furniture(line: str) -> bool:
    """Whether a line, standing alone, is furniture: counters, share prompts, "Advertisement"."""
    line = line.strip()
    if not line or len(line) > LONGEST:
        return False
    return _is_one(line) or all(map(_is_one, _APART.split(line.strip(_AROUND))))


def _is_one(line: str) -> bool:
    line = line.lower().replace("\u2019", "'").replace("\u00a0", " ")
    # Emoji and arrows stand around share prompts; a full stop makes a sentence of anything.
    while line and (line[0] in _AROUND or _is_symbol(line[0])):
        line = line[1:]
    while line and (line[-1] in _AROUND or _is_symbol(line[-1])):
        line = line[:-1]
    return _LINE.fullmatch(line) is not None


def _is_symbol(letter: str) -> bool:
    return letter > "\u2190" and not letter.isalnum() and not "\u3000" <= letter <= "\ufaff"
