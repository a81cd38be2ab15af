"""The replay rule written down a second time, slowly: all leaves are kept, and counted from the
start whenever somebody asks. It knows canonical leaves alone; their bytes are tested elsewhere."""

import base64

from tests.tlog import reference

NAMES = ("up", "down", "members", "guests", "fediverse", "set_aside", "carried")


def fields(data):
    first, *lines = data.decode().splitlines()
    return {"kind": first.split("/")[1], **dict(line.split(" ", 1) for line in lines)}


def may_follow(entries, leaf):
    before = [fields(data) for data in entries]
    kind = leaf["kind"]
    if kind == "policy":
        return True
    if kind == "origin":
        return not before
    if not any(one["kind"] == "policy" for one in before):
        return False
    if kind == "ballot":
        return int(leaf["rev"]) == len(revisions(before, leaf["about"], leaf["tag"])) + 1
    if kind in {"void", "unvoid"}:
        target = int(leaf["target"])
        is_ballot = target < len(before) and before[target]["kind"] == "ballot"
        return is_ballot and (target in void(before)) == (kind == "unvoid")
    return kind == "carried" or leaf["root"] == base64.b64encode(points_root(entries)).decode()


def revisions(leaves, about, tag):
    """Indices of the ballots of a voter on a subject."""
    return [
        index
        for index, leaf in enumerate(leaves)
        if leaf["kind"] == "ballot" and (leaf["about"], leaf["tag"]) == (about, tag)
    ]


def void(leaves):
    targets = set()
    for leaf in leaves:
        if leaf["kind"] == "void":
            targets.add(int(leaf["target"]))
        if leaf["kind"] == "unvoid":
            targets.remove(int(leaf["target"]))
    return targets


def points(entries):
    """Of every subject, as a dictionary like that in the site's JSON but for `total`."""
    leaves = [fields(data) for data in entries]
    weights = next(leaf for leaf in reversed(leaves) if leaf["kind"] == "policy")
    found = {leaf["about"]: dict.fromkeys(NAMES, 0) for leaf in leaves if "about" in leaf}
    for leaf in leaves:
        if leaf["kind"] == "carried":
            found[leaf["about"]]["carried"] += int(leaf["value"])
    for about, tag in {(leaf["about"], leaf["tag"]) for leaf in leaves if "tag" in leaf}:
        last = revisions(leaves, about, tag)[-1]
        value, kind = int(leaves[last]["value"]), leaves[last]["class"]
        if last in void(leaves):
            found[about]["set_aside"] += value != 0
            continue
        weight = int(weights[kind])
        found[about]["up"] += weight * (value > 0)
        found[about]["down"] += weight * (value < 0)
        name = {"m": "members", "g": "guests", "f": "fediverse"}[kind]
        found[about][name] += weight * value
    return found


def points_root(entries):
    found = points(entries)
    lines = [
        [f"about {about}", *(f"{name} {found[about][name]}" for name in NAMES)]
        for about in sorted(found)
    ]
    return reference.root(["".join(f"{line}\n" for line in of).encode() for of in lines])
