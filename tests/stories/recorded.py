"""The beginnings of files of sound and film, and recordings made of them."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from plaudit.stories.models import Recording

OGG = b"OggS\x00\x02" + bytes(20) + b"\x01\x1e"
BEGINNINGS = {
    "mp3": b"ID3\x04\x00\x00",
    "mp3 without a tag": b"\xff\xfb\x90\x64",
    "m4a": b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00",
    "ogg": OGG + b"\x01vorbis",
    "ogg of opus": OGG + b"OpusHead",
    "mp4": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00",
    "webm": b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm",
}


def recording(beginning: str = "mp3", more: bytes = bytes(5000), **fields: Any) -> Recording:
    file = SimpleUploadedFile("../My interview.html", BEGINNINGS[beginning] + more)
    told = {"title": "The ferrywoman speaks", "credit": "Ada Mic", "transcript": "Ada: On time."}
    made = Recording(file=file, **told | fields)
    made.full_clean()
    made.save()
    return made
