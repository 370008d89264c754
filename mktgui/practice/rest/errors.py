"""The error codes of the REST API, with texts in our own words (facts sheet 6.5): clients go by the code."""

TEXTS = {
    "601": "Access token invalid",
    "602": "Access token expired",
    "603": "Access denied",
    "604": "Request timed out",
    "605": "HTTP method not supported",
    "606": "Max rate limit '100' exceeded with in '20' secs",
    "607": "Daily quota reached",
    "608": "API temporarily unavailable",
    "609": "Invalid JSON",
    "610": "Requested resource not found",
    "611": "System error",
    "612": "Invalid content type",
    "614": "Invalid subscription",
    "615": "Concurrent access limit reached",
    "701": "Field cannot be blank",
    "702": "No data found for the given search scenario",
    "704": "Invalid date specified",
    "709": "Business rule violation",
    "713": "Transient error",
    "1001": "Invalid value",
    "1002": "Missing value for required parameter",
    "1003": "Invalid data",
    "1004": "Lead not found",
    "1005": "Lead already exists",
    "1006": "Field not found",
    "1007": "Multiple lead match lookup criteria",
    "1008": "Access to partition denied",
    "1009": "Partition name must be specified",
    "1010": "Partition update not allowed",
    "1011": "Field not supported",
    "1012": "Invalid cookie value",
    "1013": "Object not found",
    "1014": "Failed to create object",
    "1016": "Too many imports",
    "1019": "Import in progress",
    "1021": "Company update not allowed",
    "1022": "Object in use",
    "1029": "Too many jobs in queue",
    "1080": "Too many ids",
}


class RestError(Exception):
    """The call fails as a whole, or one of its records does, with this code and text."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(message or TEXTS[code])
        self.code = code
        self.message = message or TEXTS[code]
