"""Whether the ledger goes on with this database and these settings: asked before a site is served.

Points that are given on an older database may take the place of others, which the ledger has.
The sealer looks closely, and again each time; this costs no Django.
"""

from plaudit.engine import prepared
from plaudit.ledger import weighing
from plaudit.refusal import Refusal
from plaudit.settings import Settings

CHECKPOINT = "ledger/checkpoint"


def check(site: Settings) -> None:
    """Raises Refusal where the database has fewer entries than were published, or the settings
    other weights than the ledger.
    """
    weighing.check(prepared.first_entries(site, weighing.FIRST), site)
    published = _published(site)
    here = prepared.sealed(site) if published else 0
    if here < published:
        raise Refusal(
            f"The database has {here:,} entries of the ledger, but {published:,} are published: "
            "it is an older one, from a backup perhaps. `plaudit ledger recover` takes back what "
            "is missing; docs/operators/ledger.md, “A restored backup”, says more."
        )


def _published(site: Settings) -> int:
    """The size in the checkpoint in the site's folder; 0 if there is none that says one."""
    try:
        lines = (site.home / CHECKPOINT).read_text(encoding="utf-8").split("\n")
        return int(lines[1])
    except (OSError, ValueError, IndexError):
        return 0
