"""Words by which the name of a research firm is known."""

from __future__ import annotations

import re

FIRM_WORDS = re.compile(
    r"\b(?:Research|Insights?|Intelligence|Consult(?:ing|ancy|ants)|Advis(?:ory|ors)|Analytics?a?|Reports?|Markets?|Market[A-Z]\w*|MarketsandMarkets|Technavio|Data|Group|"
    r"Partners|Associates|Statista|Expertos|Forecasts?|Strateg\w*|Economics|Ratings|Institute|Solutions|Statistics|Metrics|Labs?|Briefings?|Foresight|Observatory|Monitor|Outlook|Information|Knowledge|Studies|Analysts?)\b"
)
