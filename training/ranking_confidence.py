"""How likely the sentence ranked first answers: rows as confidenceRow in src/search/confidence.ts, boosted trees, and their calibration."""
import numpy as np
import xgboost as xgb

from ranking_trees import COMMON

# "removed" and the like hold no answer: as much weight as the questions that have one. Of the near misses ("swapped") there are few.
LEARN_WEIGHTS = {"whole": 0.7, "split": 0.5, "alone": 0.5, "removed": 1, "beside": 0.9, "elsewhere": 0.5, "swapped": 2}
# Probabilities are calibrated as if about a fifth of the questions had no answer in the text.
CALIBRATION_WEIGHTS = {"whole": 0.7, "split": 0.3, "alone": 0.3, "removed": 0.25, "beside": 0.1, "elsewhere": 0.1, "swapped": 0.1}
# What a missing rival counts as a lead: more than any real one.
NO_RIVAL = 10


def confidence_rows(x, groups, scores, net_column):
    """A row for each group that has candidates, whether its first sentence is right, and the group's number."""
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
        lead = [s[0] - s[k] if k is not None and k < len(s) else NO_RIVAL for k in (1, 2, others[0] if len(others) else None)]
        entropy = -(share * np.log(np.maximum(share, 1e-30))).sum()
        listed = [share[0], share[1] if len(share) > 1 else 0, entropy, share[context == context[0]].sum(), *lead, len(s), *g["absent"], float(net[0] == net.max())]
        rows.append(np.concatenate([listed, x[g["first"] + order[0]]]).astype(np.float32))
        right.append(g["labels"][order[0]])
        numbers.append(number)
    return np.array(rows), np.array(right), np.array(numbers)


def train_confidence(x, right, modes):
    weight = np.array([LEARN_WEIGHTS[mode] for mode in modes])
    params = dict(COMMON, objective="binary:logistic", max_depth=4, eta=0.06, min_child_weight=8, subsample=0.7, colsample_bytree=0.4, reg_lambda=3, base_score=0.5)
    return xgb.train(params, xgb.DMatrix(x, label=right, weight=weight), num_boost_round=160)


def calibrate(given, right, modes):
    """Platt's scale and shift of the logit (Platt 1999), by Newton's method, and the probabilities after them."""
    weight = np.array([CALIBRATION_WEIGHTS[mode] for mode in modes])
    logit, scale, shift = np.log(given / (1 - given)), 1.0, 0.0
    for _ in range(50):
        p = 1 / (1 + np.exp(-(scale * logit + shift)))
        g, h = weight * (p - right), weight * p * (1 - p)
        hessian = np.array([[(h * logit * logit).sum(), (h * logit).sum()], [(h * logit).sum(), h.sum()]])
        step = np.linalg.solve(hessian, [(g * logit).sum(), g.sum()])
        scale, shift = scale - step[0], shift - step[1]
    return scale, shift, 1 / (1 + np.exp(-(scale * logit + shift)))


def report_confidence(groups, numbers, right, given):
    of = {}
    for number, is_right, confidence in zip(numbers, right, given):
        of.setdefault(groups[number]["mode"], []).append((is_right, confidence))
    count = {mode: sum(1 for g in groups if g["mode"] == mode) for mode in of}
    whole = sorted(of["whole"], key=lambda pair: -pair[1])
    print("precision at", [(s, round(float(np.mean([r for r, _ in whole[: int(s * count["whole"])]])), 3)) for s in (0.5, 0.6, 0.7, 0.8, 0.9, 1)])
    for s in (0.65, 0.7, 0.75, 0.8):
        threshold = whole[int(s * count["whole"])][1]
        print("threshold %.3f:" % threshold, {mode: round(sum(c >= threshold for _, c in pairs) / count[mode], 3) for mode, pairs in of.items()}, flush=True)
