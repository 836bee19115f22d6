"""The batch job as other frameworks run it: the same documents, the same annotating function, the same two workers.

    python -m benchmarks.batch_peers spacy|datatrove|loop INPUT_FOLDER OUTPUT_FOLDER [SHARE]

`loop` is no framework but one process and a plain loop over its share of the documents ("0/2" is every second one).
Input is JSON Lines with a field `text`; output is JSON Lines, a record a line. Exit status 4 when the peer is not installed.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKERS = 2
BATCH = 8  # documents a batch, as ours
ABSENT = 4


@cache
def extractor() -> Any:
    """One extractor a process."""
    from extractor import Extractor

    return Extractor()


def annotate(text: str) -> str:
    """The annotating function: text or page in, record as JSON out."""
    return extractor()(text.encode()).to_json()


def texts(folder: Path) -> Iterator[str]:
    """The documents of all files, in order."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)["text"]


def with_spacy(inputs: Path, out: Path) -> None:
    """`nlp.pipe` over two processes, with a tokenizer that does nothing: the annotating function has its own."""
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc

    @Language.component("annotate")
    def component(doc: Doc) -> Doc:
        doc.user_data["record"] = annotate(doc.user_data["text"])
        return doc

    def one_word(text: str) -> Doc:
        doc = Doc(nlp.vocab, words=["document"])
        doc.user_data["text"] = text
        return doc

    nlp = spacy.blank("en")
    nlp.max_length = 100_000_000
    nlp.tokenizer = one_word
    nlp.add_pipe("annotate")
    extractor()  # built before the fork, as our own workers have it
    with (out / "records.jsonl").open("w", encoding="utf-8") as file:
        for doc in nlp.pipe(texts(inputs), n_process=WORKERS, batch_size=BATCH):
            file.write(doc.user_data["record"] + "\n")


def with_datatrove(inputs: Path, out: Path) -> None:
    """datatrove's local executor: two tasks on two workers."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    steps = [
        JsonlReader(str(inputs), glob_pattern="*.jsonl"),
        annotated,
        JsonlWriter(str(out), output_filename="${rank}.jsonl", compression=None),
    ]
    LocalPipelineExecutor(pipeline=steps, tasks=WORKERS, workers=WORKERS, logging_dir=str(out / "logs")).run()


def annotated(data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
    """A step of datatrove's pipeline."""
    for document in data:
        document.text = annotate(document.text)
        yield document


FRAMEWORKS = {"spacy": with_spacy, "datatrove": with_datatrove}


def in_a_loop(inputs: Path, out: Path, share: str) -> None:
    """One process that does its share and knows of no other."""
    number, of = map(int, share.split("/"))
    extractor()
    with (out / "records.jsonl").open("w", encoding="utf-8") as file:
        for index, text in enumerate(texts(inputs)):
            if index % of == number:
                file.write(annotate(text) + "\n")


def main() -> int:
    """Runs one contender."""
    name, inputs, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    if name == "loop":
        in_a_loop(inputs, out, sys.argv[4])
        return 0
    try:
        __import__(name)
    except ImportError:
        return ABSENT
    FRAMEWORKS[name](inputs, out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
