"""Salesforce IDs: whose they are by their first characters, and whether the three check characters fit."""

import re
from enum import StrEnum

SHORT, LONG = 15, 18
_SHAPE = re.compile(r"[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?")
_STANDARD = re.compile(r"0[0-9]{1}[0-9A-Za-z][A-Za-z0-9]{12}")  # prefixes of standard objects begin with 0 and a digit
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"  # a check character stands for five bits
_BLOCK = 5


class SalesforceKind(StrEnum):
    """Whose ID it is."""

    CONTACT = "contact"
    LEAD = "lead"
    OTHER = "other"


_KINDS = {"003": SalesforceKind.CONTACT, "00Q": SalesforceKind.LEAD}


def kind_of(text: str) -> SalesforceKind:
    """Whose ID it is by its first three characters, for a text that is one."""
    return _KINDS.get(text[:3].upper(), SalesforceKind.OTHER)


def is_person(text: str) -> bool:
    """Whether it has the length and the beginning of a contact's or lead's ID, right or with a slip in it."""
    return bool(_SHAPE.fullmatch(text)) and text[:3].upper() in _KINDS


def is_salesforce_id(text: str) -> bool:
    """Whether it is an ID beyond reasonable doubt.

    With 18 characters the last three have to fit the case of the others, which no word does by accident. 15 characters
    have nothing to check, so they need the beginning of a standard object and a digit more.
    """
    if not _SHAPE.fullmatch(text):
        return False
    if len(text) == LONG:
        return check_characters(text[:SHORT]) == text[SHORT:].upper() and any(one.isdigit() for one in text[:SHORT])
    return text[:3] in _KINDS or (bool(_STANDARD.fullmatch(text)) and not text.isdigit())


def check_characters(short: str) -> str:
    """The three characters that make an ID of 15 one of 18: each tells which of five characters are upper case."""
    blocks = (short[at : at + _BLOCK] for at in range(0, SHORT, _BLOCK))
    return "".join(_LETTERS[sum(one.isupper() << place for place, one in enumerate(block))] for block in blocks)


def with_case_restored(text: str) -> str:
    """An ID of 18 characters that went through a system without case, as it was; empty text where it cannot be."""
    if not _SHAPE.fullmatch(text) or len(text) != LONG or text not in {text.upper(), text.lower()}:
        return ""
    lower, checks = text[:SHORT].lower(), text[SHORT:].upper()
    if any(check not in _LETTERS for check in checks):
        return ""
    upper = [bool(_LETTERS.index(checks[at // _BLOCK]) >> at % _BLOCK & 1) for at in range(SHORT)]
    restored = "".join(one.upper() if is_upper else one for one, is_upper in zip(lower, upper, strict=True)) + checks
    return restored if is_salesforce_id(restored) else ""
