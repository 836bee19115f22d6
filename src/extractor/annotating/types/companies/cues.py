"""Cues around a name: what introduces a list of companies, what only a company does, and which role that gives."""

from __future__ import annotations

import re

_MANY = (
    "players|companies|vendors|manufacturers|suppliers|firms|brands|participants|competitors|providers|developers|makers|retailers|operators|"
    "producers|incumbents|contenders|rivals|peers|giants|names|innovators|companies profiled|players profiled|enterprises|carriers|start-ups|startups|"
    "chains|distributors|contractors|automakers|carmakers|drugmakers|chipmakers|airlines|banks|insurers|utilities|entrants|leaders|stakeholders|organizations|organisations"
)
# Heading or lead-in that announces a list of companies.
HEADING = re.compile(
    rf"\b(?:(?:key|major|leading|top|prominent|main|notable|market|list of|profiled|selected|other|global|industry|featured|dominant|established|principal)\s+(?:[a-z]+\s+){{0,3}}(?:{_MANY}|player)\b"
    rf"|(?:{_MANY})\s+(?:covered|profiled|mentioned|included|analy[sz]ed|featured|in the|operating|studied|listed)|companies\s*\|"
    r"|competitive\s+(?:landscape|analysis|outlook|insights|scenario)|competitor\s+analysis|company\s+profiles?|vendor\s+landscape|market\s+players|^players|^companies|^vendors|^key\s+players|top player)",
    re.IGNORECASE,
)
# The end of a lead-in that runs into the list.
LEAD_IN = re.compile(
    rf"(?:\b(?:{_MANY}|landscape|field|competition|market|sector|industry|space|report|study|list|player|profiles?|leader)\b[^.;]{{0,120}}?\b(?:include|includes|including|are|such as|like|namely|among them|comprise|comprises|feature|features|profiles|covers|by|from|with|is|:|–|—|-)"
    rf"|\b(?:such as|profiled (?:in|by)[^.;:]{{0,60}}?(?:are|include|:)|led by|dominated by|controlled by|shaped by|spearheaded by|headed by|competes? with|rivals? (?:such as|like|include))|participants include|includes?)\s*:?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
# What stands behind a list of companies.
BEHIND = re.compile(r"^\W{0,3}(?:among others|among other|etc\.?|and others|are (?:the |some of the )?(?:key|major|leading|top|prominent|main)|are among|dominate|compete|hold|lead|account for|operate in the market)", re.IGNORECASE)
# Verbs of firms, right behind a name.
DEED = frozenset(
    "acquired acquires acquire buys bought announced announces launched launches unveiled unveils introduced introduces partnered partners signed signs "
    "reported reports posted posts invested invests raised raises expanded expands opened opens sold sells agreed completed completes merged developed develops "
    "manufactures produces supplies ships shipped operates owns hired appointed plans planned recalled filed licensed secured won wins collaborated teamed "
    "listed trades recorded cut cuts beat missed slashed supplied makes made runs".split()
)
SPEECH = frozenset("said says added told noted estimated expects expected believes".split())
PRODUCER = frozenset("acquired acquires buys bought purchased snapped".split())
