"""What makes a run the same run."""

from collections import Counter

from extractor import Settings
from extractor.running.identity import WITHOUT_EFFECT, settings_digest


def test_a_setting_without_effect_is_one_of_one_section():
    sections = Settings().model_dump().values()
    names = Counter(name for section in sections for name in section)
    assert {name: names[name] for name in WITHOUT_EFFECT} == dict.fromkeys(WITHOUT_EFFECT, 1)


def test_only_what_can_change_a_record_changes_the_digest():
    plain = settings_digest(Settings())
    assert settings_digest(Settings.from_dict({"writing": {"formats": ["csv"]}, "running": {"workers": 3}})) == plain
    assert settings_digest(Settings.from_dict({"annotating": {"max_chars": 1000}})) != plain
