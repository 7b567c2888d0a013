"""Prints what each group of features is worth: the first trees with all features, and without each group, on articles not trained on.

    EVAL_DATA=../shared/data node dist/training/dump-features.js WORK/wiki wiki
    OMP_NUM_THREADS=1 python3 training/ablate_features.py WORK/wiki [group ...]

Four folds by article; the share of questions whose best sentence is right, in each form of the text. A group is given by
what the names of its features match; a feature may be of several. The standard error of a difference is about 0.002.
"""
import json
import re
import sys

import numpy as np
import xgboost as xgb

from ranking_data import folds_of, rows_of
from ranking_trees import train_listwise

FORMS = ("whole", "alone", "split")
FOLDS, ROUNDS, DEPTH, RATE = 4, 150, 5, 0.12
GROUPS = {
    "vectors": r"soft|centroid|focus-like",
    "related words": r"related|reached",
    "vectors and related words": r"soft|centroid|focus-like|related|reached",
    "rarity in English": r"english",
    "word order": r"run|pairs|in-order|window|small-words",
    "answer type": r"^kind|expected|^new-(?!after)|cue|quote|speech|copula|teller|defined|count-of-focus",
    "entities": r"entity|new-person|new-organisation|new-location|linked|reached",
    "neighbours and paragraph": r"context|previous|next|pronoun|starts-with|reached",
    "place": r"place-in|is-first|first-mention",
    "beside the others": r"relative|-rank|lead|^candidates",
    "first stage": r"^first-",
    "negation and questions": r"negat|is-question",
}


def load(folder):
    names = json.load(open(f"{folder}/features.json"))
    rows = np.fromfile(f"{folder}/features.f32", dtype=np.float32).reshape(-1, len(names))
    groups = [g for g in map(json.loads, open(f"{folder}/groups.jsonl")) if g["mode"] in FORMS]
    return names, rows, groups


def judge(rows, groups, fold):
    """For each form the share of questions whose best sentence, by trees that never saw its article, is right."""
    scores = np.zeros(len(rows), np.float32)
    for held in range(FOLDS):
        taught = [i for i, g in enumerate(groups) if fold[g["article"]] != held and g["count"] > 1 and sum(g["labels"]) > 0]
        trees = train_listwise(rows, groups, taught, ROUNDS, DEPTH, RATE)
        chosen, _, _ = rows_of(groups, [i for i, g in enumerate(groups) if g["count"] and fold[g["article"]] == held])
        scores[chosen] = trees.predict(xgb.DMatrix(rows[chosen]))
    right = {form: [] for form in FORMS}
    for g in groups:
        own = scores[g["first"] : g["first"] + g["count"]]
        right[g["mode"]].append(bool(g["count"]) and g["labels"][int(np.argmax(own))])
    return {form: float(np.mean(found)) for form, found in right.items()}


def main():
    folder, *wanted = sys.argv[1:]
    names, rows, groups = load(folder)
    fold = folds_of(groups, FOLDS)
    everything = judge(rows, groups, fold)
    print(f"all {len(names)} features:", "  ".join(f"{form} {share:.4f}" for form, share in everything.items()), flush=True)
    for group in wanted or GROUPS:
        kept = [i for i, name in enumerate(names) if not re.search(GROUPS[group], name)]
        shares = judge(rows[:, kept], groups, fold)
        differences = "  ".join(f"{form} {share - everything[form]:+.4f}" for form, share in shares.items())
        print(f"without {group} ({len(names) - len(kept)}):", differences, flush=True)


main()
