"""What lines that are items of lists start with."""

from __future__ import annotations

from typing import Final

from extractor import late

BULLET: Final = late.regex(r"^(?:[•‣▪●○◦·✓✔✅➤►→◆■❖🔹🔸👉🔷☑➔➢⮚*–—-]|o(?=\s{1,3}[A-Z]))️?\s{0,4}(?=\S)")
NUMBERED: Final = late.regex(r"^(?:\(?\d{1,2}[.)]|[a-z]\))\s{1,4}(?=\S)")


def starts_item(line: str) -> bool:
    """Whether a line begins with a bullet, or with a number or letter of an item.

    >>> starts_item("• Tin"), starts_item("2) Tin"), starts_item("Tin")
    (True, True, False)
    """
    return BULLET.match(line) is not None or NUMBERED.match(line) is not None
