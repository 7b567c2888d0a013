"""Trains what models/ranking.bin holds. Needs numpy, torch and xgboost (Debian's python3-torch, python3-xgboost).

    npm run build:code
    export EVAL_DATA=../shared/data
    for part in 0 1 2; do node dist/training/dump-features.js WORK/wiki-$part wiki $part/3 & done
    node dist/training/dump-features.js WORK/pairs pairs
    node dist/training/dump-features.js WORK/near-misses near-misses; wait
    python3 training/train_ranking.py WORK models/vectors.bin models/ranking.bin bench/folds

WORK/wiki-* is squadshifts-wiki, whose articles are split in four folds: each fold's questions are judged by trees and a
net trained on the other three, and the confidence learns from these judgements. WORK/pairs, made of sentences and
questions (sentence-questions), trains the net only, and WORK/near-misses, squadshifts-wiki's questions with another
article's names in them, the confidence only. The last argument's folder is given the weights of each fold and
which article is in which, by which `npm run eval` judges every article with weights that never saw it. What ships is
trained on all. Takes the number of processes from WORKERS (default 2) and half an hour with two cores.
"""
import os

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import json
import sys
import time
from glob import glob
from multiprocessing import get_context

import numpy as np
import torch
import torch.nn.functional as F
import xgboost as xgb

from ranking_confidence import calibrate, confidence_rows, report_confidence, train_confidence
from ranking_data import Data, Packed, best_first, folds_of, load_vectors, rows_of, target_of
from ranking_net import RankingNet
from ranking_trees import softmax_groups, train_listwise, write_calibrated, write_trees, write_weights

WORK, VECTORS, OUT, FOLDS = sys.argv[1:5]
FOLD_COUNT = 4
WIKI, PAIRS = "squadshifts-wiki", "sentence-questions"
EPOCHS, BATCH, RATE, SMOOTHING = 3, 32, 3e-3, 0.995
ANSWERABLE = ("whole", "alone", "split")
UNANSWERABLE = ("removed", "beside", "elsewhere", "swapped")
# Share of the questions in each form that the net is trained on.
NET_SHARES = {"whole": 1, "alone": 0.4, "split": 0.5, "removed": 0.12, "beside": 0.12, "elsewhere": 0.12, "swapped": 0}
# What the loss of the answer's words, and that of "none of these answers", weigh beside the order's.
WORDS_LOSS, NONE_LOSS = 0.2, 0.2
began = time.time()


def say(*words):
    print("%4d s" % (time.time() - began), *words, flush=True)


def report(groups, scores, name):
    by = {}
    for g in groups:
        if g["mode"] in ANSWERABLE and g["set"] == WIKI:
            order = np.argsort(-scores[g["first"] : g["first"] + g["count"]], kind="stable")
            right = np.array(g["labels"])[order] if g["count"] else np.zeros(0)
            by.setdefault(g["mode"], []).append((right[:1].sum() > 0, right[:3].sum() > 0))
    say(name, ", ".join("%s %.4f (first three %.4f)" % (mode, *np.mean(value, axis=0)) for mode, value in by.items()))


class Training:
    """The data, and what is trained on it for a fold: on all articles but the fold's, or on all where the fold is None."""

    def __init__(self):
        self.data = Data(sorted(glob(f"{WORK}/wiki-*")) + [f"{WORK}/pairs", f"{WORK}/near-misses"])
        self.groups = self.data.groups
        self.fold = folds_of([g for g in self.groups if g["set"] == WIKI], FOLD_COUNT)
        self.scores = np.zeros(len(self.data.rows), np.float32)

    def held(self, fold):
        """Those that the fold's weights judge; the pairs, which train no trees, are the first fold's."""
        return [i for i, g in enumerate(self.groups) if g["count"] > 0 and self.fold.get(g["article"], 0) == fold]

    def trees(self, fold):
        g = self.groups
        chosen = [i for i in range(len(g)) if g[i]["set"] == WIKI and g[i]["mode"] in ANSWERABLE and self.fold[g[i]["article"]] != fold and g[i]["count"] > 1 and sum(g[i]["labels"]) > 0]
        booster = train_listwise(self.data.rows, g, chosen, 200, 5, 0.1)
        rows = np.zeros(0, int) if fold is None else rows_of(g, self.held(fold))[0]
        say("trees", fold)
        return bytes(booster.save_raw("ubj")), rows, booster.predict(xgb.DMatrix(self.data.rows[rows])) if len(rows) else np.zeros(0)

    def for_net(self, fold):
        rng, chosen, order = np.random.default_rng(5), [], {}
        for i, g in enumerate(self.groups):
            is_taken = rng.random() < NET_SHARES[g["mode"]]
            if g["count"] < 2 or not is_taken or self.fold.get(g["article"], -1) == fold:
                continue
            picks = best_first(self.scores, g)
            if g["mode"] in UNANSWERABLE or len(picks) > 1 and any(g["labels"][j] for j in picks):
                chosen.append(i)
                order[i] = picks
        return chosen, order

    def net(self, fold):
        """The net, its features' mean and spread, and what it says of the fold's questions: for each group the candidates read and their rows of added features."""
        torch.set_num_threads(1)
        torch.set_flush_denormal(True)
        torch.manual_seed(1)
        data, rng = self.data, np.random.default_rng(1)
        packed = Packed(data, *self.for_net(fold))
        mean, spread = data.rows.mean(0), data.rows.std(0) + 1e-3
        scaled = np.clip((data.rows - mean) / spread, -4, 4).astype(np.float32)
        net = RankingNet(load_vectors(VECTORS), data.rows.shape[1]).train()
        optimizer = torch.optim.Adam(net.parameters(), lr=RATE, weight_decay=1e-6)
        steps = EPOCHS * (len(packed.chosen) // BATCH + 1)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
        smooth = {name: value.clone() for name, value in net.state_dict().items() if name != "vectors"}
        step = 0
        for epoch in range(EPOCHS):
            losses = []
            for places in packed.batches(BATCH, rng):
                loss = net_loss(net, *packed.batch(places, scaled))
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                losses.append(loss.item())
                step += 1
                kept = min(SMOOTHING, (1 + step) / (10 + step))
                for name, value in net.state_dict().items():
                    if name != "vectors":
                        smooth[name].mul_(kept).add_(value, alpha=1 - kept)
            say("net", fold, "epoch", epoch, "of", len(packed.chosen), "loss %.4f" % np.mean(losses))
        net.load_state_dict({"vectors": net.vectors, **smooth})
        return {name: value.numpy() for name, value in smooth.items()}, mean, spread, {} if fold is None else self.read(net.eval(), [i for i in self.held(fold) if self.groups[i]["set"] == WIKI], scaled)

    def read(self, net, chosen, scaled):
        order = {i: best_first(self.scores, self.groups[i]) for i in chosen}
        packed, added = Packed(self.data, chosen, order), {}
        for start in range(0, len(chosen), 64):
            places = np.arange(start, min(start + 64, len(chosen)))
            with torch.no_grad():
                score, first, last = net(**packed.batch(places, scaled)[0])
            share = lambda logits: torch.softmax(logits, -1).max(-1)[0].numpy()
            score, ends = score.numpy(), [first.max(-1)[0].numpy(), last.max(-1)[0].numpy(), share(first), share(last)]
            for k, i in enumerate(chosen[start : start + 64]):
                m = len(order[i])
                trees, own = self.scores[self.groups[i]["first"] + order[i]], score[k, :m]
                powers = np.exp(own - own.max())
                rank = [(own > x).sum() for x in own]
                # In the order of ADDED_FEATURES in src/search/score-candidates.ts.
                added[i] = (order[i], np.stack([trees, trees - trees[0], np.arange(m), own, own - own.max(), rank, powers / powers.sum(), *(end[k, :m] for end in ends)], 1))
        return added


def net_loss(net, inputs, present, target, answer):
    """How badly the right candidates stand in the list, how badly "none of these" is told from an answer (a score of 0 stands for it), and how badly the answer's words are found."""
    score, first, last = net(**inputs)
    score, has = score.masked_fill(present == 0, -1e9), target.sum(1)
    loss = -(target * torch.log_softmax(score, 1)).sum() / has.sum().clamp(min=1)
    with_none = torch.log_softmax(torch.cat([score, torch.zeros(len(score), 1)], 1), 1)
    loss = loss - NONE_LOSS * (torch.cat([target, (1 - has)[:, None]], 1) * with_none).sum(1).mean()
    marked = answer[..., 0] >= 0
    if marked.any():
        loss = loss + WORDS_LOSS * (F.cross_entropy(first[marked], answer[..., 0][marked]) + F.cross_entropy(last[marked], answer[..., 1][marked]))
    return loss


def listed_rows(data, added):
    """The candidates read closely as a data set of their own: rows of features and added features, and groups."""
    rows, groups, first = [], [], 0
    for i, g in enumerate(data.groups):
        if g["set"] != WIKI:
            continue
        order, extra = added.get(i, ([], None))
        if len(order):
            rows.append(np.concatenate([data.rows[g["first"] + order], extra], 1).astype(np.float32))
        groups.append(dict(g, first=first, count=len(order), **{key: [g[key][j] for j in order] for key in ("labels", "votes", "contexts")}))
        first += len(order)
    return np.concatenate(rows), groups


def fit_blend(net, trees, groups):
    """What net and trees count for: the least cross-entropy over the right sentences, by Newton's method."""
    chosen = [i for i, g in enumerate(groups) if g["mode"] in ANSWERABLE and g["count"] > 1 and sum(g["labels"]) > 0]
    rows, starts, counts = rows_of(groups, chosen)
    target = np.concatenate([target_of(groups[i]["labels"], groups[i]["votes"]) for i in chosen])
    x, weights = np.stack([net[rows], trees[rows]], 1).astype(np.float64), np.array([0.8, 0.3])
    for _ in range(12):
        share = softmax_groups(x @ weights, starts, counts)
        centred = x - np.repeat(np.add.reduceat(share[:, None] * x, starts, axis=0), counts, axis=0)
        weights = weights - np.linalg.solve((share[:, None] * centred).T @ centred, x.T @ (share - target))
    return weights.astype(np.float32)


def main():
    global training
    training = Training()
    groups = training.groups
    everyone = [*range(FOLD_COUNT), None]
    with get_context("fork").Pool(int(os.environ.get("WORKERS", 2))) as pool:
        trees = pool.map(grow, everyone, 1)
    for _, rows, scores in trees:
        training.scores[rows] = scores
    report(groups, training.scores, "trees")
    with get_context("fork").Pool(int(os.environ.get("WORKERS", 2))) as pool:
        nets = pool.map(teach, everyone, 1)
    added = {i: value for *_, of_fold in nets for i, value in of_fold.items()}
    x, listed = listed_rows(training.data, added)
    names = training.data.names
    by_trees, by_net = x[:, len(names)], x[:, len(names) + 3]
    report(listed, by_net, "net")
    in_fold = np.array([training.fold[g["article"]] for g in listed])
    blends, blended = {}, np.zeros(len(x))
    for fold in everyone:
        blends[fold] = fit_blend(by_net, by_trees, [g for g, own in zip(listed, in_fold) if own != fold])
        for g in (g for g, own in zip(listed, in_fold) if own == fold):
            own = slice(g["first"], g["first"] + g["count"])
            blended[own] = blends[fold][0] * by_net[own] + blends[fold][1] * by_trees[own]
    say("blend", blends)
    report(listed, blended, "blend")

    c, right, numbers = confidence_rows(x, listed, blended, len(names) + 3)
    folds, modes = in_fold[numbers], [listed[n]["mode"] for n in numbers]
    confidences = {fold: train_confidence(c[folds != fold], right[folds != fold], [m for m, f in zip(modes, folds) if f != fold]) for fold in range(FOLD_COUNT)}
    confidences[None] = train_confidence(c, right, modes)
    given = np.zeros(len(right))
    for fold in range(FOLD_COUNT):
        given[folds == fold] = confidences[fold].predict(xgb.DMatrix(c[folds == fold]))
    scale, shift, calibrated = calibrate(given, right, modes)
    report_confidence(listed, numbers, right, calibrated)

    os.makedirs(FOLDS, exist_ok=True)
    with open(f"{FOLDS}/folds.json", "w") as out:
        out.write(json.dumps(dict(articles=training.fold), indent=2) + "\n")
    for fold, (raw, *_), (state, mean, spread, _) in zip(everyone, trees, nets):
        parts = {"net.mean": mean.astype(np.float32), "net.spread": spread.astype(np.float32), "blend": blends[fold]}
        parts.update({f"net.{name}": value.astype(np.float32).ravel() for name, value in state.items()})
        write_trees(xgb.Booster(model_file=bytearray(raw)), "first", parts)
        write_calibrated(confidences[fold], scale, shift, parts)
        trained = "training/train_ranking.py on squadshifts-wiki and sentence-questions" + ("" if fold is None else f", without fold {fold}")
        write_weights(OUT if fold is None else f"{FOLDS}/{fold}.bin", trained, names, parts)
    say("done")


def grow(fold):
    return training.trees(fold)


def teach(fold):
    return training.net(fold)


if __name__ == "__main__":
    main()
