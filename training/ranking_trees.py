"""Boosted trees for ranking: listwise softmax over the candidates of a question, and how trees are written for src/search/model/trees.ts."""
import json
import struct

import numpy as np
import xgboost as xgb

from ranking_data import rows_of, target_of

COMMON = dict(tree_method="hist", max_bin=64, nthread=1)


def softmax_groups(scores, starts, counts):
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), counts))
    return powers / np.repeat(np.add.reduceat(powers, starts), counts)


def train_listwise(x, groups, chosen, rounds, depth, rate, least=0.5, pull=2):
    rows, starts, counts = rows_of(groups, chosen)
    target = np.concatenate([target_of(groups[i]["labels"], groups[i]["votes"]) for i in chosen])

    def objective(scores, _):
        share = softmax_groups(scores.astype(np.float64), starts, counts)
        return share - target, np.maximum(share * (1 - share), 1e-4) * 2

    params = dict(COMMON, max_depth=depth, eta=rate, min_child_weight=least, subsample=0.7, colsample_bytree=0.5, reg_lambda=pull, base_score=0, disable_default_eval_metric=1)
    return xgb.train(params, xgb.DMatrix(x[rows]), num_boost_round=rounds, obj=objective)


def write_trees(booster, name, parts):
    """Nodes breadth first, so that a right child follows its left sibling."""
    features, values, steps, roots = [], [], [], []
    for tree in json.loads(booster.save_raw("json"))["learner"]["gradient_booster"]["model"]["trees"]:
        left, right = tree["left_children"], tree["right_children"]
        roots.append(len(features))
        order, place = [0], {0: 0}
        for node in order:
            if left[node] != -1:
                for child in (left[node], right[node]):
                    place[child] = len(order)
                    order.append(child)
        for at, node in enumerate(order):
            is_leaf = left[node] == -1
            features.append(-1 if is_leaf else tree["split_indices"][node])
            values.append(tree["split_conditions"][node])
            steps.append(0 if is_leaf else place[left[node]] - at)
    parts[f"{name}.features"] = np.array(features, np.int16)
    parts[f"{name}.values"] = np.array(values, np.float32)
    parts[f"{name}.steps"] = np.array(steps, np.int16)
    parts[f"{name}.roots"] = np.array(roots, np.int32)


def write_calibrated(booster, scale, shift, parts):
    """Confidence trees with their leaves scaled, and one more tree of a single leaf for the shift."""
    write_trees(booster, "confidence", parts)
    features, values = parts["confidence.features"], parts["confidence.values"]
    parts["confidence.values"] = np.append(np.where(features < 0, values * scale, values), shift).astype(np.float32)
    parts["confidence.features"] = np.append(features, -1).astype(np.int16)
    parts["confidence.steps"] = np.append(parts["confidence.steps"], 0).astype(np.int16)
    parts["confidence.roots"] = np.append(parts["confidence.roots"], len(values)).astype(np.int32)


def write_weights(path, trained, features, parts):
    """The file that src/search/model/weights-file.ts reads."""
    body, listed = b"", {}
    kinds = {"float32": "f32", "int16": "i16", "int32": "i32"}
    for name, array in parts.items():
        body += b"\0" * (-len(body) % 4)
        listed[name] = dict(type=kinds[str(array.dtype)], offset=len(body), length=int(array.size))
        body += np.ascontiguousarray(array).tobytes()
    header = json.dumps(dict(version=1, trained=trained, features=features, parts=listed)).encode()
    header += b" " * (-(4 + len(header)) % 4)
    with open(path, "wb") as out:
        out.write(struct.pack("<I", len(header)) + header + body)
