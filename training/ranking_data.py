"""What dump-features.ts wrote, for training: groups (a question put to a text), their rows of features, and their words."""
import hashlib
import json
import struct

import numpy as np
import torch

from ranking_net import FLAGS, LONGEST_QUESTION, LONGEST_SENTENCE, SIGNS

# As in src/search/score-candidates.ts.
READ_CLOSELY, FURTHEST_BEHIND = 8, 4.5


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


def best_first(scores, group):
    """The candidates that the net reads, by the trees' scores: places within the group."""
    own = scores[group["first"] : group["first"] + group["count"]]
    order = np.argsort(-own, kind="stable")[:READ_CLOSELY]
    return order[own[order] > own[order[0]] - FURTHEST_BEHIND]


class Data:
    def __init__(self, folders):
        self.groups, rows, words, signs = [], [], [], []
        first = number = 0
        for folder in folders:
            self.names = json.load(open(f"{folder}/features.json"))
            x = np.fromfile(f"{folder}/features.f32", dtype=np.float32).reshape(-1, len(self.names))
            table = [json.loads(line) for line in open(f"{folder}/sentences.jsonl")]
            w = np.full((len(table), LONGEST_SENTENCE), -2, np.int32)
            s = np.zeros((len(table), LONGEST_SENTENCE), np.int32)
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


class Packed:
    """The chosen groups with the candidates of `order`, in arrays from which batches are cut."""

    def __init__(self, data, chosen, order):
        n, k = len(chosen), READ_CLOSELY
        self.data, self.chosen = data, np.array(chosen)
        self.q = np.full((n, LONGEST_QUESTION), -1, np.int32)
        self.flags = np.zeros((n, LONGEST_QUESTION), np.int32)
        self.rarity = np.zeros((n, LONGEST_QUESTION), np.float32)
        self.asked = np.zeros(n, np.int32)
        self.sentences = np.full((n, k), -1, np.int32)
        self.rows = np.full((n, k), -1, np.int32)
        # For each token of a sentence the question's tokens that are the same, as bits.
        self.same = np.zeros((n, k, LONGEST_SENTENCE), np.uint32)
        self.target = np.zeros((n, k), np.float32)
        self.answer = np.full((n, k, 2), -1, np.int16)
        for i, number in enumerate(chosen):
            self._fill(i, data.groups[number], order[number])
        self.counts = (self.sentences >= 0).sum(1)
        lengths = (data.words != -2).sum(1)
        self.longest = np.where(self.sentences >= 0, lengths[self.sentences], 0).max(1)

    def _fill(self, i, g, picks):
        asked = self.asked[i] = min(LONGEST_QUESTION, len(g["q"]))
        self.q[i, :asked], self.flags[i, :asked], self.rarity[i, :asked] = g["q"][:asked], g["qf"][:asked], g["qr"][:asked]
        for place, j in enumerate(picks):
            self.sentences[i, place], self.rows[i, place] = g["sid"][j], g["first"] + j
            pairs = g["m"][j]
            for t in range(0, len(pairs), 2):
                if pairs[t] < LONGEST_SENTENCE and pairs[t + 1] < LONGEST_QUESTION:
                    self.same[i, place, pairs[t]] |= np.uint32(1 << pairs[t + 1])
            if g["labels"][j] and 0 <= g["a"][j][1] < LONGEST_SENTENCE:
                self.answer[i, place] = g["a"][j]
        labels = [g["labels"][j] for j in picks]
        if any(labels):
            self.target[i, : len(picks)] = target_of(labels, [g["votes"][j] for j in picks])

    def batches(self, size, rng):
        """Places in random order, cut so that the groups of a batch are much of a size."""
        order, cut = rng.permutation(len(self.chosen)), []
        for start in range(0, len(order), size * 40):
            part = order[start : start + size * 40]
            part = part[np.argsort(self.counts[part] * 100 + self.longest[part] + rng.random(len(part)) * 4, kind="stable")]
            cut += [part[at : at + size] for at in range(0, len(part) - size + 1, size)]
        rng.shuffle(cut)
        return cut

    def batch(self, places, scaled):
        """Tensors for the net: its inputs, which candidates are there, the target shares, the answers' first and last tokens."""
        asked, count = int(self.asked[places].max()), int(self.counts[places].max())
        ids = self.sentences[places][:, :count]
        there = ids >= 0
        s = np.where(there[..., None], self.data.words[ids], -2)
        length = max(8, int((s != -2).sum(-1).max()))
        s = s[..., :length]
        bits = np.where(there[..., None], self.data.signs[ids][..., :length], 0)
        same = (self.same[places][:, :count, None, :length] >> np.arange(asked, dtype=np.uint32)[:, None]) & 1
        features = scaled[self.rows[places][:, :count]]
        features[~there] = 0
        t = torch.from_numpy
        inputs = dict(
            q=t(self.q[places][:, :asked].astype(np.int64)),
            flags=t(((self.flags[places][:, :asked, None] >> np.arange(FLAGS)) & 1).astype(np.float32)),
            rarity=t(self.rarity[places][:, :asked]),
            q_mask=t((np.arange(asked) < self.asked[places][:, None]).astype(np.float32)),
            s=t(np.where(s < 0, -1, s).astype(np.int64)),
            signs=t(((bits[..., None] >> np.arange(SIGNS)) & 1).astype(np.float32)),
            s_mask=t((s != -2).astype(np.float32)),
            exact=t(same.astype(np.float32)),
            features=t(features),
        )
        return inputs, t(there.astype(np.float32)), t(self.target[places][:, :count]), t(self.answer[places][:, :count].astype(np.int64))
