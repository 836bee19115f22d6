"""What the workers of the tests do in place of the extractor: record the text, or misbehave where it says so."""

import os
import signal
import time
from pathlib import Path

from extractor.errors import ExtractorError
from extractor.records import CheckResult, Issue, Record, SourceInfo, Versions

KEPT = []  # what a worker never gives back


def make(settings):
    return plain


def make_pids(settings):
    def extract(source):
        return plain(source).model_copy(update={"title": str(os.getpid())})

    return extract


def make_broken(settings):
    raise ValueError("no rules here")


def plain(source):
    text = source.text.strip()
    misbehave(text)
    return Record(
        id=source.id,
        source=SourceInfo(
            uri=source.uri, media_type=source.media_type, encoding=source.encoding, bytes=source.bytes, sha256=source.sha256,
            line=source.line, member=source.member, offset=source.offset, url=source.url,
        ),
        status="ok" if text else "empty",
        text=text,
        checks=[CheckResult(code="cagr_mismatch", severity="warning", message="no")] if "mismatch" in text else [],
        issues=[] if text else [Issue(stage="cleaning", code="empty", detail="no_text")],
        versions=Versions(extractor="0", spacy="0", rules="0"),
    )  # fmt: skip


def misbehave(text):
    word, _, rest = text.partition(" ")
    if word == "SLEEP":
        time.sleep(float(rest))
    elif word == "SPIN":
        while True:
            pass
    elif word == "EAT":
        eaten = []
        while True:
            eaten.append(bytearray(10_000_000))
            time.sleep(0.001)
    elif word == "KEEP":
        KEPT.append(b"x" * int(rest) * 1_000_000)
    elif word == "EATFAST":
        bytearray(int(rest) * 1_000_000)
    elif word == "DIE":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "DIEONCE" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "HOLD":  # says that it has begun, and goes on when it may
        begun, go = map(Path, rest.split())
        begun.touch()
        while not go.exists():
            time.sleep(0.01)
    elif word == "TOUCH":
        Path(rest).touch()
    elif word == "EXIT":
        os._exit(3)
    elif word == "RAISE":
        raise ZeroDivisionError("on purpose")
    elif word == "REFUSE":
        raise ExtractorError("on purpose")
    elif word == "RECURSE":
        misbehave(text)
