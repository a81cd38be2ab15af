"""The points of one subject, proved by the site without a recount of everything."""

from pathlib import Path

from plaudit.auditor import opening
from plaudit.auditor.auditing import Wishes
from plaudit.auditor.findings import Findings, many
from plaudit.auditor.sources import LEDGER, Missing, Source, Unreachable
from plaudit.recount import map_proof
from plaudit.tlog.refused import NotProved, Refused

TOPIC = "points"


def check(source: Source, base: Path, about: str, wishes: Wishes) -> Findings:
    """That the site's log has a root of all points from which those of `about` follow.

    Whether that root is right only a recount can say. `base` is the folder of what auditors
    remember, of which the key is used.
    """
    found = Findings(facts={"source": source.name, "about": about})
    try:
        opened = opening.open_log(source, base, found, key=wishes.key, quorum=wishes.quorum)
        proof = map_proof.parse(source.read(f"{LEDGER}points/{about}", map_proof.MOST_BYTES))
        proved, points, index, checkpoint = proof.verified(opened.checkpoint.origin, opened.keys)
        if proved != about:
            raise NotProved(f"The proof is about {proved}.")
    except Missing as missing:
        found.unchecked(TOPIC, f"There is no proof of these points: {missing}")
    except Unreachable as trouble:
        found.unchecked(TOPIC, str(trouble))
    except Refused as refusal:
        found.differs(TOPIC, str(refusal))
    else:
        found.facts |= {"points": points.as_json(), "leaf": index, "size": checkpoint.size}
        found.agrees(
            TOPIC,
            f"{about} had {many(points.total, 'point')} in front of leaf {index:,}, which has the "
            f"root of all points; it is in the log of {checkpoint.size:,} leaves.",
        )
    return found
