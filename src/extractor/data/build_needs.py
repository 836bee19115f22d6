"""Works out what the patterns need: `python -m extractor.data.build_needs`, after patterns were changed."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path

import extractor.annotating
import extractor.linking
from extractor import anchors
from extractor.linking.estimates.cues import cue_groups
from extractor.needs import FILE, Needs, digest

STAGES = (extractor.annotating, extractor.linking)
FOLDER = Path(__file__).parent


def needs_of_all() -> dict[str, Needs]:
    """The needs of every pattern that the package makes, by digest."""
    for stage in STAGES:
        for module in pkgutil.walk_packages(stage.__path__, f"{stage.__name__}."):
            importlib.import_module(module.name)
    cue_groups()
    return {digest(pattern, flags): anchors.taken_apart(pattern, flags) for pattern, flags in sorted(anchors.MADE)}


def main() -> int:
    """Writes the file."""
    lines = [f"{json.dumps(key)}: {json.dumps(needs)}" for key, needs in sorted(needs_of_all().items())]
    (FOLDER / FILE).write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(f"{FILE}: {len(lines)} patterns", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
