"""The faults of the API, in the shape that was recorded (facts sheet 5.2 and 5.3)."""

# Texts on the wire where they were recorded, otherwise the documentation's titles.
TEXTS = {
    "10001": "Internal Error",
    "20011": "Internal Error",
    "20012": "Request Not Understood",
    "20013": "Access Denied",
    "20014": "Authentication failed",
    "20015": "Request Limit Exceeded",
    "20016": "Request Expired",
    "20017": "Invalid Request",
    "20018": "Bad Encoding",
    "20019": "Unsupported Operation",
    "20022": "Time range exceeded limit",
    "20023": "Rate Limit Exceeded",
    "20024": "Concurrency Limit Exceeded",
    "20101": "Lead Key Required",
    "20102": "Lead Key Bad",
    "20103": "Lead not found",
    "20104": "Lead Detail Required",
    "20105": "Unknown lead field",
    "20106": "Lead Sync Failed",
    "20107": "Activity Key Bad",
    "20108": "Lead Owner Not Found",
    "20109": "Parameter Required",
    "20110": "Input error",
    "20111": "List Not Found",
    "20113": "Campaign Not Found",
    "20114": "Bad Parameter",
    "20122": "Bad Stream Position",
    "20123": "Stream at End",
}
SERVER_SIDE = frozenset({"10001", "20011"})


class ApiFault(Exception):  # noqa: N818 - the field's own word
    """The call ends in a fault. `message` goes before the code in the detail; without one it is the short text."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(message or TEXTS[code])
        self.code = code
        self.message = message or TEXTS[code]
