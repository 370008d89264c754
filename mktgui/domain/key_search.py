"""Finds identifiers of leads in whatever a person pastes: bare, in a URL, in a cookie header, in a line of a mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from mktgui.domain.check import LARGEST_ID
from mktgui.domain.lead import ForeignType, KeyKind
from mktgui.domain.salesforce import (
    LONG,
    SalesforceKind,
    is_person,
    is_salesforce_id,
    kind_of,
    with_case_restored,
)


class Why(StrEnum):
    """What a text was taken for, or why it was taken for nothing."""

    MARKETO_ID = "marketo-id"
    EMAIL = "email"
    COOKIE = "cookie"
    SALESFORCE_CONTACT = "salesforce-contact"
    SALESFORCE_LEAD = "salesforce-lead"
    SALESFORCE_OTHER = "salesforce-other"  # an ID of neither: Marketo finds no lead by it
    SALESFORCE_SLIP = "salesforce-slip"  # begins as a contact or lead, but its check characters do not fit
    FOREIGN_ID = "foreign-id"  # could be anybody's
    NUMBER_TOO_LARGE = "number-too-large"  # for a Marketo ID: somebody else's
    MARKETO_URL = "marketo-url"
    SALESFORCE_URL = "salesforce-url"
    URL_WITHOUT_ID = "url-without-id"
    SEVERAL = "several"
    EMPTY = "empty"
    UNKNOWN = "unknown"
    AS_CHOSEN = "as-chosen"  # by the person; the text shows neither that nor anything else
    LOOKS_OTHERWISE = "looks-otherwise"  # the person chose, and the text looks like something else


@dataclass(frozen=True, slots=True)
class Candidate:
    """An identifier that a text holds. `foreign_type` is a `ForeignType` word or empty."""

    kind: KeyKind
    text: str
    why: Why
    foreign_type: str = ""


INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3001: ","}
_CHINESE_POINT = re.compile(r"(?<=\w)[。｡](?=\w)")
_AROUND = " \t<>()[]{}\"'`*,;:!?.…“”‘’«»《》「」【】。、"
_PARTING = re.compile(r"[,;|]+")
_NAMED = re.compile(r"\A(?:[A-Za-z_]++[=:#]|#)+")  # id=318815, #318815
_GROUPED = re.compile(r"[0-9]{1,3}(?:([,. ])[0-9]{3})(?:\1[0-9]{3})*")
# Possessive repeats keep a text without an end to it from costing quadratic time.
_COOKIE = re.compile(r"id:[^&\s%;]++&token:[^&\s%;,\"'<>]+")
_COOKIE_NAME = "_mkto_trk"
_EMAIL = re.compile(r"[^\s<>\"(),;:\[\]@\\]++@[^\s<>\"(),;:\[\]@\\/?#&=]+")
_EMAIL_NAME = re.compile(r"\A(?:(?:e-?mail|to|cc)=)+", re.IGNORECASE)
_MARKETO = (".marketo.com", ".mktorest.com", ".mktoapi.com", ".experience.adobe.com")
_SALESFORCE = (".salesforce.com", ".force.com")
_LEAD_ID = re.compile(r"[?&#/;](?:lead_?id|person_?id)[=/]([0-9]+)", re.IGNORECASE)
_PLAIN_ID = re.compile(r"(?:[?&#;]id=|/lead/)([0-9]+)", re.IGNORECASE)
_SALESFORCE_ID = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z0-9]{18}|[A-Za-z0-9]{15})(?![A-Za-z0-9])")
_URL = re.compile(r"https?://|[\w.-]+\.(?:marketo|salesforce|force)\.com/[^@]*\Z", re.IGNORECASE)

_SALESFORCE_WHYS = {
    SalesforceKind.CONTACT: Why.SALESFORCE_CONTACT,
    SalesforceKind.LEAD: Why.SALESFORCE_LEAD,
    SalesforceKind.OTHER: Why.SALESFORCE_OTHER,
}


def without_invisible(text: str) -> str:
    """The text without characters that nobody sees, nor space around it. Line breaks become spaces."""
    return re.sub(r"[\t\r\n\x0b\x0c\x85\u2028\u2029]+", " ", _INVISIBLE.sub("", text)).strip()


def tidied(text: str) -> str:
    """The same, with what a Chinese input method writes in full width as plain characters, and single spaces."""
    plain = _INVISIBLE.sub("", text).translate(_FULL_WIDTH)
    if "@" in plain:
        plain = _CHINESE_POINT.sub(".", plain)
    return " ".join(plain.split())


def search(text: str) -> tuple[Candidate, ...]:
    """The identifiers in a tidied text, in their order and each once."""
    tokens = text.split(" ")
    if _COOKIE_NAME in text:  # a line of a browser is full of other things
        tokens = [token for token in tokens if "token" in token]
    found: dict[tuple[KeyKind, str], Candidate] = {}
    for one in (*_grouped(text), *(one for token in tokens for one in _in_token(token))):
        found.setdefault((one.kind, one.text.casefold() if one.kind is KeyKind.EMAIL else one.text), one)
    return tuple(found.values())


def is_url(token: str) -> bool:
    """Whether it is a web address of any sort."""
    return bool(_URL.match(token))


def could_be_foreign(text: str) -> bool:
    """Whether a tidied text could be an identifier of another system: one word with a digit in it."""
    return " " not in text and not is_url(text) and any(one.isdigit() for one in text)


def _grouped(text: str) -> Iterator[Candidate]:
    """A number with separators of thousands; where those part words as well, the parts are candidates too."""
    if _GROUPED.fullmatch(text):
        yield from _digits(re.sub("[^0-9]", "", text))


def _in_token(token: str) -> Iterator[Candidate]:
    stripped = token.strip(_AROUND)
    found = _COOKIE.search(_unquoted(stripped).replace("&amp;", "&"))
    cookie = found.group().rstrip(_AROUND) if found else ""
    if _COOKIE.fullmatch(cookie):  # a token of nothing but points is none
        yield Candidate(KeyKind.COOKIE, cookie, Why.COOKIE)
    elif is_url(stripped):
        yield from _in_url(stripped)
    elif emails := list(_emails(stripped)):
        yield from emails
    else:
        for part in _PARTING.split(stripped):
            yield from _bare(_NAMED.sub("", part.strip(_AROUND), count=1).strip(_AROUND))


def _unquoted(text: str) -> str:
    """Percent-encoding taken off, also where it was put on twice."""
    return unquote(unquote(text)) if "%" in text else text


def _emails(token: str) -> Iterator[Candidate]:
    if token[:7].casefold() == "mailto:":
        token = tidied(_unquoted(token[7:]).replace("?", " ").replace("&", " "))
    elif "@" not in token and "%40" in token:
        token = tidied(_unquoted(token))
    for found in _EMAIL.findall(token) if "@" in token else ():
        local, domain = found.split("@")
        local = _EMAIL_NAME.sub("", local.lstrip(_AROUND), count=1).lstrip(_AROUND)
        domain = domain.strip(_AROUND)
        if local and domain:
            yield Candidate(KeyKind.EMAIL, f"{local}@{domain}", Why.EMAIL)


def _in_url(url: str) -> Iterator[Candidate]:
    host, text = _host(url), _unquoted(url)
    if host.endswith(_MARKETO):
        for digits in _LEAD_ID.findall(text) or _PLAIN_ID.findall(text):
            for one in _digits(digits):
                if one.kind is KeyKind.MARKETO_ID:
                    yield Candidate(one.kind, one.text, Why.MARKETO_URL)
    elif host.endswith(_SALESFORCE):
        ids = [one for one in _SALESFORCE_ID.findall(text) if is_salesforce_id(one)]
        people = [one for one in ids if kind_of(one) is not SalesforceKind.OTHER]
        for one in people:
            yield Candidate(KeyKind.FOREIGN_ID, one, Why.SALESFORCE_URL, ForeignType.SFDC)
        for one in () if people else ids:
            yield Candidate(KeyKind.FOREIGN_ID, one, Why.SALESFORCE_OTHER, ForeignType.SFDC)


def _host(url: str) -> str:
    """The host with a point before it, so that another's name that only ends alike is told apart."""
    try:
        return f".{urlsplit(url if '://' in url else f'https://{url}').hostname or ''}"
    except ValueError:
        return ""


def _bare(word: str) -> Iterator[Candidate]:
    restored = with_case_restored(word)
    if is_salesforce_id(word) or restored:
        text = word if is_salesforce_id(word) else restored
        yield Candidate(KeyKind.FOREIGN_ID, text, _SALESFORCE_WHYS[kind_of(text)], ForeignType.SFDC)
    elif is_person(word) and len(word) == LONG:
        yield Candidate(KeyKind.FOREIGN_ID, word, Why.SALESFORCE_SLIP, ForeignType.SFDC)
    else:
        yield from _digits(word)


def _digits(word: str) -> Iterator[Candidate]:
    """Marketo gives no ID a leading zero, and none that xs:int does not hold."""
    if word.isascii() and word.isdigit() and not word.startswith("0"):
        if len(word) <= len(str(LARGEST_ID)) and int(word) <= LARGEST_ID:
            yield Candidate(KeyKind.MARKETO_ID, word, Why.MARKETO_ID)
        else:
            yield Candidate(KeyKind.FOREIGN_ID, word, Why.NUMBER_TOO_LARGE)
