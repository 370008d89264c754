"""Every trick there is: when it strikes, in which language of the API, and what it is in a sentence."""

from dataclasses import dataclass
from enum import Flag, StrEnum, auto


class Door(Flag):
    """The three doors of this Marketo."""

    SOAP = auto()
    REST = auto()
    IDENTITY = auto()


BOTH = Door.SOAP | Door.REST


class Trick(StrEnum):
    """What happens to a call."""

    FAULT = "fault"
    SKIPPED = "skipped"
    AS_USUAL = "as-usual"
    SLOW = "slow"
    RESET = "reset"
    NEVER = "never"
    HTML_429 = "html-429"
    HTML_502 = "html-502"
    HTML_503 = "html-503"
    NOT_FOUND = "not-found"
    REDIRECT = "redirect"
    REDIRECT_KEEPING = "redirect-307"
    NOT_XML = "not-xml"
    EMPTY = "empty"
    RETIRED = "retired"
    FAULT_WITHOUT_DETAIL = "fault-without-detail"
    FAULT_WITH_CAUSE = "fault-with-cause"
    FAILED = "failed"
    TOKEN_EXPIRES = "token-expires-now"  # noqa: S105 - a name
    TOKEN_INVALID = "token-invalid"  # noqa: S105 - a name
    CUT_AFTER_WRITE = "cut-after-write"
    NEVER_AFTER_WRITE = "never-after-write"
    SLOW_AFTER_WRITE = "slow-after-write"
    TIMEOUT_AFTER_WRITE = "604-after-write"
    HTML_502_AFTER_WRITE = "html-502-after-write"
    CUT_IN_HEADERS = "cut-in-headers"
    CUT_IN_BODY = "cut-in-body"
    TRUNCATED = "truncated"
    DRIP = "drip"
    GZIP = "gzip"
    CHUNKED = "chunked"
    HUGE = "huge"
    UNKNOWN_STATUS = "unknown-status"
    EXTRA_ELEMENTS = "extra-elements"
    KINDS_OF_NOTHING = "kinds-of-nothing"
    OTHER_NAMESPACE = "other-namespace"
    WRONG_TYPE = "wrong-content-type"
    BOM = "bom"
    UTF_16 = "utf-16"
    NOT_UTF_8 = "not-utf-8"
    LONE_SURROGATE = "lone-surrogate"
    NAN = "nan"
    HUGE_NUMBERS = "huge-numbers"
    DUPLICATE_KEYS = "duplicate-keys"
    DEEP = "deep"
    NOT_OBJECT = "not-an-object"
    NULL = "null"
    NO_SUCCESS = "no-success"
    SUCCESS_AS_TEXT = "success-as-text"
    SUCCESS_AND_ERRORS = "success-and-errors"
    NO_RESULT = "no-result"
    EMPTY_RESULT = "empty-result"


@dataclass(frozen=True, slots=True)
class About:
    """What a trick is. `amount` is the usual one where there is an amount."""

    says: str
    doors: Door = BOTH
    before_write: bool = False
    amount: float = 0.0


ABOUT = {
    Trick.FAULT: About("refused with this code, nothing done", before_write=True),
    Trick.SKIPPED: About(
        "the record is skipped for a reason with this code, nothing done", Door.REST, before_write=True
    ),
    Trick.AS_USUAL: About("nothing odd: to let a call pass before the next scenario"),
    Trick.SLOW: About("waits so many seconds, then goes on", before_write=True, amount=3.0),
    Trick.RESET: About("the connection is reset, nothing done", before_write=True),
    Trick.NEVER: About("no answer ever comes, nothing done", before_write=True),
    Trick.HTML_429: About("HTTP 429 with a page, nothing done", before_write=True),
    Trick.HTML_502: About("HTTP 502 with a page, nothing done", before_write=True),
    Trick.HTML_503: About("HTTP 503 with a page, nothing done", before_write=True),
    Trick.NOT_FOUND: About("HTTP 404 with a page, nothing done", before_write=True),
    Trick.REDIRECT: About("HTTP 302 to elsewhere, nothing done", before_write=True),
    Trick.REDIRECT_KEEPING: About("HTTP 307 to elsewhere, nothing done", before_write=True),
    Trick.NOT_XML: About("HTTP 200 with plain words, nothing done", before_write=True),
    Trick.EMPTY: About("HTTP 200 with nothing, nothing done", before_write=True),
    Trick.RETIRED: About("HTTP 410: SOAP was removed, nothing done", Door.SOAP, before_write=True),
    Trick.FAULT_WITHOUT_DETAIL: About("refused without any code, nothing done", before_write=True),
    Trick.FAULT_WITH_CAUSE: About("refused in the other recorded shape, nothing done", Door.SOAP, before_write=True),
    Trick.FAILED: About("SOAP says FAILED, REST skips with 709, nothing done", before_write=True),
    Trick.TOKEN_EXPIRES: About("the token of the call has just expired: 602 until a new one is fetched", Door.REST),
    Trick.TOKEN_INVALID: About("the token of the call is forgotten: 601 until a new one is fetched", Door.REST),
    Trick.CUT_AFTER_WRITE: About("done, then the connection ends without an answer"),
    Trick.NEVER_AFTER_WRITE: About("done, but no answer ever comes"),
    Trick.SLOW_AFTER_WRITE: About("done, then waits so many seconds with the answer", amount=3.0),
    Trick.TIMEOUT_AFTER_WRITE: About("done, but the answer is error 604", Door.REST),
    Trick.HTML_502_AFTER_WRITE: About("done, but the gateway answers HTTP 502 with a page"),
    Trick.CUT_IN_HEADERS: About("done, then the connection ends among the headers"),
    Trick.CUT_IN_BODY: About("done, then the connection ends in the middle of the body"),
    Trick.TRUNCATED: About("done, the body ends early, with a length that fits it"),
    Trick.DRIP: About("done, the body comes byte by byte, so many seconds apart", amount=0.05),
    Trick.GZIP: About("done, the body is compressed, asked for or not"),
    Trick.CHUNKED: About("done, the body comes in chunks"),
    Trick.HUGE: About("done, with so many fields more in the first lead", amount=50_000.0),
    Trick.UNKNOWN_STATUS: About("done, with a status word that is not known"),
    Trick.EXTRA_ELEMENTS: About("done, with parts in the answer that are new"),
    Trick.KINDS_OF_NOTHING: About("done, with every way to say nothing in the lead"),
    Trick.OTHER_NAMESPACE: About("done, with a namespace where there should be none", Door.SOAP),
    Trick.WRONG_TYPE: About("done, the JSON is called text/html", Door.REST),
    Trick.BOM: About("done, the JSON begins with a byte order mark", Door.REST),
    Trick.UTF_16: About("done, the JSON is in UTF-16", Door.REST),
    Trick.NOT_UTF_8: About("done, the JSON has a byte that is not UTF-8", Door.REST),
    Trick.LONE_SURROGATE: About("done, the JSON has half a character", Door.REST),
    Trick.NAN: About("done, the JSON has NaN and Infinity", Door.REST),
    Trick.HUGE_NUMBERS: About("done, the JSON has numbers beyond any type", Door.REST),
    Trick.DUPLICATE_KEYS: About("done, every object of the JSON has members twice", Door.REST),
    Trick.DEEP: About("done, the JSON has 100,000 arrays in each other", Door.REST),
    Trick.NOT_OBJECT: About("done, the JSON is an array", Door.REST),
    Trick.NULL: About("done, the JSON is null", Door.REST),
    Trick.NO_SUCCESS: About("done, the JSON does not say whether it was a success", Door.REST),
    Trick.SUCCESS_AS_TEXT: About("done, the JSON says success in a string", Door.REST),
    Trick.SUCCESS_AND_ERRORS: About("done, the JSON says success and has errors", Door.REST),
    Trick.NO_RESULT: About("done, the JSON has no result", Door.REST),
    Trick.EMPTY_RESULT: About("done, the JSON has an empty result", Door.REST),
}
