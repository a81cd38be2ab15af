"""Files that are no picture, only half of one, or more than they seem."""

import struct
import zipfile
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
POLYGLOT = b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)"
PHOTOSHOP = b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 8, 8, 8, 3) + bytes(300)
IPHONE = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(300)
POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png(width: int = 8, height: int = 8, *extra: bytes, data: bytes | None = None) -> bytes:
    """A PNG in black and white; `extra` are chunks before the picture's own."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    lines = zlib.compress(bytes(height * (1 + (width + 7) // 8))) if data is None else data
    parts = [chunk(b"IHDR", header), *extra, chunk(b"IDAT", lines), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@cache
def unfolding() -> bytes:
    """A tenth of a megabyte that unfolds to a hundred."""
    return zlib.compress(bytes(100 * 1024**2), 9)


def text_bomb() -> bytes:
    return png(8, 8, chunk(b"zTXt", b"Comment\0\0" + unfolding()))


def profile_bomb() -> bytes:
    return png(8, 8, chunk(b"iCCP", b"profile\0\0" + unfolding()))


def late_text_bomb() -> bytes:
    """The same, where it is read only with the picture itself."""
    whole = png()
    return whole[:-12] + chunk(b"zTXt", b"Comment\0\0" + unfolding()) + whole[-12:]


def jpeg(size: tuple[int, int] = (300, 200), **how: object) -> bytes:
    file = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(file, "JPEG", **how)
    return file.getvalue()


def huge_jpeg() -> bytes:
    """A small one that says it is 65,500 pixels wide and high."""
    data = bytearray(jpeg((16, 16)))
    start = data.index(b"\xff\xc0")
    data[start + 5 : start + 9] = struct.pack(">HH", 65_500, 65_500)
    return bytes(data)


def huge_gif() -> bytes:
    data = bytearray(animation("GIF", 1))
    data[6:10] = struct.pack("<HH", 65_500, 65_500)
    return bytes(data)


def animation(form: str, frames: int, size: tuple[int, int] = (8, 8)) -> bytes:
    file = BytesIO()
    first, *others = [Image.new("L", size, 7 * number % 256) for number in range(frames)]
    first.save(file, form, save_all=True, append_images=others)
    return file.getvalue()


def endless_gif(frames: int = 300_000, side: int = 4_000) -> bytes:
    """Some megabytes of frames of one pixel, each of which is painted on a large sheet."""
    frame = b",\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    head = b"GIF89a" + struct.pack("<HH", side, side) + b"\x80\0\0" + b"\0\0\0\xff\xff\xff"
    return head + frame * frames + b";"


def endless_png(frames: int = 100_000) -> bytes:
    """The same as an animated PNG."""
    control = struct.pack(">IIIIIHHBB", 0, 1, 1, 0, 0, 1, 10, 0, 0)
    data = zlib.compress(b"\0\0")
    parts = [chunk(b"acTL", struct.pack(">II", frames, 0)), chunk(b"fcTL", control)]
    whole = png(4000, 4000, *parts)
    later = b"".join(
        chunk(b"fcTL", struct.pack(">I", 2 * number + 1) + control[4:])
        + chunk(b"fdAT", struct.pack(">I", 2 * number + 2) + data)
        for number in range(frames - 1)
    )
    return whole[:-12] + later + whole[-12:]


def huge(form: str) -> bytes:
    """A small WebP or AVIF that says it is thousands of pixels wide and high."""
    file = BytesIO()
    Image.new("RGB", (16, 16), "seagreen").save(file, form, lossless=True)
    data = bytearray(file.getvalue())
    if form == "AVIF":
        at = data.index(b"ispe") + 8
        data[at : at + 8] = struct.pack(">II", 16_000, 16_000)
    else:  # lossless: two times fourteen bits, behind a byte of its own
        at = data.index(b"VP8L") + 9
        data[at : at + 4] = struct.pack("<I", 16_383 | 16_383 << 14)
    return bytes(data)


def text(said: bytes) -> bytes:
    return chunk(b"tEXt", b"Comment\0" + said)


def heavy_text() -> bytes:
    """A PNG with five megabytes of text that is not packed."""
    return png(8, 8, text(b"x" * 5 * 1024**2))


def deep() -> bytes:
    """A PNG with 16 bits for each of three colours."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 16, 2, 0, 0, 0))
    lines = zlib.compress((b"\0" + b"\x12\x34" * 12) * 4)
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


SCRIPT = b"<script>alert(1)</script>"


def zipped() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.html", SCRIPT)
    return file.getvalue()


def artist(name: bytes) -> bytes:
    exif = Image.Exif()
    exif[0x013B] = name.decode()
    return exif.tobytes()


def painted_script() -> bytes:
    """A GIF whose table of colours is a script."""
    image = Image.new("P", (16, 16))
    image.putpalette((SCRIPT + bytes(range(200)))[: 16 * 3])
    image.putdata([number % 16 for number in range(256)])
    file = BytesIO()
    image.save(file, "GIF")
    return file.getvalue()


def upright() -> bytes:
    """A picture on its side, 40 by 20, that says it is to be turned; its place is in it as well."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (52.0, 30.0, 0.0)}
    return jpeg((40, 20), exif=exif.tobytes())
