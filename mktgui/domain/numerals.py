"""Reads numbers as people write them: separators of thousands, decimal commas, currency signs, Chinese digits."""

import re
from unicodedata import normalize

_LONGEST = 60  # characters; nobody types a longer number
_INTEGER = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_UNIT = r"(?:[A-Za-z]{0,3}[$€£¥₹₩₽₺₫฿]|[A-Z]{3}|元)"
_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+]?)\s*{_UNIT}?\s*(?P<inner>[-+]?)"
    rf"(?P<digits>\.[0-9]+|[0-9][0-9., '’]*)\s*{_UNIT}?\s*(?(open)\))"
)
# Either sign may part thousands, the other one then is the decimal sign.
_WAYS = tuple(
    re.compile(rf"({thousands}|[0-9]*)(?:{point}([0-9]+))?")
    for thousands, point in (
        ("[0-9]{1,3}(?:,[0-9]{3})+", r"\."),
        ("[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}", r"\."),  # lakhs and crores: 12,34,567
        (r"[0-9]{1,3}(?:\.[0-9]{3})+", ","),
        ("[0-9]{1,3}(?:[ '’][0-9]{3})+", "[.,]"),
    )
)
_PLAIN = re.compile(r"([-+]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([-+]?[0-9]{1,3}))?")


def is_integer(text: str) -> bool:
    """Whether it is a whole number as it goes over the wire. A plus is none: some take it for "add"."""
    return bool(_INTEGER.fullmatch(text))


def is_decimal(text: str) -> bool:
    """Whether it is a number with a point, or none, as it goes over the wire."""
    return bool(_DECIMAL.fullmatch(text))


def read_integers(text: str) -> tuple[str, ...]:
    """Every whole number that the text can mean, as it would go over the wire."""
    found = {read.split(".")[0]: None for read in read_decimals(text) if not read.partition(".")[2].strip("0")}
    return tuple(found)


def read_decimals(text: str) -> tuple[str, ...]:
    """Every number that the text can mean, as it would go over the wire: two for 1,250."""
    if len(text) > _LONGEST:
        return ()
    amount = _AMOUNT.fullmatch(normalize("NFKC", text).replace("−", "-").strip())
    if amount is None:
        return ()
    minus = "-" if amount["open"] or "-" in (amount["sign"], amount["inner"]) else ""
    ways = (way.fullmatch(amount["digits"].strip()) for way in _WAYS)
    return tuple({minus + _put_together(*way.groups(default="")): None for way in ways if way})


def _put_together(whole: str, fraction: str) -> str:
    digits = re.sub("[^0-9]", "", whole) or "0"
    return f"{digits}.{fraction}" if fraction else digits


def value_of_number(text: str) -> tuple[str, str, str] | None:
    """Sign, digits before and digits after the point, without any zeros that say nothing; None where it is no number.

    Two texts with the same parts are the same number: 1250, 1250.00 and 1.25E3.
    """
    plain = _PLAIN.fullmatch(text)
    if plain is None or not (plain[2] or plain[3]):
        return None
    whole, fraction, power = plain[2], plain[3] or "", int(plain[4] or 0)
    if power >= 0:
        whole, fraction = whole + fraction[:power].ljust(power, "0"), fraction[power:]
    else:
        whole, fraction = whole[:power], whole[power:].rjust(-power, "0") + fraction
    whole, fraction = whole.lstrip("0"), fraction.rstrip("0")
    return ("-" if plain[1] == "-" and (whole or fraction) else "", whole, fraction)
