"""Past calls as HAR 1.2, which browsers and proxies read. The messages were masked before they were kept.

A call that has no answer gets a response with status 0, as browsers write it. Stages that HAR does not know: holding
and preparing are `blocked`, securing is `ssl`, and `connect` includes it, as the format wants it; reading is left out.
Text that is not UTF-8 goes in as base64. What we know beyond HAR is in members that begin with an underscore: a call
that took several requests has an entry for each, in their order, with the same `_id`. `_part` tells what each is for,
and only the one that the call is named for tells by `_written` whether the call wrote, and by `_settled` what a later
look at the lead has proven of that.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlsplit

from mktgui import __version__
from mktgui.domain.exchange import Exchange, Message, Stage
from mktgui.domain.history import Entry, Summary

_TAIL = "\n]}}\n"


def har_texts(calls: Iterable[tuple[Entry | None, Exchange]]) -> Iterator[tuple[str, int]]:
    """The text piece by piece, each with how many calls it finishes."""
    creator = json.dumps({"name": "mktgui", "version": __version__})
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "entries": [', 0
    between = "\n"
    for entry, exchange in calls:
        if entry is not None:
            texts = (json.dumps(one, ensure_ascii=False) for one in _entries(entry, exchange))
            yield between + ",\n".join(texts), 1
            between = ",\n"
    yield _TAIL, 0


def _entries(entry: Entry, main: Exchange) -> Iterator[dict[str, object]]:
    for one in main.all:
        yield _entry(entry, one) | (_written(entry.summary) if one is main else {})


def _written(one: Summary) -> dict[str, object]:
    settled = {"_settled": one.proof.written, "_settledAt": one.proof.at.isoformat()} if one.proof else {}
    return {"_written": one.written, **settled}


def _entry(entry: Entry, exchange: Exchange) -> dict[str, object]:
    timings = _timings(exchange)
    comment = " ".join(text for text in (entry.summary.ticket, entry.summary.note) if text)
    return {
        "startedDateTime": exchange.started.isoformat(timespec="milliseconds"),
        "time": sum(value for name, value in timings.items() if value >= 0 and name != "ssl"),
        "request": _request(exchange),
        "response": _response(exchange),
        "cache": {},
        "timings": timings,
        "comment": comment,
        "_id": entry.summary.id,
        "_part": exchange.part.value,
    }


def _request(exchange: Exchange) -> dict[str, object]:
    method, _, rest = exchange.sent.start_line.partition(" ")
    _, _, version = rest.rpartition(" ")
    query = parse_qsl(urlsplit(exchange.endpoint).query, keep_blank_values=True)
    return {
        "method": method,
        "url": exchange.endpoint,
        "httpVersion": version,
        "cookies": [],
        "headers": _headers(exchange.sent),
        "queryString": [{"name": name, "value": value} for name, value in query],
        "headersSize": -1,
        "bodySize": len(exchange.sent.body),
    } | _posted(exchange.sent)


def _posted(sent: Message) -> dict[str, object]:
    """Only where there is a body: a GET over REST has none."""
    if not sent.body:
        return {}
    text = sent.body.decode("utf-8", "backslashreplace")
    return {"postData": {"mimeType": sent.header("Content-Type"), "params": [], "text": text}}


def _response(exchange: Exchange) -> dict[str, object]:
    received = exchange.received or Message("", (), b"")
    version, _, rest = received.start_line.partition(" ")
    _, _, reason = rest.partition(" ")
    return {
        "status": exchange.status or 0,
        "statusText": reason,
        "httpVersion": version,
        "cookies": [],
        "headers": _headers(received),
        "content": _content(received),
        "redirectURL": received.header("Location"),
        "headersSize": -1,
        "bodySize": -1,
        "_complete": exchange.complete,
    }


def _content(message: Message) -> dict[str, object]:
    content: dict[str, object] = {"size": len(message.body), "mimeType": message.header("Content-Type")}
    try:
        return content | {"text": message.body.decode("utf-8")}
    except UnicodeDecodeError:
        return content | {"text": base64.b64encode(message.body).decode("ascii"), "encoding": "base64"}


def _headers(message: Message) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in message.headers]


def _timings(exchange: Exchange) -> dict[str, float]:
    """In milliseconds, -1 for what did not happen; send, wait and receive have to be there."""
    took = dict.fromkeys(Stage, 0.0)
    for timing in exchange.timings:
        took[timing.stage] += timing.seconds * 1000
    there = {timing.stage for timing in exchange.timings}
    connect = took[Stage.CONNECTING] + took[Stage.SECURING]
    return {
        "blocked": took[Stage.HOLDING] + took[Stage.PREPARING] if there & {Stage.HOLDING, Stage.PREPARING} else -1,
        "dns": -1,
        "connect": connect if Stage.CONNECTING in there else -1,
        "ssl": took[Stage.SECURING] if Stage.SECURING in there else -1,
        "send": took[Stage.SENDING],
        "wait": took[Stage.WAITING],
        "receive": took[Stage.RECEIVING],
    }
