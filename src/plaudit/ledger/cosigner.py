"""The key by which this site cosigns the logs of others: `keys/witness.key`.

Its name is the origin of the site's own ledger and `/witness` when it is made; from then on it is
known to others under that name and stays as it is.
"""

from plaudit import settings
from plaudit.ledger import keys
from plaudit.tlog.cosignatures import CosignerKey, CosigningKey

FILE = "witness.key"
NAME = "/witness"


def key() -> CosigningKey:
    """Raises keys.NoKey, also where none was made."""
    path = keys.folder() / FILE
    if keys.is_missing(path):
        raise keys.NoKey(
            f"{path} is missing. Put it back from a backup: others know this witness by it. Is it "
            "lost? Then `plaudit ledger witness key` makes a new one, which you have to tell them."
        )
    return keys.opened(path, CosigningKey)


def made() -> CosigningKey:
    """The key, which is made now if there is none. Raises keys.NoKey."""
    path = keys.folder() / FILE
    if keys.is_missing(path):
        keys.make(path, CosigningKey.generate(settings.load().ledger_origin + NAME))
    return key()


def public() -> CosignerKey:
    """What others know of it. Raises keys.NoKey."""
    return CosignerKey.parse(str(key().verifier))
