"""What dump-features.ts wrote, for training: groups (a question put to a text), their rows of features, and their words."""
import hashlib
import json
import struct

import numpy as np
import torch

from ranking_net import FLAGS, LONGEST_QUESTION, LONGEST_SENTENCE, SIGNS


def load_vectors(path):
    data = open(path, "rb").read()
    count, size, listed = struct.unpack("<III", data[:12])
    rows = np.frombuffer(data, dtype=np.int8, offset=12 + listed, count=count * size).reshape(count, size).astype(np.float32)
    return torch.tensor(rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9))


def folds_of(groups, count):
    """Each article's fold: no article is in two."""
    articles = sorted({g["article"] for g in groups}, key=lambda a: hashlib.md5(a.encode()).hexdigest())
    return {article: i % count for i, article in enumerate(articles)}


def rows_of(groups, chosen):
    """Row numbers of the chosen groups, and where each group's rows start and how many they are."""
    rows = np.concatenate([np.arange(groups[i]["first"], groups[i]["first"] + groups[i]["count"]) for i in chosen])
    counts = np.array([groups[i]["count"] for i in chosen])
    return rows, np.concatenate([[0], np.cumsum(counts)[:-1]]), counts


def target_of(labels, votes):
    """Half of the weight to all right sentences alike, half by how many readers marked an answer there."""
    labels, votes = np.array(labels, float), np.array(votes, float)
    labels = labels / max(labels.sum(), 1e-9)
    return 0.5 * labels + 0.5 * (votes / votes.sum() if votes.sum() > 0 else labels)


class Data:
    def __init__(self, folders):
        self.groups, rows, words, signs = [], [], [], []
        first = number = 0
        for folder in folders:
            self.names = json.load(open(f"{folder}/features.json"))
            x = np.fromfile(f"{folder}/features.f32", dtype=np.float32).reshape(-1, len(self.names))
            table = [json.loads(line) for line in open(f"{folder}/sentences.jsonl")]
            w = np.full((len(table), LONGEST_SENTENCE), -2, np.int32)
            s = np.zeros((len(table), LONGEST_SENTENCE), np.int16)
            for i, sentence in enumerate(table):
                own = sentence["w"][:LONGEST_SENTENCE]
                w[i, : len(own)] = own
                s[i, : len(own)] = sentence["s"][:LONGEST_SENTENCE]
            for line in open(f"{folder}/groups.jsonl"):
                group = json.loads(line)
                group["sid"] = [i + number for i in group["sid"]]
                group["first"] += first
                self.groups.append(group)
            first += len(x)
            number += len(table)
            rows.append(x)
            words.append(w)
            signs.append(s)
        self.rows, self.words, self.signs = np.concatenate(rows), np.concatenate(words), np.concatenate(signs)

    def batch(self, chosen, scaled, order):
        """Tensors for the net: of each chosen group the candidates in `order`."""
        groups = [self.groups[i] for i in chosen]
        picks = [list(order[i]) for i in chosen]
        b, c = len(groups), max(map(len, picks))
        q_len = min(LONGEST_QUESTION, max(len(g["q"]) for g in groups))
        q = np.full((b, q_len), -1, np.int64)
        flags = np.zeros((b, q_len, FLAGS), np.float32)
        rarity = np.zeros((b, q_len), np.float32)
        q_mask = np.zeros((b, q_len), np.float32)
        s = np.full((b, c, LONGEST_SENTENCE), -2, np.int64)
        bits = np.zeros((b, c, LONGEST_SENTENCE), np.int16)
        exact = np.zeros((b, c, q_len, LONGEST_SENTENCE), np.float32)
        features = np.zeros((b, c, self.rows.shape[1]), np.float32)
        present = np.zeros((b, c), np.float32)
        target = np.zeros((b, c), np.float32)
        answer = np.full((b, c, 2), -1, np.int64)
        for k, (g, pick) in enumerate(zip(groups, picks)):
            n, m = min(q_len, len(g["q"])), len(pick)
            q[k, :n], rarity[k, :n], q_mask[k, :n] = g["q"][:n], g["qr"][:n], 1
            flags[k, :n] = (np.array(g["qf"][:n])[:, None] >> np.arange(FLAGS)) & 1
            ids = [g["sid"][j] for j in pick]
            s[k, :m], bits[k, :m], present[k, :m] = self.words[ids], self.signs[ids], 1
            features[k, :m] = scaled[[g["first"] + j for j in pick]]
            for a, j in enumerate(pick):
                pairs = g["m"][j]
                for t in range(0, len(pairs), 2):
                    if pairs[t] < LONGEST_SENTENCE and pairs[t + 1] < q_len:
                        exact[k, a, pairs[t + 1], pairs[t]] = 1
                if g["labels"][j] and 0 <= g["a"][j][1] < LONGEST_SENTENCE:
                    answer[k, a] = g["a"][j]
            if any(g["labels"][j] for j in pick):
                target[k, :m] = target_of([g["labels"][j] for j in pick], [g["votes"][j] for j in pick])
        length = max(8, int((s != -2).sum(-1).max()))
        s, bits, exact = s[..., :length], bits[..., :length], exact[..., :length]
        s_mask = (s != -2).astype(np.float32)
        signs = ((bits[..., None].astype(np.int32) >> np.arange(SIGNS)) & 1).astype(np.float32)
        s[s < 0] = -1
        t = torch.from_numpy
        inputs = dict(q=t(q), flags=t(flags), rarity=t(rarity), q_mask=t(q_mask), s=t(s), signs=t(signs), s_mask=t(s_mask), exact=t(exact), features=t(features))
        return inputs, t(present), t(target), t(answer)
