"""Where things stand in a ballot that is in its canonical bytes: from its beginning, and from its
end, whatever `rev` is. Only for what `leaves.BALLOT` matches."""

from plaudit.recount.subjects import KINDS, code

ABOUT = slice(24, 52)
TAG = slice(57, 100)
REV = 105
FIRST_REV = slice(REV, REV + 2)
WHAT = slice(-40, -30)  # value and class, with what is between them
CODES = {
    f"{value}\nclass {kind}".encode(): code(kind, int(value))
    for kind in KINDS
    for value in ("+1", " 0", "-1")
}


def rev_of(data: bytes) -> int:
    if data[FIRST_REV] == b"1\n":
        return 1
    return int(data[REV : data.index(b"\n", REV)])
