"""The log's addresses, where no file answers: on another machine, or with another server."""

import logging
import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_POST, require_safe

from plaudit.ledger import cosigner, keys, maps, serving, tree, witnessed
from plaudit.ledger.batches import state_of
from plaudit.ledger.folder import CHECKPOINT, MAPS, Folder
from plaudit.ledger.models import Checkpoint, Leaf
from plaudit.ledger.serving import FOR_ALL, SHORT, TEXT
from plaudit.tlog import checkpoints, notes, tiles, witnessing
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.refused import Malformed, NotProved
from plaudit.tlog.tiles import ENTRIES, HEIGHT, Tile

log = logging.getLogger("plaudit.witness")

HASH = re.compile(r"[0-9a-f]{64}")
NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")


@require_safe
@conditional_page
def checkpoint(_request: HttpRequest) -> HttpResponse:
    kept, here = _kept(), Folder().read(CHECKPOINT)
    text = kept.text.encode() if kept else None
    if here is not None and (kept is None or _size(here) > kept.size):
        text = here  # the database is an older one, and will have to catch up
    if text is None:
        return _nothing("The ledger has no checkpoint yet.")
    return HttpResponse(text, headers=serving.of_file(CHECKPOINT))


@require_safe
@conditional_page
def tile(_request: HttpRequest, path: str) -> HttpResponse:
    """A tile or bundle, out of its file or the database."""
    path = f"tile/{path}"
    headers = serving.of_tile(path)
    if headers is None:
        return _nothing("No log has a tile at this address.")
    found = tiles.parse_path(path)
    data = Folder().read(path)
    if data is None and _is_published(found):
        data = tree.rendered(found)
    if data is None:
        return _nothing("The ledger is not that large.")
    return HttpResponse(data, headers=headers)


@require_safe
def proof(_request: HttpRequest, index: str) -> HttpResponse:
    """A tlog-proof of one entry under the checkpoint of now."""
    kept = _kept()
    if not NUMBER.fullmatch(index) or kept is None or int(index) >= kept.size:
        size = kept.size if kept else 0
        return _nothing(f"Entry {index[:20]} is not sealed: the ledger has {size} entries.")
    hashes = tree.inclusion(kept.size, int(index))
    found = ProofFile(int(index), tuple(hashes), notes.parse(kept.text.encode()))
    return HttpResponse(found.encoded(), headers={"content-type": TEXT, **SHORT, **FOR_ALL})


@require_safe
def points_map(_request: HttpRequest, path: str) -> HttpResponse:
    """A file of the map of all points."""
    path = f"{MAPS}/{path}"
    headers = serving.of_file(path)
    data = Folder().read(path) if headers else None
    if data is None:
        return _nothing("No map of points has this file.")
    return HttpResponse(data, headers=headers)


@require_safe
def points_proof(_request: HttpRequest, kind: str, ulid: str) -> HttpResponse:
    """That a subject had so many points in front of the last points leaf."""
    try:
        found = maps.proof(f"{kind}/{ulid}")
    except (Malformed, NotProved):  # a map that is just being replaced
        found = None
    if found is None:
        return _nothing("The ledger has no proof of these points yet: it makes them once a day.")
    return HttpResponse(found.encoded(), headers={"content-type": TEXT, **SHORT, **FOR_ALL})


@require_safe
def leaf(_request: HttpRequest, digest: str) -> JsonResponse:
    """Where the entry with a leaf hash is."""
    kept = _kept()
    found = None
    if HASH.fullmatch(digest) and kept:
        rows = Leaf.objects.filter(hash=bytes.fromhex(digest), index__lt=kept.size)
        found = rows.order_by("index").values_list("index", flat=True).first()
    if kept is None or found is None:
        answer = {"error": "No sealed entry has this hash. A vote is sealed within ten minutes."}
        return JsonResponse(answer, status=404, headers=FOR_ALL | {"cache-control": "no-store"})
    where = {"index": found, "size": kept.size, "proof": f"{serving.PREFIX}proof/{found}"}
    return JsonResponse(where, headers=FOR_ALL | SHORT)


@require_safe
def verifier_keys(_request: HttpRequest) -> HttpResponse:
    """The keys that sign, a line each: the log's, that of the receipts, then earlier ones."""
    return HttpResponse(keys.public_text(), headers={"content-type": TEXT, **SHORT, **FOR_ALL})


@csrf_exempt  # programs ask, and no reader's cookie is looked at
@require_POST
def add_checkpoint(request: HttpRequest) -> HttpResponse:
    """Have this site cosign another's checkpoint, as in C2SP tlog-witness."""
    headers = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
    announced = request.META.get("CONTENT_LENGTH") or ""
    if announced.isdecimal() and int(announced) > witnessing.MOST_BYTES:
        sentence = f"At most {witnessing.MOST_BYTES} bytes are read.\n"
        return HttpResponse(sentence, TEXT, 413, headers=headers)
    try:
        reply = witnessed.add_checkpoint(request.body)
    except keys.NoKey as refusal:
        log.error("No log is cosigned. %s", refusal)
        return HttpResponse("This witness cannot sign at present.\n", TEXT, 503, headers=headers)
    return HttpResponse(reply.body, reply.kind, reply.status, headers=headers)


@require_safe
def witness_key(_request: HttpRequest) -> HttpResponse:
    """The key by which this site cosigns the logs of others."""
    try:
        line = f"{cosigner.public()}\n"
    except keys.NoKey:
        return _nothing("This site is no witness for others.")
    return HttpResponse(line, headers={"content-type": TEXT, **SHORT, **FOR_ALL})


def _kept() -> Checkpoint | None:
    """The checkpoint of now."""
    state = state_of()
    return Checkpoint.objects.filter(size=state.published).first() if state else None


def _is_published(found: Tile) -> bool:
    state = state_of()
    published = state.published if state else 0
    level = 0 if found.level == ENTRIES else found.level
    return found.start + found.width <= published >> HEIGHT * level


def _size(note: bytes) -> int:
    try:
        return checkpoints.parse(notes.parse(note).text).size
    except Malformed:
        return 0


def _nothing(sentence: str) -> HttpResponse:
    headers = {"content-type": TEXT, "cache-control": "no-store", **FOR_ALL}
    return HttpResponse(f"{sentence}\n", status=404, headers=headers)
