"""Text on its way to a terminal: a document must not steer it, and numbers are read by people."""

from __future__ import annotations

# Control characters (C0, C1, DEL) and the marks that reorder what is shown, each as a visible sign.
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x0A, 0x09)}
_SHOWN |= {0x7F: "␡"} | dict.fromkeys(range(0x80, 0xA0), "\ufffd")
_SHOWN |= dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF], "")
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def plain(text: str) -> str:
    r"""The text with nothing in it that a terminal would obey.

    >>> plain("Kelp \x1b[31mInc.\x07")
    'Kelp ␛[31mInc.␇'
    """
    return text.translate(_SHOWN)


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "input"), counted(1200, "input")
    ('1 input', '1,200 inputs')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
