"""Trains what src/search/weights/ranking.bin holds. Needs numpy, torch and xgboost; set OMP_NUM_THREADS=1.

    EVAL_DATA=../shared/data node dist/bench/train/dump-features.js WORK/wiki wiki
    EVAL_DATA=../shared/data node dist/bench/train/dump-features.js WORK/forums reddit whole-only
    python3 bench/train/train_ranking.py WORK src/search/weights/vectors.bin src/search/weights/ranking.bin

Articles are split in two. Each half's questions are judged by trees and a net that never saw its articles; the
second trees and the confidence learn from these judgements only, and are themselves measured on five other folds.
The shipped first trees and net are then trained on all articles.
"""
import os
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
import xgboost as xgb

from ranking_data import Data, folds_of, load_vectors, rows_of
from ranking_net import RankingNet
from ranking_trees import train_confidence, train_listwise, write_trees, write_weights

WORK, VECTORS, OUT = sys.argv[1:4]
READ_CLOSELY = 8
EPOCHS, BATCH, RATE = 4, 32, 3e-3
FORUM_SHARE = 0.2
ANSWERABLE = ("whole", "alone", "split")
# "removed" and the like hold no answer: as much weight as the questions that have one.
CONFIDENCE_WEIGHTS = {"whole": 0.7, "split": 0.5, "alone": 0.5, "removed": 1, "beside": 0.9, "elsewhere": 0.5}
# Probabilities are calibrated as if about a fifth of the questions had no answer in the text.
CALIBRATION_WEIGHTS = {"whole": 0.7, "split": 0.3, "alone": 0.3, "removed": 0.25, "beside": 0.1, "elsewhere": 0.1}
torch.set_num_threads(1)
torch.manual_seed(1)


def report(groups, scores, name):
    by = {}
    for g in groups:
        if g["mode"] in ANSWERABLE:
            order = np.argsort(-scores[g["first"] : g["first"] + g["count"]], kind="stable")
            right = np.array(g["labels"])[order] if g["count"] else np.zeros(0)
            by.setdefault((g["set"], g["mode"]), []).append((right[:1].sum() > 0, right[:3].sum() > 0))
    for key, value in by.items():
        print(name, *key, len(value), "top 1 %.3f, top 3 %.3f" % tuple(np.mean(value, axis=0)), flush=True)


def useful(groups, wanted):
    return [i for i, g in enumerate(groups) if g["count"] > 1 and sum(g["labels"]) > 0 and wanted(g)]


def best_first(scores, group):
    return np.argsort(-scores[group["first"] : group["first"] + group["count"]], kind="stable")[:READ_CLOSELY]


def train_net(data, chosen, scores):
    order = {i: best_first(scores, data.groups[i]) for i in chosen}
    chosen = [i for i in chosen if any(data.groups[i]["labels"][j] for j in order[i])]
    mean, spread = data.rows.mean(0), data.rows.std(0) + 1e-3
    scaled = np.clip((data.rows - mean) / spread, -4, 4).astype(np.float32)
    net = RankingNet(load_vectors(VECTORS), data.rows.shape[1]).train()
    optimizer = torch.optim.Adam(net.parameters(), lr=RATE, weight_decay=1e-6)
    steps = EPOCHS * (len(chosen) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    rng, began = random.Random(1), time.time()
    for epoch in range(EPOCHS):
        rng.shuffle(chosen)
        losses = []
        for k in range(0, len(chosen) - BATCH + 1, BATCH):
            inputs, present, target, answer = data.batch(chosen[k : k + BATCH], scaled, order)
            score, start, end = net(**inputs)
            loss = -(target * torch.log_softmax(score.masked_fill(present == 0, -1e9), 1)).sum(1).mean()
            has = answer[..., 0] >= 0
            if has.any():
                loss = loss + 0.2 * (F.cross_entropy(start[has], answer[..., 0][has]) + F.cross_entropy(end[has], answer[..., 1][has]))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print("net epoch", epoch, "loss %.3f" % np.mean(losses), "%d s" % (time.time() - began), flush=True)
    return net.eval(), mean, spread


def read_closely(data, scores, trained, pick):
    """For each group what the net that `pick` names says of its best candidates: added features, in the order of ADDED_FEATURES."""
    added = {}
    order = {i: best_first(scores, g) for i, g in enumerate(data.groups) if g["count"] > 0}
    for k, (net, mean, spread) in enumerate(trained):
        scaled = np.clip((data.rows - mean) / spread, -4, 4).astype(np.float32)
        chosen = sorted((i for i in order if pick(data.groups[i]) == k), key=lambda i: len(data.groups[i]["q"]))
        for at in range(0, len(chosen), 64):
            part = chosen[at : at + 64]
            with torch.no_grad():
                score, start, end = net(**data.batch(part, scaled, order)[0])
            score, start, end = score.numpy(), start.max(-1)[0].numpy(), end.max(-1)[0].numpy()
            for j, i in enumerate(part):
                m = len(order[i])
                trees, own = scores[data.groups[i]["first"] + order[i]], score[j, :m]
                share = np.exp(own - own.max())
                rank = [(own > x).sum() for x in own]
                added[i] = np.stack([trees, trees - trees[0], np.arange(m), own, own - own.max(), rank, share / share.sum(), start[j, :m], end[j, :m]], 1)
    return order, added


def second_rows(data, order, added):
    rows, groups, first = [], [], 0
    for i, g in enumerate(data.groups):
        o = order.get(i, [])
        if len(o) > 0:
            rows.append(np.concatenate([data.rows[g["first"] + o], added[i]], 1).astype(np.float32))
        groups.append(dict(g, first=first, count=len(o), **{key: [g[key][j] for j in o] for key in ("labels", "votes", "contexts")}))
        first += len(o)
    return np.concatenate(rows), groups


def confidence_rows(x, groups, scores, net_column):
    """As confidenceRow in src/search/confidence.ts."""
    rows, right, numbers = [], [], []
    for number, g in enumerate(groups):
        if g["count"] == 0:
            continue
        own = scores[g["first"] : g["first"] + g["count"]].astype(np.float64)
        order = np.argsort(-own, kind="stable")
        s, context = own[order], np.array(g["contexts"])[order]
        share = np.exp(s - s[0])
        share /= share.sum()
        net = x[g["first"] + order, net_column]
        others = np.nonzero(context != context[0])[0]
        lead = [s[0] - s[k] if k is not None and k < len(s) else 10 for k in (1, 2, others[0] if len(others) else None)]
        entropy = -(share * np.log(np.maximum(share, 1e-30))).sum()
        listed = [share[0], share[1] if len(share) > 1 else 0, entropy, share[context == context[0]].sum(), *lead, len(s), *g["absent"], float(net[0] == net.max())]
        rows.append(np.concatenate([listed, x[g["first"] + order[0]]]).astype(np.float32))
        right.append(g["labels"][order[0]])
        numbers.append(number)
    return np.array(rows), np.array(right), numbers


def report_confidence(groups, numbers, right, given):
    of = {}
    for number, is_right, confidence in zip(numbers, right, given):
        of.setdefault(groups[number]["mode"], []).append((is_right, confidence))
    count = {mode: sum(1 for g in groups if g["mode"] == mode) for mode in of}
    whole = sorted(of["whole"], key=lambda pair: -pair[1])
    print("precision at", [(s, round(float(np.mean([r for r, _ in whole[: int(s * count["whole"])]])), 3)) for s in (0.5, 0.6, 0.7, 0.8, 0.9, 1)])
    for s in (0.65, 0.7, 0.75):
        threshold = whole[int(s * count["whole"])][1]
        print("threshold %.3f:" % threshold, {mode: round(sum(c >= threshold for _, c in pairs) / count[mode], 3) for mode, pairs in of.items()})


def calibrate(given, right, weight):
    """Platt's scale and shift of the logit (Platt 1999), by Newton's method."""
    logit, scale, shift = np.log(given / (1 - given)), 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(scale * logit + shift)))
        g, h = weight * (p - right), weight * p * (1 - p)
        hessian = np.array([[(h * logit * logit).sum(), (h * logit).sum()], [(h * logit).sum(), h.sum()]])
        step = np.linalg.solve(hessian, [(g * logit).sum(), g.sum()])
        scale, shift = scale - step[0], shift - step[1]
    return scale, shift


def write_calibrated(booster, scale, shift, parts):
    """Confidence trees with their leaves scaled, and one more tree of a single leaf for the shift."""
    write_trees(booster, "confidence", parts)
    features, values = parts["confidence.features"], parts["confidence.values"]
    parts["confidence.values"] = np.append(np.where(features < 0, values * scale, values), shift).astype(np.float32)
    parts["confidence.features"] = np.append(features, -1).astype(np.int16)
    parts["confidence.steps"] = np.append(parts["confidence.steps"], 0).astype(np.int16)
    parts["confidence.roots"] = np.append(parts["confidence.roots"], len(values)).astype(np.int32)


def main():
    folders = [f for f in (f"{WORK}/wiki", f"{WORK}/forums") if os.path.exists(f"{f}/groups.jsonl")]
    data = Data(folders)
    groups, rng = data.groups, random.Random(5)
    is_wiki = [g["set"] == "squadshifts-wiki" for g in groups]
    half = folds_of([g for g, wiki in zip(groups, is_wiki) if wiki], 2)
    trains = lambda g, fold: g["mode"] in ANSWERABLE and half.get(g["article"], -1) != fold
    for_net = {i for i, g in enumerate(groups) if (is_wiki[i] or rng.random() < FORUM_SHARE) and (g["mode"] == "whole" or rng.random() < 0.4)}

    scores = np.zeros(len(data.rows), np.float32)
    nets = []
    for fold in (0, 1, None):
        first = train_listwise(data.rows, groups, useful(groups, lambda g: g["article"] in half and trains(g, fold)), 200, 5, 0.1)
        if fold is None:
            break
        held = [i for i, g in enumerate(groups) if g["count"] > 0 and half.get(g["article"], 0) == fold]
        rows, _, _ = rows_of(groups, held)
        scores[rows] = first.predict(xgb.DMatrix(data.rows[rows]))
    report([g for g in groups if g["article"] in half], scores, "first trees")
    for fold in (0, 1, None):
        nets.append(train_net(data, [i for i in useful(groups, lambda g: trains(g, fold)) if i in for_net], scores))

    order, added = read_closely(data, scores, nets[:2], lambda g: half.get(g["article"], -1))
    for i in [i for i in order if groups[i]["article"] not in half]:
        del order[i]
    x, listed = second_rows(data, order, added)
    report([g for g in listed if g["count"]], x[:, len(data.names) + 3], "net")
    fifth = folds_of([g for g in listed if g["article"] in half], 5)
    fold_of = lambda g: fifth.get(g["article"], -1)
    judged = np.zeros(len(x))
    for fold in range(5):
        trees = train_listwise(x, listed, useful(listed, lambda g: trains(g, None) and fold_of(g) not in (fold, -1)), 80, 4, 0.08, least=4, pull=10)
        rows, _, _ = rows_of(listed, [i for i, g in enumerate(listed) if g["count"] and fold_of(g) == fold])
        judged[rows] = trees.predict(xgb.DMatrix(x[rows]))
    report([g for g in listed if g["article"] in half], judged, "second trees")
    second = train_listwise(x, listed, useful(listed, lambda g: trains(g, None) and g["article"] in half), 80, 4, 0.08, least=4, pull=10)

    c, right, numbers = confidence_rows(x, listed, judged, len(data.names) + 3)
    folds = np.array([fold_of(listed[n]) for n in numbers])
    weight = np.array([CONFIDENCE_WEIGHTS[listed[n]["mode"]] for n in numbers])
    given = np.zeros(len(right))
    for fold in range(5):
        trees = train_confidence(c[folds != fold], right[folds != fold], weight[folds != fold])
        given[folds == fold] = trees.predict(xgb.DMatrix(c[folds == fold]))
    scale, shift = calibrate(given, right, np.array([CALIBRATION_WEIGHTS[listed[n]["mode"]] for n in numbers]))
    report_confidence(listed, numbers, right, 1 / (1 + np.exp(-(scale * np.log(given / (1 - given)) + shift))))
    confidence = train_confidence(c, right, weight)

    net, mean, spread = nets[2]
    parts = {"net.mean": mean.astype(np.float32), "net.spread": spread.astype(np.float32)}
    for name, value in net.state_dict().items():
        if name != "vectors":
            parts[f"net.{name}"] = value.numpy().astype(np.float32).ravel()
    write_trees(first, "first", parts)
    write_trees(second, "second", parts)
    write_calibrated(confidence, scale, shift, parts)
    write_weights(OUT, "bench/train/train_ranking.py on squadshifts-wiki and a fifth of squadshifts-reddit", data.names, parts)


main()
