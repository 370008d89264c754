"""What is known of every trick."""

from mktgui.practice.tricks import ABOUT, BOTH, Door, Trick


def test_everything_is_known_of_every_trick() -> None:
    assert list(ABOUT) == list(Trick)
    assert len({about.says for about in ABOUT.values()}) == len(Trick)


def test_a_sentence_says_whether_anything_was_done() -> None:
    for trick, about in ABOUT.items():
        if trick not in {Trick.AS_USUAL, Trick.SLOW, Trick.TOKEN_EXPIRES, Trick.TOKEN_INVALID}:
            assert ("nothing done" in about.says) == about.before_write, trick
            assert about.says.startswith("done, ") != about.before_write, trick


def test_doors() -> None:
    assert BOTH == Door.SOAP | Door.REST
    assert {about.doors for about in ABOUT.values()} == {BOTH, Door.SOAP, Door.REST}
