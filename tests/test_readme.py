"""What the README shows is run: Python blocks as doctests, console blocks as commands."""

import doctest
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line[2:]
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]
# Run by CI as they stand, each in a clean checkout; they would set up a whole environment here.
RUN_BY_CI = {"make run", "make test", "make bench"}


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """An empty folder with the seeds beside it, as a reader of the README has them."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_python_block(number, workplace):
    block = PYTHON[number]
    assert ">>>" in block, "a Python block of the README shows what comes out"
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    result = runner.run(doctest.DocTestParser().get_doctest(block, {}, f"README block {number}", "README.md", 0))
    assert result.failed == 0


def test_every_command_is_run(workplace):
    left = [command for command in COMMANDS if command not in RUN_BY_CI and not command.startswith(("pip ", "git "))]
    assert left, "the README shows the command line"
    for command in left:
        words = shlex.split(command)
        assert words[0] == "extractor", f"unknown command in the README: {command}"
        done = subprocess.run(
            [sys.executable, "-m", "extractor", *words[1:]], capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"


def test_two_commands_are_shown():
    assert {"make run", "make test"} <= set(COMMANDS)


def test_no_page_names_the_other_project():
    assert not re.search(r"pip install [\"']?extractor\b", README)
