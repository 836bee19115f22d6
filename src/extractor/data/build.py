"""Makes the package's data files: `python -m extractor.data.build`. Needs the `build` extra, nothing at run time does."""

from __future__ import annotations

import sys
from pathlib import Path

from extractor.data import build_currencies, build_forms, build_places, build_words

FOLDER = Path(__file__).parent


def build_all(folder: Path) -> list[Path]:
    """Writes every data file into `folder` and returns their paths."""
    return [
        build_places.build_places(folder),
        build_places.build_towns(folder),
        build_places.build_demonyms(folder),
        build_forms.build_forms(folder),
        build_words.build_words(folder),
        build_currencies.build_currencies(folder),
    ]


def main() -> int:
    """Rewrites the data files beside this script."""
    for path in build_all(FOLDER):
        print(f"{path.name}: {path.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
