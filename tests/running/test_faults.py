"""The k-th open, write, fsync or rename fails: the run says so, and run again it ends with the same bytes."""

import errno
import itertools

import pytest

from extractor.running.run import StoppedError
from extractor.writing.disk import Disk

OPERATIONS = ("open", "write", "fsync", "rename")
TEXTS = ("kelp farms grew", "", "RAISE", "kelp farms grew", "mismatch")
OPTIONS = {"running": {"commit_seconds": 0}, "writing": {"formats": ["csv", "sqlite"]}}


class FailingDisk(Disk):
    """Fails the k-th call of one operation; a failing write first writes half of what it was given."""

    def __init__(self, operation, k):
        self.operation, self.left = operation, k

    def fails(self, operation):
        if operation == self.operation:
            self.left -= 1
        return operation == self.operation and self.left == 0

    def open(self, path, **options):
        if self.fails("open"):
            raise OSError(errno.EMFILE, "Too many open files")
        return super().open(path, **options)

    def write(self, descriptor, data):
        if self.fails("write"):
            super().write(descriptor, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, data)

    def fsync(self, descriptor):
        if self.fails("fsync"):
            raise OSError(errno.EIO, "Input/output error")
        super().fsync(descriptor)

    def rename(self, old, new):
        if self.fails("rename"):
            raise OSError(errno.EACCES, "Permission denied")
        super().rename(old, new)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_failing_call_leaves_a_run_that_goes_on(documents, make_run, tmp_path, operation, outputs):
    folder = documents(*TEXTS)
    make_run(folder, out="whole", **OPTIONS)()
    whole = outputs("whole")
    tables = sorted(path.name for path in (tmp_path / "whole").iterdir() if path.suffix in {".csv", ".sqlite"})
    for k in itertools.count(1):
        out = f"{operation}-{k}"
        disk = FailingDisk(operation, k)
        try:
            make_run(folder, out=out, disk=disk, **OPTIONS)()
        except StoppedError as error:
            assert "stopped: " in str(error)
            make_run(folder, out=out, **OPTIONS)()
        else:
            assert disk.left > 0
            break
        assert outputs(out) == whole, k
        for name in tables:
            assert (tmp_path / out / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
        assert sorted(path.name for path in (tmp_path / out).iterdir()) == sorted(
            path.name for path in (tmp_path / "whole").iterdir()
        )
    assert k > 3


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_failure_while_the_journal_is_written_anew(documents, make_run, operation, outputs, monkeypatch):
    folder = documents(*TEXTS)
    make_run(folder, out="whole", running={"commit_seconds": 0})()
    monkeypatch.setattr("extractor.running.journal.LARGEST", 100)
    for k in range(1, 30):
        out = f"{operation}-{k}"
        try:
            make_run(folder, out=out, disk=FailingDisk(operation, k), running={"commit_seconds": 0})()
        except StoppedError:
            make_run(folder, out=out, running={"commit_seconds": 0})()
        assert outputs(out) == outputs("whole"), k


def test_two_failures_one_after_the_other(documents, make_run, tmp_path, outputs):
    folder = documents(*TEXTS)
    make_run(folder, out="whole", **OPTIONS)()
    for first, second in itertools.product((2, 7, 11), (1, 4, 9)):
        out = f"{first}-{second}"
        for disk in (FailingDisk("write", first), FailingDisk("fsync", second)):
            with pytest.raises(StoppedError):
                make_run(folder, out=out, disk=disk, **OPTIONS)()
        make_run(folder, out=out, **OPTIONS)()
        assert outputs(out) == outputs("whole")
