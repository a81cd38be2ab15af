"""Lines that belong to the page a story was copied from, not to the story."""

import re

_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|reddit|pinterest|linkedin|messenger|instagram|tumblr"
    r"|threads|bluesky|mastodon|tiktok|flipboard|snapchat|vk|e-?mail|hacker news)"
)
_THIS = r"(?: (?:it|this|the|on))*(?: (?:story|article|post|page|news))?"

# A pattern a line, each for a whole line of the file, in lower case, without marks around it.
_PATTERNS = r"""
\d[\d.,' ]*[km]?\+? ?(?:(?:up|down)?vote|point|share|view|comment|like|reaction|clap|repost|read)s?
\d[\d.,' ]*[km]?\+? ?(?:retweet|follower)s?|\d[\d.,]*[km]? (?:reply|replies)
\d[\d.,' ]*[km]? ?(?:punkte?|kommentare?|partages?|commentaires?|puntos?|comentarios?)
(?:points|shares|views|comments|likes|votes)[: ]+\(?\d[\d.,]*[km]?\)?
\d+ min(?:ute)?s?(?: to)? read|reading time:? \d+ min(?:ute)?s?
like (?:it|this)THIS ?\? ?share(?: it| this)?.{0,40}
(?:please )?(?:share|tweet|pin|print|e-?mail|bookmark|save)THIS
(?:share|tweet|post|pin|send|like|follow)THIS(?: us)?(?: (?:on|via|with|to|by))? NETWORK
shareTHIS with (?:your|a) friends?|share (?:via|on|to|with)|share (?:buttons?|options?)
sharing is caring|copy link|NETWORK
upvote|downvote|vote (?:up|down)|up ?vote down ?vote|what'?s your reaction ?\??
ads?|advertis(?:ements?|ing)|adverts?|sponsored links?|paid content
(?:(?:story|article|post|content) )?continues? (?:below|after)(?: (?:the|this))?(?: ad\w{0,12})?
(?:keep )?scroll(?:ing)?(?: down)?(?: (?:for|to) .{1,30})?
(?:click (?:here )?to )?(?:read|see|show|view|load) (?:the )?(?:full )?(?:more|less|article|story)
(?:continue|keep) reading|full story
related(?: (?:articles?|stories|posts?|news|topics?))?
you (?:may|might) also (?:like|enjoy)|more from (?:this|our) (?:section|site|author)
recommended(?: for you)?|most (?:read|popular|shared)|(?:next|prev(?:ious)?) (?:article|story|post)
back to (?:top|home|homepage)|skip to (?:main )?content|skip (?:ad|advertisement)
(?:subscribe|sign up)(?: now)?(?: (?:to|for) (?:our|the) (?:\w+ )?newsletter)?|follow us
we use cookies|accept (?:all )?cookies|cookie (?:policy|settings)
no comments(?: yet)?|(?:leave|post|add|write) a (?:comment|reply)
(?:view|show|hide|see)(?: all)?(?: \d+)? comments?|comments? ?\(\d+\)
be the first to (?:comment|reply|like this)|join the (?:conversation|discussion)
(?:log ?in|sign in) to (?:comment|reply|vote)
anzeige|werbung|(?:artikel )?teilen|(?:auf|bei|per) NETWORK teilen|jetzt teilen|nach oben
weiterlesen|mehr lesen
publicité|partager|partager (?:sur|par) NETWORK|lire la suite|lire plus
publicidad|anuncio|compartir|compartir en NETWORK|leer más|seguir leyendo
"""
_LINE = re.compile(
    "|".join(f"(?:{pattern})" for pattern in _PATTERNS.split("\n") if pattern)
    .replace("NETWORK", _NETWORK)
    .replace("THIS", _THIS)
)
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
