"""Where the lines of a page were before a scraper put all of them on one: at bullets, at furniture, behind headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extractor import late

ENDLESS: Final = 1500  # characters: a longer line may be several paragraphs
ALONE: Final = 400  # characters from which that holds for the only line of a text
CHUNK: Final = 600  # characters of a paragraph cut from an endless line where nothing else tells
_SENTENCE: Final = late.regex(r"(?<=[a-z0-9)%”\"’][.!?])\s+(?=[A-Z“\"‘(])")
_ABBREVIATION: Final = late.regex(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|vs|No|St|Jr|Sr|approx|etc|e\.g|i\.e|U\.S|U\.K|Fig|Vol)|\b[A-Z])\.$"
)
_BULLET: Final = late.regex(r"\s(?=[•‣▪●◦✓✔➤◆■🔹👉]\s?\S)")
# Furniture that begins a line of its own wherever it stands.
_FURNITURE: Final = late.regex(
    r"\s(?=(?:Last Updated(?: On)?\s?:|Updated On\s?:|Published(?: On| Date)?(?:\s?:| \d| [A-Z][a-z]{2,8} \d)|Posted (?:on|by)\b"
    r"|\d{1,2} [Mm]in(?:ute)?s?\.? [Rr]ead\b|Release Date\s?:|Report ID\s?:"
    r"|Report Code\s?:|SKU\s?[:-]|(?:Request|Download|Get|Claim)"
    r" (?:A |a |Your |your |Free |FREE |PDF |the )*(?:Sample|sample|Brochure|Discount|Customization|customization"
    r"|in-depth|TOC)|Buy Now\b|Order Now\b|Enquire (?:Before|Now)|Inquire (?:Before|Now)"
    r"|Inquiry Before|Speak (?:to|with) (?:Our |an |our )?Analyst|Talk to|Frequently (?:Bought|Asked)"
    r"|Contact Us\b|Customers (?:Who|Also)|NEWS PROVIDED BY|Share to\b|Report Format\s?:|SOURCE [A-Z]"
    r"|More Releases\b|Sign [Ii]n\b|Log [Ii]n\b|Browse News\b|Related Reports?\b|Similar Reports?\b|Read More\b"
    r"|Read more\b"
    r"|Table [Oo]f Contents\b|Single User\b|About Us\b|Share this\b|Subscribe\b|Sign up\b|Privacy Policy\b"
    r"|Copyright ©|© ?\d{4}|All Rights Reserved|Media Contact\b|For more information|To know more|Click here\b))"
)
# Two or more words in capitals: a heading. And a trail of shelves that ends where the title repeats its last one.
_SHOUTED: Final = late.regex(
    r"(?:(?<=[a-z.)\d])|(?<=PDF))\s(?=(?!PDF|USD|EUR|CAGR|TOC)[A-Z]{3,}(?: (?:[A-Z]{2,}|&)){1,8}\b)"
)
_DATELINE: Final = late.regex(
    r"(?<=\w)\s(?=[A-Z][A-Za-z.]{2,20}(?: [A-Z][A-Za-z.]{2,20}){0,2}, (?:[A-Z][A-Za-z. ]{1,20}, )?(?:Jan|Feb|Mar"
    r"|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4} ?(?:/|\(|--|—|–))"
)
_TRAIL: Final = late.regex(r"(?:[|>›»/] )(\w[\w&,-]*(?: [\w&,-]+){1,7}) (?=\1\b)")
_MARKET: Final = late.regex(r"\b[A-Z][\w’'&-]*(?: (?:and |of |for |& )?[A-Z][\w’'&-]*){0,8} Market\b")
_HEAD: Final = 3000  # characters from the start in which the title stands
_TIMES: Final = 3  # times a topic stands in the text
_MOST_MENU_WORDS: Final = 60
_MENU_CAPITALS: Final = 0.6  # share of capitalised words in menus and headings
_LONGEST_TRAIL: Final = 700  # characters of a piece in which a trail is looked for
# Words that begin a sentence behind a heading that lost its end, and nouns that end a heading.
BEGINNINGS: Final = frozenset(
    "The This These Those While In On At As A An By For From With It Its According Global Based Among Due Over "
    "During Although However Moreover"
    " Furthermore Additionally There Our We Companies Another When If To Despite Driven Several Many Most Some "
    "Growing Rising Increasing".split()
)
_ENDS: Final = frozenset(
    "growth market trends overview drivers driver restraints restraint analysis insights size outlook landscape "
    "opportunities opportunity challenges challenge type"
    " application user developments development players introduction conclusion summary dynamics segmentation "
    "scope coverage takeaways region channel expansion".split()
)
_SMALL: Final = frozenset("of to the and for in by with on from a an or vs at as its per via & - – — / |".split())
_MOST_HEADING_WORDS: Final = 34
_LONGEST_QUESTION: Final = 160  # characters of a question that heads its answer
_LEAST_PARAGRAPH: Final = 4  # words behind a heading


def cut_endless(line: str, *, alone: bool = False) -> list[str]:
    """Paragraphs of an endless line.

    Args:
        line: the line.
        alone: whether it is all of the text.

    >>> cut_endless("Short.")
    ['Short.']
    """
    if len(line) < (ALONE if alone else ENDLESS):
        return [line]
    topic = _topic(line)
    return [part for piece in _pieces(line) for cut in _at_topic(piece, topic) for part in _paragraphs(cut)]


def _topic(line: str) -> str | None:
    """What a report is about ("Tin Lamp Market"): the first name of a market that stands again and again in the text.

    >>> _topic("Sign In Home Tin Lamp Market Size to Grow " + "The tin lamp market grows. The Tin Lamp Market is old. ")
    'Tin Lamp Market'
    """
    low = line.lower()
    for match in _MARKET.finditer(line, 0, _HEAD):
        words = match[0].split(" ")
        for start in range(len(words) - 1):
            name = " ".join(words[start:])
            if words[start][0].isupper() and low.count(name.lower()) >= _TIMES:
                return name
    return None


def _at_topic(piece: str, topic: str | None) -> list[str]:
    """A piece cut before the topic where only words of menus and headings stand before it: the title begins there."""
    at = piece.find(topic) if topic is not None else -1
    if topic is None or at <= 0:
        return [piece]
    before = piece[:at].split()
    if before[-1] in BEGINNINGS or before[-1] in _SMALL or before[-1][-1] in ',(“"' or len(before) > _MOST_MENU_WORDS:
        return [piece]
    capitals = sum(1 for word in before if not word[0].islower())
    if capitals < _MENU_CAPITALS * len(before):
        return [piece]
    rest = piece[at:]
    again = rest.find(topic, len(topic))
    if 0 < again <= len(topic) + 2:  # the last shelf of a trail, then the title
        return [piece[:at].strip(), rest[:again].strip(), rest[again:]]
    return [piece[:at].strip(), rest]


def _pieces(line: str) -> Iterator[str]:
    for item in _BULLET.split(line):
        for part in _FURNITURE.split(item):
            for piece in (cut for dated in _DATELINE.split(part) for cut in _SHOUTED.split(dated)):
                trail = _TRAIL.search(piece, 0, _LONGEST_TRAIL)
                if trail is not None:
                    yield piece[: trail.end(1)].strip()
                    piece = piece[trail.end() :]
                if piece.strip():
                    yield piece.strip()


def _sentences(piece: str) -> Iterator[str]:
    start = 0
    for match in _SENTENCE.finditer(piece):
        if _ABBREVIATION.search(piece, max(0, match.start() - 8), match.start()):
            continue
        yield piece[start : match.start()]
        start = match.end()
    yield piece[start:]


def _paragraphs(piece: str) -> list[str]:
    """The headings and paragraphs of a piece of a line, cut between sentences."""
    out: list[str] = []
    open_part: list[str] = []
    length = 0
    for sentence in _sentences(piece):
        at = heading_end(sentence)
        if sentence.endswith("?") and len(sentence) <= _LONGEST_QUESTION:
            at = len(sentence)
        if (at or length + len(sentence) > CHUNK) and open_part:
            out.append(" ".join(open_part))
            open_part, length = [], 0
        if at:
            out.append(sentence[:at].strip())
            sentence = sentence[at:].strip()
            if not sentence:
                continue
        open_part.append(sentence)
        length += len(sentence) + 1
    if open_part:
        out.append(" ".join(open_part))
    return [part for part in out if part]


def heading_end(sentence: str) -> int:
    """Where in a sentence the paragraph begins behind a heading that ran into it; 0 when there is no heading.

    >>> text = "MARKET DYNAMICS Market Drivers Lack of Bakers to Drive Growth Apprenticeships have collapsed in Kent."
    >>> text[heading_end(text):]
    'Apprenticeships have collapsed in Kent.'
    >>> heading_end("Grupo Lamp S.A. has opened a works in Varna."), heading_end("The Business Research Company says lamps sell.")
    (0, 0)
    """
    words = sentence.split(" ")
    place = _first_lower(words)
    if place < 3 or place > _MOST_HEADING_WORDS or len(words) - place < _LEAST_PARAGRAPH:
        return 0
    begin = place - 1
    while begin > 0 and words[begin] in _SMALL:
        begin -= 1
    if begin < 2:
        return 0
    head = words[:begin]
    before = head[-1].strip(",:;)(").lower()
    known_begin = words[begin] in BEGINNINGS and words[0] not in BEGINNINGS
    shouted = sum(1 for word in head if word.isupper() and len(word) > 2)
    if not (known_begin or before in _ENDS or (head[-1].isupper() and len(head[-1]) > 3 and shouted >= 2)):
        return 0
    return len(" ".join(head)) + 1


def _first_lower(words: list[str]) -> int:
    """The place of the first word in small letters that is no small connecting word."""
    for place, word in enumerate(words):
        if word[:1].islower() and word not in _SMALL:
            return place
    return 0
