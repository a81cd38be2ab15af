"""The transparency log's core: hashes, proofs, tiles, signed notes. Bytes in, bytes out.

It follows RFC 6962 and RFC 9162 (hashes and proofs) and the C2SP specifications (signed-note,
tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof, tlog-witness). It knows no database, no
file and no network. What it does not accept it refuses with `refused.Refused`.
"""
