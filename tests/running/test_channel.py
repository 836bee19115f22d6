"""Messages between the parent and a worker."""

import socket

import pytest

from extractor.running.channel import Channel, framed, receive, send


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.settimeout(5)
        yield Channel(ours), theirs


def test_messages_arrive_whole_and_in_order(pair):
    channel, other = pair
    send(other, b"kelp")
    send(other, b"")
    send(other, b"wool" * 1_000)
    assert channel.receive() == [b"kelp", b"", b"wool" * 1_000]


def test_a_message_in_pieces_is_given_when_it_is_whole(pair):
    channel, other = pair
    message = framed(b"kelp and wool")
    for position in range(len(message) - 1):
        other.sendall(message[position : position + 1])
        assert channel.receive() == []
    other.sendall(message[-1:])
    assert channel.receive() == [b"kelp and wool"]


def test_nothing_to_read_is_not_waited_for(pair):
    assert pair[0].receive() == []


def test_what_there_is_no_room_for_is_sent_later(pair):
    channel, other = pair
    message = bytes(5_000_000)
    channel.send(message)
    channel.send(b"kelp")
    assert channel.is_behind
    received = b""
    while len(received) < len(framed(message)) + len(framed(b"kelp")):
        received += other.recv(1 << 20)
        channel.flush()
    assert not channel.is_behind
    assert received == framed(message) + framed(b"kelp")


def test_what_was_said_before_the_end_is_heard(pair):
    channel, other = pair
    channel.send(b"never read")
    send(other, b"last words")
    other.close()
    assert channel.receive() == [b"last words"]
    with pytest.raises(EOFError):
        channel.receive()


def test_sending_to_a_side_that_is_gone_is_no_error(pair):
    channel, other = pair
    other.close()
    channel.send(b"kelp")
    assert not channel.is_behind
    with pytest.raises(EOFError):
        channel.receive()


def test_a_side_that_leaves_in_the_middle_of_a_message_said_nothing(pair):
    channel, other = pair
    other.sendall(framed(b"kelp")[:-1])
    other.close()
    assert channel.receive() == []
    with pytest.raises(EOFError):
        channel.receive()


def test_a_worker_waits_for_a_whole_message(pair):
    channel, other = pair
    channel.send(b"kelp" * 10)
    assert receive(other) == b"kelp" * 10
    channel.close()
    with pytest.raises(EOFError):
        receive(other)
