"""What a file of sound or film is, by what is in it; its name says nothing that is believed."""

import re
from typing import NamedTuple

HEAD = 4096  # bytes that tell
MOST_BYTES = 24_000_000  # the server takes 25 MiB at once

AUDIO, VIDEO = "audio", "video"
MP4_BRANDS = {b"M4A ": AUDIO, b"M4B ": AUDIO, b"M4V ": VIDEO} | dict.fromkeys(
    [b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"MSNV", b"dash"],
    VIDEO,
)
# Where phones write the place of a recording: ISO 6709, as +52.5200+013.4050+034.000/
PLACE = re.compile(rb"[+-]\d{2}\.\d{2,8}[+-]\d{3}\.\d{2,8}(?:[+-]\d{1,5}(?:\.\d{1,5})?)?/")


class Kind(NamedTuple):
    name: str  # audio or video
    ending: str
    media_type: str


MP3 = Kind(AUDIO, "mp3", "audio/mpeg")
M4A = Kind(AUDIO, "m4a", "audio/mp4")
OGG = Kind(AUDIO, "ogg", "audio/ogg")
MP4 = Kind(VIDEO, "mp4", "video/mp4")
WEBM = Kind(VIDEO, "webm", "video/webm")
ALL = {kind.ending: kind for kind in (MP3, M4A, OGG, MP4, WEBM)}


def of(head: bytes) -> Kind | None:
    """What a file that begins so is; None if it is nothing that every browser plays."""
    if head.startswith(b"ID3") or _is_frame(head):
        return MP3
    if head.startswith(b"OggS"):
        return OGG if b"OpusHead" in head[:64] or b"\x01vorbis" in head[:64] else None
    if head[4:8] == b"ftyp":
        name = MP4_BRANDS.get(head[8:12])
        return {AUDIO: M4A, VIDEO: MP4}.get(name or "")
    if head.startswith(b"\x1a\x45\xdf\xa3"):
        return WEBM if b"webm" in head[:64] else None
    return None


def _is_frame(head: bytes) -> bool:
    """Whether it begins with the sync word of MPEG audio, layer III."""
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2


def without_place(content: bytes) -> bytes:
    """The file without the place where it was recorded: its figures become noughts."""
    return PLACE.sub(lambda found: re.sub(rb"\d", b"0", found[0]), content)
