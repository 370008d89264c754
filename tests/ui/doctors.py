"""A doctor for each language, for all tests that need one and do not look at it: the texts are read once."""

from functools import cache

from mktgui.ui.doctor import Doctor


@cache
def doctor(language: str = "en") -> Doctor:
    return Doctor(language)
