"""What was not asked for in two generations is forgotten, what was is not worked out again."""

from __future__ import annotations

from extractor.recent import Recent


class Noted(Recent[str, int]):
    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.asked: list[str] = []

    def worked_out(self, key: str) -> int:
        self.asked.append(key)
        return len(key)


def test_a_key_that_comes_again_is_worked_out_once() -> None:
    noted = Noted(2)
    for other in "abcdef":
        assert (noted["always"], noted[other]) == (6, 1)
    assert noted.asked.count("always") == 1


def test_a_key_not_met_for_long_is_forgotten() -> None:
    noted = Noted(2)
    for key in ("once", "a", "b", "c", "d", "once"):
        _ = noted[key]
    assert noted.asked.count("once") == 2


def test_at_most_two_generations_are_held() -> None:
    noted = Noted(10)
    for number in range(1000):
        _ = noted[str(number)]
        assert len(noted) + len(noted._before) <= 20


def test_nothing_is_left_when_all_is_forgotten() -> None:
    noted = Noted(1)
    _ = noted["a"], noted["b"]
    noted.forget()
    _ = noted["a"], noted["b"]
    assert noted.asked == ["a", "b", "a", "b"]
