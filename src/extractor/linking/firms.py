"""Words by which the name of a research firm is known, in a sentence that speaks of a report."""

from __future__ import annotations

from typing import Final

from extractor import late
from extractor.data.firm_words import firm_words

FIRM_WORDS: Final = late.regex(rf"\b(?:{firm_words('sentence')})\b")
